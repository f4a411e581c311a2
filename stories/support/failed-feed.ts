import { ContextProvider } from '@lit/context';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { feedContext } from '../../src/element/feed/context.js';
import { staticSource, type FailureReason } from '../../src/feed/source.js';

/** Gives the widgets inside it a feed that has failed for the reason it is told, without any request. */
class FailedFeed extends LitElement {
  @property() reason: FailureReason = 'unreachable';

  readonly #provider = new ContextProvider(this, { context: feedContext, initialValue: undefined });

  protected override willUpdate(): void {
    this.#provider.setValue(staticSource({ kind: 'failed', failure: { reason: this.reason } }));
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

if (!customElements.get('story-failed-feed')) customElements.define('story-failed-feed', FailedFeed);
