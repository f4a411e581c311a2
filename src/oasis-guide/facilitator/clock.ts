import { html, nothing, type TemplateResult } from 'lit';
import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { Look } from './look.js';
import { runningIn, timed, timerOf } from './progress.js';
import { activityName } from './title.js';
import * as timer from './timer.js';

/** What a clock shows: the time that is left, that there was, or that it took too long. */
interface Reading {
  readonly term: 'timeRemaining' | 'timeSpent' | 'timeExtra';
  readonly face: string;
}

function readingOf(it: timer.Timer, minutes: OasisActivity['minutes'], now: number): Reading {
  const spent = timer.elapsed(it, now);
  const total = timer.timeOf(minutes);
  if (total === undefined) return { term: 'timeSpent', face: timer.clockFace(spent) };
  if (spent < total) return { term: 'timeRemaining', face: timer.clockFace(total - spent, 'up') };
  return { term: 'timeExtra', face: timer.clockFace(spent - total) };
}

/** A reading in words, with its figures apart. */
function sayReading({ term, face }: Reading, t: Look['t']): TemplateResult {
  const [before, after] = t(term, { time: '\n' }).split('\n');
  return html`${before}<span class="digits">${face}</span>${after}`;
}

/** What else the facilitator needs of the clocks. */
export interface ClockSettings {
  readonly screenAwake: boolean;
  readonly sound: boolean;
  readonly onSound: (on: boolean) => void;
}

/** The timer of an activity. */
export function clock(activity: OasisActivity, look: Look, settings: ClockSettings): TemplateResult {
  const { t, step, progress, now, change } = look;
  const it = timerOf(progress, step.id, activity.id);
  const reading = readingOf(it, activity.minutes, now);
  const set = (next: (before: timer.Timer) => timer.Timer) => () =>
    change((before) => timed(before, step.id, activity.id, next(timerOf(before, step.id, activity.id))));
  const running = timer.isRunning(it);
  const used = running || it.spent > 0;
  return html`
    <section
      class="clock ${reading.term}"
      part="timer"
      aria-label=${t('timer', { name: activityName(activity, look) })}
    >
      <p class="face" role="timer">${sayReading(reading, t)}</p>
      <p class="clock-note">${clockNote(activity, it, look, settings.screenAwake)}</p>
      <div class="clock-buttons">
        ${
          running
            ? html`<button
                type="button"
                class="button"
                part="button"
                @click=${set((before) => timer.pause(before, Date.now()))}
              >
                ${t('timePause')}
              </button>`
            : html`<button
                type="button"
                class="button primary"
                part="button"
                @click=${set((before) => timer.start(before, Date.now()))}
              >
                ${t(used ? 'timeResume' : 'timeStart')}
              </button>`
        }
        ${
          used && !running
            ? html`<button type="button" class="button" part="button" @click=${set(() => timer.UNUSED)}>
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
                .checked=${settings.sound}
                @change=${({ target }: Event) => settings.onSound((target as HTMLInputElement).checked)}
              />
              <span>${t('sound')}</span>
            </label>`
          : nothing
      }
    </section>
  `;
}

/** How the clock stands, in words. */
function clockNote({ minutes }: OasisActivity, it: timer.Timer, look: Look, awake: boolean): string {
  const { t, now } = look;
  const spent = timer.elapsed(it, now);
  const running = timer.isRunning(it);
  return [
    spent >= (timer.timeOf(minutes) ?? Infinity) ? t('timeUp') : '',
    timer.mayStop(minutes, spent) ? t('mayStop') : '',
    running ? t('timeRunning') : it.spent > 0 ? t('timePaused') : '',
    running && awake ? t('screenAwake') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The timers that run for other activities than the one in sight, each with a way there. */
export function otherClocks(look: Look): TemplateResult | typeof nothing {
  const { guide, step, screen, t, progress, now, go } = look;
  const others = runningIn(progress, guide.steps).filter(
    (it) => it.step !== step || screen.kind !== 'activity' || it.activity !== screen.activity,
  );
  if (others.length === 0) return nothing;
  return html`
    <div class="others" part="timers">
      <p id="others">${t('alsoRunning')}</p>
      <ul role="list" aria-labelledby="others">
        ${others.map(
          ({ step: of, activity, timer: it }) => html`
            <li>
              <button
                type="button"
                class="link-button"
                part="button"
                @click=${() => go({ step: of, screen: { kind: 'activity', activity } })}
              >
                ${activityName(activity, look)}
              </button>
              ${sayReading(readingOf(it, activity.minutes, now), t)}
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}
