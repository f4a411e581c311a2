import { createContext } from '@lit/context';
import type { FeedSource } from '../../feed/source.js';

/**
 * The context through which `<ceal-feed>` gives its feed to the widgets inside it. A registered symbol, so that copies
 * of different versions on one page understand each other.
 */
export const feedContext = createContext<FeedSource | undefined>(Symbol.for('ceal-widgets/feed/1'));

/** Seconds after which that feed is called old; 0 for never. */
export const staleAfterContext = createContext<number>(Symbol.for('ceal-widgets/stale-after/1'));
