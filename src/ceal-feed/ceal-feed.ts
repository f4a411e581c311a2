import { ContextProvider } from '@lit/context';
import { css, html } from 'lit';
import { feedContext, staleAfterContext } from '../element/feed/context.js';
import { FeedSourceController } from '../element/feed/feed-source-controller.js';
import { Subscription } from '../element/feed/subscription.js';
import { FeedElement } from '../element/feed-element.js';

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
export class CealFeed extends FeedElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  readonly #provider = new ContextProvider(this, { context: feedContext, initialValue: undefined });
  readonly #staleAfter = new ContextProvider(this, { context: staleAfterContext, initialValue: 0 });
  readonly #subscription = new Subscription(this, () => {});
  readonly #ownFeed = new FeedSourceController(this, () => this.#provide());

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
    this.#provider.setValue(this.#ownFeed.source);
    this.#subscription.setSource(this.#ownFeed.source, { isOwn: true });
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
