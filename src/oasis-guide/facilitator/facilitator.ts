import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { announce } from '../../element/announcer.js';
import { focusWhenUpdated } from '../../element/focus.js';
import { saveFile } from '../../element/save-file.js';
import { replaced } from '../../element/views/replaced.js';
import type { GuideStep } from '../guide.js';
import type { StepView, Written } from '../step.js';
import { otherClocks } from './clock.js';
import { CealOasisDownloadEvent, CealOasisErasedEvent, CealOasisTimerEndedEvent } from './events.js';
import type { FacilitatorView } from './facilitator-view.js';
import { clockStyles } from './clock.styles.js';
import { facilitatorStyles } from './facilitator.styles.js';
import { keeping, type EraseAnswer } from './keeping.js';
import type { FacilitatorTranslator } from './locales/index.js';
import { ProgressStore } from './progress-store.js';
import {
  isEmptyProgress,
  runningTimers,
  withPosition,
  type OasisProgress,
  type RunningTimer,
  type ScreenPosition,
} from './progress.js';
import { reportOf } from './report.js';
import { screenArticle } from './screen.js';
import { screenPager } from './screen-pager.js';
import { findScreen, screenKey } from './screens.js';
import { Sound } from './sound.js';
import { elapsedMs, lastReached, milestonesOf } from './timer.js';
import { activityName } from './title.js';
import { WakeLock } from './wake-lock.js';
import { writtenOf, type WrittenView } from './written.js';
import { flatMap } from '../../lists.js';

export { languages } from './locales/index.js';
export const styles = [facilitatorStyles, clockStyles];

type Host = ReactiveControllerHost & HTMLElement;

/** The guide as it is now, and its position. */
export interface GuideContext extends StepView {
  readonly t: FacilitatorTranslator;
  readonly step: GuideStep;
  /** The key of the screen of that step; another step begins at its start. */
  readonly screen: string | undefined;
  readonly onGo: (step: GuideStep, screen: string) => void;
}

const SECOND_MS = 1_000;
/** The element that has the focus after a press of the buttons to erase. */
const FOCUS_AFTER = { ask: '#sure', no: '#erase', yes: '#download' } as const;

/** Leads through the guide one screen at a time, and holds what is ticked, timed and written. */
export class Facilitator implements ReactiveController {
  readonly #host: Host;
  readonly #context: () => GuideContext | undefined;
  readonly #store = new ProgressStore(() => this.#announce(({ t }) => t('cannotKeep')));
  readonly #sound = new Sound();
  readonly #wakeLock: WakeLock;
  #isConfirmingErase = false;
  /** The last time, in milliseconds, at which the timers were looked at for milestones. */
  #checkedAt = Number(Date.now());
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  /** `context` gives the guide whenever it is asked; `undefined` while there is none. */
  constructor(host: Host, context: () => GuideContext | undefined) {
    this.#host = host;
    this.#context = context;
    // The release is reported late: to a guide that may be gone by then.
    this.#wakeLock = new WakeLock(() => host.isConnected && host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', this.#onVisibility, { signal });
    addEventListener('storage', this.#onStorage, { signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    clearTimeout(this.#timeout);
    this.#wakeLock.setWanted(false);
  }

  hostUpdated(): void {
    clearTimeout(this.#timeout);
    // An update that was on its way when the guide went.
    if (!this.#host.isConnected) return;
    const running = this.#runningTimers;
    this.#wakeLock.setWanted(running.length > 0);
    if (running.length === 0) return;
    const now = Number(Date.now());
    const untilNextSecond = running.map(({ timer }) => SECOND_MS - (elapsedMs(timer, now) % SECOND_MS));
    this.#timeout = setTimeout(this.#checkTimers, Math.min(...untilNextSecond));
  }

  /**
   * Opens the progress in a feed, stored on the device if `remembers`; to be called on every update.
   * @returns the position to go on from, if one was stored
   */
  resume(feedId: string | undefined, remembers: boolean): ScreenPosition | undefined {
    return this.#store.open(feedId, remembers);
  }

  /** Remembers where the facilitator has gone. */
  recordPosition(position: ScreenPosition): void {
    this.#updateProgress((before) => withPosition(before, position));
  }

  /** `nav`: the steps to go to. */
  render(context: GuideContext, nav: TemplateResult): TemplateResult {
    const { step, t, printTerm, onGo } = context;
    const { progress, persistence, isUnreadable } = this.#store;
    const view: FacilitatorView = {
      ...context,
      screen: findScreen(step, context.screen),
      progress,
      now: Number(Date.now()),
      updateProgress: this.#updateProgress,
      goTo: (target) => onGo(target.step, screenKey(target.screen)),
      screenAwake: this.#wakeLock.isHeld,
      sound: this.#sound.isOn,
      onSound: this.#onSound,
    };
    return html`
      <div class="leading">
        ${nav} ${replaced(otherClocks(view))}
        ${replaced(html`${screenArticle(view)} ${screenPager(view)}`, `${step.id} ${screenKey(view.screen)}`)}
      </div>
      ${keeping({
        t,
        printTerm,
        persistence,
        isUnreadable,
        canErase: !isEmptyProgress(progress),
        isConfirmingErase: this.#isConfirmingErase,
        onDownload: this.#onDownload,
        onErase: this.#onErase,
      })}
    `;
  }

  /** Gives what was ticked, timed and written, for paper. */
  written(view: WrittenView): Written {
    return writtenOf(this.#store.progress, view, Number(Date.now()));
  }

  get #runningTimers(): readonly RunningTimer[] {
    const context = this.#context();
    return context ? runningTimers(this.#store.progress, context.guide.steps) : [];
  }

  readonly #updateProgress = (change: (before: OasisProgress) => OasisProgress) => {
    this.#store.update(change);
    this.#host.requestUpdate();
  };

  #announce(text: (context: GuideContext) => string): void {
    const context = this.#context();
    if (context) announce(text(context), context.t.language);
  }

  /** Reports the milestones that were reached since the last check, however long ago that was. */
  readonly #checkTimers = () => {
    const before = this.#checkedAt;
    const now = (this.#checkedAt = Number(Date.now()));
    const reached = flatMap(this.#runningTimers, ({ step, activity, timer }) => {
      const milestones = milestonesOf(activity.minutes);
      const milestone = lastReached(milestones, elapsedMs(timer, before), elapsedMs(timer, now));
      return milestone ? [{ step, activity, milestone }] : [];
    });
    for (const { step, activity, milestone } of reached)
      if (milestone.term === 'timeOver') {
        this.#sound.play();
        this.#host.dispatchEvent(new CealOasisTimerEndedEvent(step.id, activity.id));
      }
    if (reached.length > 0)
      this.#announce((context) =>
        reached
          .map(({ activity, milestone: { term, minutesLeft } }) =>
            context.t(term, { name: activityName(activity, context), n: minutesLeft }),
          )
          .join(' '),
      );
    this.#host.requestUpdate();
  };

  /** A page in the background gets few turns, or none. */
  readonly #onVisibility = () => {
    this.#wakeLock.renew();
    this.#checkTimers();
  };

  /** The same guide in another tab has stored or erased something. */
  readonly #onStorage = ({ key }: StorageEvent) => {
    if (this.#store.reload(key)) this.#host.requestUpdate();
  };

  readonly #onSound = (on: boolean) => {
    this.#sound.setOn(on);
    this.#host.requestUpdate();
  };

  readonly #onDownload = () => {
    const { guide, t, localeContext } = this.#context()!;
    const text = reportOf(guide, this.#store.progress, { t, localeContext, now: Number(Date.now()) });
    if (!this.#host.dispatchEvent(new CealOasisDownloadEvent(text))) return;
    saveFile(`${t('fileName')}.txt`, text, 'text/plain');
    announce(t('saving'), t.language);
  };

  readonly #onErase = (answer: EraseAnswer) => {
    this.#isConfirmingErase = answer === 'ask';
    this.#host.requestUpdate();
    void focusWhenUpdated(this.#host, FOCUS_AFTER[answer]);
    if (answer !== 'yes') return;
    this.#store.erase();
    this.#announce(({ t }) => t('erased'));
    this.#host.dispatchEvent(new CealOasisErasedEvent());
  };
}
