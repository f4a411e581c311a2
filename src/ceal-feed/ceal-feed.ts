import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyDeclaration } from 'lit';
import { property } from '../element/property.js';
import { restoreStyles } from '../element/adopted-styles.js';
import { amount, choice, readingText, trimmed } from '../element/attributes.js';
import { feedContext, staleAfterContext } from '../element/feed/context.js';
import { CACHE_CHOICES, type CacheChoice } from '../feed/cache.js';
import { FeedSourceController, type FeedHost } from '../element/feed/feed-source-controller.js';
import { Subscription } from '../element/feed/subscription.js';

export * from '../element/feed/events.js';

/**
 * Fetches a feed once and gives it to every CEAL widget inside it. Shows nothing itself; any markup may stand inside.
 *
 * @summary One feed for all the widgets inside it.
 * @slot - Widgets and any other content.
 * @fires {CealFeedLoadedEvent} ceal-feed-loaded - The feed has arrived, for the first time or anew.
 * @fires {CealFeedFailedEvent} ceal-feed-failed - The feed could not be had. A last good copy stays in sight.
 * @fires {CealFeedIssuesEvent} ceal-feed-issues - Parts of the feed do not fit. Fired by the widget that read them.
 */
export class CealFeed extends LitElement implements FeedHost {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ) {
    return readingText(super.getPropertyDescriptor(name, key, options), options);
  }

  /** The feed itself instead of its address: an object or JSON text. Wins over `src`. */
  @property({ converter: trimmed }) data: unknown;
  /** The address of the feed, relative to the page. */
  @property({ converter: trimmed }) src: string | undefined;
  /** Where the last good copy is kept: `none`, `session` (this tab) or `local` (this device). */
  @property({ converter: choice(CACHE_CHOICES, 'none') }) cache: CacheChoice = 'none';
  /** Seconds between refreshes, at least 10; 0 for never. A hidden tab waits. */
  @property({ attribute: 'refresh-every', converter: amount(0) }) refreshEvery = 0;
  /** Seconds after which the widgets inside call what they show old; 0 for only when a refresh failed. */
  @property({ attribute: 'stale-after', converter: amount(0) }) staleAfter = 0;

  readonly #provider = new ContextProvider(this, { context: feedContext, initialValue: undefined });
  readonly #staleAfter = new ContextProvider(this, { context: staleAfterContext, initialValue: 0 });
  readonly #subscription = new Subscription(this, () => {});
  readonly #own = new FeedSourceController(this, () => this.#provide());

  /** For the browser: another document has taken the element. */
  adoptedCallback(): void {
    restoreStyles(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#subscription.stop();
  }

  protected override updated(): void {
    this.#staleAfter.setValue(this.staleAfter);
    this.#subscription.setRefreshInterval(this.refreshEvery);
  }

  /** Asks for the feed again. Settles when the answer, good or bad, is there; never rejects. */
  refresh(): Promise<void> {
    return this.#subscription.refresh();
  }

  #provide(): void {
    this.#provider.setValue(this.#own.source);
    this.#subscription.setSource(this.#own.source, true);
    this.#subscription.setRefreshInterval(this.refreshEvery);
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-feed': CealFeed;
  }
}
