import { ID_PATTERN } from '../../feed/patterns.js';
import { asRecord, parseJson } from '../../feed/record.js';
import {
  MAX_NOTE_LENGTH,
  withGroupSize,
  type OasisProgress,
  type ScreenPosition,
  type StepProgress,
} from './progress.js';
import type { Timer } from './timer.js';
import { flatMap } from '../../lists.js';
import { toJson } from '../../feed/json.js';

/*
 * Progress as text, to be stored on a device, and back. Whatever else writes in a page's storage, and people with its
 * tools do, parsing never throws: what does not fit is left out.
 */
const VERSION = 1;
const SCREEN_PATTERN = /^[a-z][a-z0-9-]{0,79}$/;
/** Steps of a feed, and items or timers of a step: no guide has more. */
const MAX_ENTRIES = 100;

export function serializeProgress({ groupSize, position, steps }: OasisProgress, feedId: string): string {
  return toJson({ version: VERSION, feed: feedId, group: groupSize, at: position, steps: plain(steps) });
}

/** The form of a step in JSON, which has neither sets nor maps. */
function plain(steps: OasisProgress['steps']): unknown {
  const plainStep = ({ materials, activities, timers, note }: StepProgress) => ({
    materials: [...materials],
    activities: [...activities],
    timers: Object.fromEntries(timers),
    note,
  });
  return Object.fromEntries([...steps].map(([id, step]) => [id, plainStep(step)]));
}

/**
 * The progress in a text; `undefined` if it is not one of this version and this feed. `now`, in milliseconds: a timer
 * cannot have been started later.
 */
export function parseProgress(text: string | null, feedId: string, now: number): OasisProgress | undefined {
  const { version, feed, group, at, steps } = asRecord(parseJson(text));
  if (version !== VERSION || feed !== feedId) return undefined;
  const position = readPosition(at);
  return withGroupSize(
    { ...(position && { position }), steps: readById(steps, (step) => readStep(step, now)) },
    group as number | undefined,
  );
}

function readPosition(value: unknown): ScreenPosition | undefined {
  const { step, screen } = asRecord(value);
  const areTexts = typeof step === 'string' && typeof screen === 'string';
  return areTexts && ID_PATTERN.test(step) && SCREEN_PATTERN.test(screen) ? { step, screen } : undefined;
}

function readStep(value: unknown, now: number): StepProgress {
  const { materials, activities, timers, note } = asRecord(value);
  return {
    materials: readIds(materials),
    activities: readIds(activities),
    timers: readById(timers, (timer) => readTimer(timer, now)),
    note: typeof note === 'string' ? note.slice(0, MAX_NOTE_LENGTH) : '',
  };
}

function readTimer(value: unknown, now: number): Timer | undefined {
  const { spent, since } = asRecord(value);
  const isTime = (time: unknown): time is number => Number.isFinite(time) && (time as number) >= 0;
  if (!isTime(spent) || spent > now) return undefined;
  return isTime(since) && since <= now ? { spent, since } : { spent };
}

function readIds(value: unknown): ReadonlySet<string> {
  const ids: unknown[] = Array.isArray(value) ? value.slice(0, MAX_ENTRIES) : [];
  return new Set(ids.filter((id): id is string => typeof id === 'string' && ID_PATTERN.test(id)));
}

/** Values by id; those that `read` gives nothing for are left out. */
function readById<T>(value: unknown, read: (value: unknown) => T | undefined): ReadonlyMap<string, T> {
  const entries = Object.entries(asRecord(value))
    .filter(([id]) => ID_PATTERN.test(id))
    .slice(0, MAX_ENTRIES);
  return new Map(
    flatMap(entries, ([id, raw]) => {
      const item = read(raw);
      return item === undefined ? [] : [[id, item]];
    }),
  );
}
