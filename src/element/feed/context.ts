import { createContext } from '@lit/context';
import type { FeedSource } from '../../feed/source.js';

/**
 * The context in which `<ceal-feed>` provides its feed to the widgets inside it. Its key is a registered symbol, so
 * that copies of different versions on one page share it.
 */
export const feedContext = createContext<FeedSource | undefined>(Symbol.for('ceal-widgets/feed/1'));

/** The context of the age in seconds after which that feed is called old; 0 for never. */
export const staleAfterContext = createContext<number>(Symbol.for('ceal-widgets/stale-after/1'));
