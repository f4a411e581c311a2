import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { announce } from '../../element/announcer.js';
import { saveFile } from '../../element/save-file.js';
import type { GuideStep } from '../guide.js';
import type { StepView } from '../step.js';
import { otherClocks } from './clock.js';
import * as device from './device.js';
import { CealOasisDownloadEvent, CealOasisErasedEvent, CealOasisTimerEndedEvent } from './events.js';
import { facilitatorStyles } from './facilitator.styles.js';
import { keeping, type Kept } from './keeping.js';
import type { FacilitatorTranslator } from './locales/index.js';
import type { Look } from './look.js';
import { pager } from './pager.js';
import {
  isUntouched,
  moved,
  NOTHING_YET,
  runningIn,
  type Progress,
  type Running,
  type Spot,
} from './progress.js';
import { reportOf } from './report.js';
import { screenArticle } from './screen.js';
import { findScreen, keyOf } from './screens.js';
import { Sound } from './sound.js';
import { elapsed, momentsOf, reached } from './timer.js';
import { activityName } from './title.js';
import { WakeLock } from './wake-lock.js';

export { languages } from './locales/index.js';
export const styles = [facilitatorStyles];

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** What the guide knows whenever it renders. */
export interface Situation extends StepView {
  readonly t: FacilitatorTranslator;
  readonly step: GuideStep;
  /** The key of the screen of that step; another step begins at its start. */
  readonly screen: string | undefined;
  /** The steps to go to. */
  readonly nav: TemplateResult;
  readonly onGo: (step: GuideStep, screen: string) => void;
}

const SECOND = 1_000;

/** Leads through the guide one thing at a time, and holds what is ticked, timed and written. */
export class Facilitator implements ReactiveController {
  readonly #host: Host;
  readonly #sound = new Sound();
  readonly #wakeLock: WakeLock;
  #progress = NOTHING_YET;
  #feed: string | undefined;
  #remembers = false;
  #kept: Kept = 'not';
  #isSpoiled = false;
  #asksToErase = false;
  /** What was rendered last. */
  #situation: Situation | undefined;
  /** When somebody last looked at the clocks. */
  #seen = Date.now();
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  constructor(host: Host) {
    this.#host = host;
    // Letting go of the screen is told late: to a guide that may be gone by then.
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
    this.#wakeLock.want(false);
  }

  hostUpdated(): void {
    clearTimeout(this.#timeout);
    // An update that was on its way when the guide went.
    if (!this.#host.isConnected) return;
    const running = this.#running;
    this.#wakeLock.want(running.length > 0);
    if (running.length === 0) return;
    const now = Date.now();
    const untilNext = running.map(({ timer }) => SECOND - (elapsed(timer, now) % SECOND));
    this.#timeout = setTimeout(this.#lookAtClocks, Math.min(...untilNext));
  }

  /**
   * For each feed, and when remembering is asked for: takes up what the device has kept. Gives the place where the
   * facilitator was, if it knows one. A feed without an id cannot be told from another, so nothing is kept of it.
   */
  resume(feed: string | undefined, remembers: boolean): Spot | undefined {
    if (feed === this.#feed && remembers === this.#remembers) return undefined;
    if (feed !== this.#feed) this.#progress = NOTHING_YET;
    this.#feed = feed;
    this.#remembers = remembers;
    this.#isSpoiled = false;
    if (!remembers || feed === undefined) {
      this.#kept = remembers ? 'cannot' : 'not';
      return undefined;
    }
    this.#kept = 'kept';
    if (isUntouched(this.#progress)) this.#takeUp(feed);
    else this.#keep();
    return this.#progress.at;
  }

  /** The facilitator has gone to another place. */
  moved(at: Spot): void {
    this.#change((before) => moved(before, at));
  }

  render(situation: Situation): TemplateResult {
    this.#situation = situation;
    const { nav, step, t, onGo } = situation;
    const look: Look = {
      ...situation,
      screen: findScreen(step, situation.screen),
      progress: this.#progress,
      now: Date.now(),
      change: this.#change,
      go: (place) => onGo(place.step, keyOf(place.screen)),
    };
    const settings = {
      screenAwake: this.#wakeLock.isHeld,
      sound: this.#sound.isOn,
      onSound: this.#onSound,
    };
    return html`
      <div class="leading">${nav} ${otherClocks(look)} ${screenArticle(look, settings)} ${pager(look)}</div>
      ${keeping({
        t,
        kept: this.#kept,
        isSpoiled: this.#isSpoiled,
        canErase: !isUntouched(this.#progress),
        asksToErase: this.#asksToErase,
        onDownload: this.#onDownload,
        onAskErase: this.#onAskErase,
        onErase: this.#onErase,
      })}
    `;
  }

  get #running(): readonly Running[] {
    return this.#situation ? runningIn(this.#progress, this.#situation.guide.steps) : [];
  }

  readonly #change = (make: (before: Progress) => Progress) => {
    this.#progress = make(this.#progress);
    this.#keep();
    this.#host.requestUpdate();
  };

  #keep(): void {
    if (!this.#remembers || this.#feed === undefined) return;
    const isKept = device.keep(this.#feed, this.#progress);
    if (!isKept && this.#kept === 'kept' && this.#situation) announce(this.#situation.t('cannotKeep'));
    this.#kept = isKept ? 'kept' : 'cannot';
  }

  #takeUp(feed: string): void {
    const { progress, trouble } = device.takeUp(feed, Date.now());
    this.#progress = progress ?? NOTHING_YET;
    this.#isSpoiled = trouble === 'spoiled';
    if (trouble === 'forbidden') this.#kept = 'cannot';
  }

  /** Tells what has been reached since the last look, however long ago that was. */
  readonly #lookAtClocks = () => {
    const before = this.#seen;
    const now = (this.#seen = Date.now());
    const texts = this.#running.flatMap(({ step, activity, timer }) => {
      const moment = reached(momentsOf(activity.minutes), elapsed(timer, before), elapsed(timer, now));
      if (!moment) return [];
      if (moment.term === 'timeOver') this.#timeIsOver(step.id, activity.id);
      return [
        this.#situation!.t(moment.term, {
          name: activityName(activity, this.#situation!),
          n: moment.left,
        }),
      ];
    });
    if (texts.length > 0) announce(texts.join(' '));
    this.#host.requestUpdate();
  };

  /** A page in the background gets few turns, or none. */
  readonly #onVisibility = () => {
    this.#wakeLock.renew();
    this.#lookAtClocks();
  };

  #timeIsOver(step: string, activity: string): void {
    this.#sound.play();
    this.#host.dispatchEvent(new CealOasisTimerEndedEvent(step, activity));
  }

  /** The same guide in another tab has kept or erased something. */
  readonly #onStorage = ({ key }: StorageEvent) => {
    if (!this.#remembers || this.#feed === undefined) return;
    if (key !== null && key !== device.keyFor(this.#feed)) return;
    this.#takeUp(this.#feed);
    this.#host.requestUpdate();
  };

  readonly #onSound = (on: boolean) => {
    this.#sound.switch(on);
    this.#host.requestUpdate();
  };

  readonly #onDownload = () => {
    const { guide, t, localeContext } = this.#situation!;
    const text = reportOf(guide, this.#progress, t, localeContext, Date.now());
    if (this.#host.dispatchEvent(new CealOasisDownloadEvent(text)))
      saveFile(`${t('fileName')}.txt`, text, 'text/plain');
  };

  readonly #onAskErase = (asks: boolean) => {
    this.#asksToErase = asks;
    this.#focus(asks ? '#sure' : '#erase');
  };

  readonly #onErase = () => {
    this.#progress = NOTHING_YET;
    this.#isSpoiled = false;
    this.#asksToErase = false;
    if (this.#remembers && this.#feed !== undefined)
      this.#kept = device.forget(this.#feed) ? 'kept' : 'cannot';
    this.#focus('#download');
    announce(this.#situation!.t('erased'));
    this.#host.dispatchEvent(new CealOasisErasedEvent());
  };

  #focus(selector: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus(),
    );
  }
}
