import type { CommonTranslator } from '../views/states.js';
import { announce } from '../announcer.js';
import type { FeedStatus } from './feed-status.js';

/** Announces words about waiting and failing once, when they appear, and then what came of it. */
export class StatusAnnouncer {
  /** The words that were announced last and have no outcome yet. */
  #said: string | undefined;

  /** `loadedText`: what has come, in words. */
  tell(status: FeedStatus, t: CommonTranslator, loadedText: () => string): void {
    const { kind } = status;
    // Neither an outcome nor news.
    if ((kind === 'loading' && !status.slow) || (kind === 'ready' && !status.complete)) return;
    const outcome = kind === 'ready' && this.#said ? loadedText() : undefined;
    const text = kind === 'failed' ? t('failed') : kind === 'loading' ? t('loadingLong') : outcome;
    if (text && text !== this.#said) announce(text, t.language);
    this.#said = outcome ? undefined : text;
  }

  /** Has the next words announced even if they are the same. */
  forget(): void {
    this.#said = undefined;
  }
}
