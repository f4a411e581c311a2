import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../element/announcer.js';
import { rowsOf } from '../../element/views/keyed-rows.js';
import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { FacilitatorView } from './facilitator-view.js';
import { runningTimers, timerOf, withTimer } from './progress.js';
import {
  clockFace,
  durationMs,
  elapsedMs,
  mayStop,
  pauseTimer,
  startTimer,
  stateOf,
  UNUSED_TIMER,
  type Timer,
} from './timer.js';
import { activityName } from './title.js';
import { flatMap } from '../../lists.js';

/** The reading of a clock: the time that is left, the time so far where the feed gives none, or the time over. */
interface ClockReading {
  readonly term: 'timeRemaining' | 'timeSpent' | 'timeExtra';
  readonly face: string;
}

function readingOf(timer: Timer, minutes: OasisActivity['minutes'], now: number): ClockReading {
  const elapsed = elapsedMs(timer, now);
  const total = durationMs(minutes);
  if (total === undefined) return { term: 'timeSpent', face: clockFace(elapsed) };
  if (elapsed < total) return { term: 'timeRemaining', face: clockFace(total - elapsed, 'up') };
  return { term: 'timeExtra', face: clockFace(elapsed - total) };
}

/** A reading in words, with its figures apart. */
function readingText({ term, face }: ClockReading, t: FacilitatorView['t']): TemplateResult {
  const [before, after] = t(term, { time: '\n' }).split('\n');
  return html`${before}<span class="digits">${face}</span>${after}`;
}

/** The timer of an activity. */
export function clock(activity: OasisActivity, view: FacilitatorView): TemplateResult {
  const { t, step, progress, now, updateProgress, sound, onSound } = view;
  const timer = timerOf(progress, step.id, activity.id);
  const state = stateOf(timer);
  const reading = readingOf(timer, activity.minutes, now);
  const isRunning = state === 'running';
  const update = (next: (timer: Timer) => Timer, announced: 'timeRunning' | 'timePaused' | 'timeCleared') => {
    updateProgress((before) =>
      withTimer(before, step.id, activity.id, next(timerOf(before, step.id, activity.id))),
    );
    announce(t(announced), t.language);
  };
  const onToggle = () =>
    isRunning
      ? update((before) => pauseTimer(before, Number(Date.now())), 'timePaused')
      : update((before) => startTimer(before, Number(Date.now())), 'timeRunning');
  const onReset = ({ currentTarget }: Event) => {
    // This button goes with the time that it sets back; the one before it stays.
    ((currentTarget as HTMLElement).previousElementSibling as HTMLElement).focus();
    update(() => UNUSED_TIMER, 'timeCleared');
  };
  return html`
    <section
      class="clock ${reading.term}"
      part="timer"
      aria-label=${t('timer', { name: activityName(activity, view) })}
    >
      <p class="face" role="timer">${readingText(reading, t)}</p>
      <p class="clock-note">${clockNote(activity, timer, view)}</p>
      <div class="clock-buttons">
        <button type="button" class="button ${isRunning ? '' : 'primary'}" part="button" @click=${onToggle}>
          ${t(TOGGLE_TERMS[state])}
        </button>
        ${
          state === 'paused'
            ? html`<button type="button" class="button" part="button" @click=${onReset}>
                ${t('timeReset')}
              </button>`
            : nothing
        }
      </div>
      ${
        activity.minutes
          ? html`<label class="tick sound">
              <input
                type="checkbox"
                .checked=${sound}
                @change=${({ target }: Event) => onSound((target as HTMLInputElement).checked)}
              />
              <span>${t('sound')}</span>
            </label>`
          : nothing
      }
    </section>
  `;
}

/** Words of the one button to start and pause, which keeps the focus while they change. */
const TOGGLE_TERMS = { unused: 'timeStart', running: 'timePause', paused: 'timeResume' } as const;

const STATE_TERMS = { unused: undefined, running: 'timeRunning', paused: 'timePaused' } as const;

/** The state of a clock in words. */
function clockNote(
  { minutes }: OasisActivity,
  timer: Timer,
  { t, now, screenAwake }: FacilitatorView,
): string {
  const elapsed = elapsedMs(timer, now);
  const state = stateOf(timer);
  const terms = [
    elapsed >= (durationMs(minutes) ?? Infinity) && 'timeUp',
    mayStop(minutes, elapsed) && 'mayStop',
    STATE_TERMS[state],
    state === 'running' && screenAwake && 'screenAwake',
  ] as const;
  return flatMap(terms, (term) => (term ? t(term) : [])).join(' ');
}

/** The timers that run for other activities than the one in sight, each with a way there. */
export function otherClocks(view: FacilitatorView): TemplateResult | typeof nothing {
  const { guide, step, screen, t, progress, now, goTo } = view;
  const others = runningTimers(progress, guide.steps).filter(
    (running) => running.step !== step || screen.kind !== 'activity' || running.activity !== screen.activity,
  );
  if (others.length === 0) return nothing;
  return html`
    <div class="others" part="timers">
      <p id="others">${t('alsoRunning')}</p>
      <ul role="list" aria-labelledby="others">
        ${rowsOf(
          others,
          (running) => `${running.step.id} ${running.activity.id}`,
          ({ step: stepOfTimer, activity, timer }) => html`
            <li>
              <button
                type="button"
                class="link-button"
                part="button"
                @click=${() => goTo({ step: stepOfTimer, screen: { kind: 'activity', activity } })}
              >
                ${activityName(activity, view)}
              </button>
              ${readingText(readingOf(timer, activity.minutes, now), t)}
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}
