import { LitElement } from 'lit';
import { property } from './property.js';
import { CACHE_CHOICES, type CacheChoice } from '../feed/cache.js';
import { restoreStyles } from './adopted-styles.js';
import { amount, choice, trimmed } from './attributes.js';
import type { FeedHost } from './feed/feed-source-controller.js';

/** The base class of every element that can be given a feed: `<ceal-feed>` and the widgets. */
export abstract class FeedElement extends LitElement implements FeedHost {
  /** The feed itself instead of its address: an object or JSON text. Wins over `src`. Replace it to change it. */
  @property({ converter: trimmed }) data: unknown;
  /** The address of the feed, relative to the page. A widget without it uses the nearest `<ceal-feed>`. */
  @property({ converter: trimmed }) src: string | undefined;
  /** Place of the last good copy of an own feed: `none`, `session` (this tab) or `local` (this device). */
  @property({ converter: choice(CACHE_CHOICES) }) cache: CacheChoice = 'none';
  /** Seconds between refreshes of an own feed, at least 10; 0 for never. A hidden tab waits. */
  @property({ attribute: 'refresh-every', converter: amount(0) }) refreshEvery = 0;
  /** Seconds after which what is shown is called old; 0 for what a `<ceal-feed>` around says, else only when a refresh failed. */
  @property({ attribute: 'stale-after', converter: amount(0) }) staleAfter = 0;

  /** For the browser: another document has taken the element. */
  adoptedCallback(): void {
    restoreStyles(this);
  }
}
