/** The facilitator's part as plain values: timers, progress, its stored and its downloaded text, and screens. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/oasis-guide/facilitator/locales/index.js';
import {
  isEmptyProgress,
  MAX_NOTE_LENGTH,
  NO_PROGRESS,
  runningTimers,
  stepProgressOf,
  timerOf,
  withGroupSize,
  withNote,
  withPosition,
  withTick,
  withTimer,
  type ScreenPosition,
} from '../../src/oasis-guide/facilitator/progress.js';
import { reportOf } from '../../src/oasis-guide/facilitator/report.js';
import { findScreen, screenKey, neighbourOf, screensOf } from '../../src/oasis-guide/facilitator/screens.js';
import { parseProgress, serializeProgress } from '../../src/oasis-guide/facilitator/stored-progress.js';
import {
  clockFace,
  durationMs,
  elapsedMs,
  lastReached,
  mayStop,
  milestonesOf,
  pauseTimer,
  startTimer,
  stateOf,
  UNUSED_TIMER,
  type Minutes,
} from '../../src/oasis-guide/facilitator/timer.js';
import type { GuideStep } from '../../src/oasis-guide/guide.js';
import { activityWith, guideWith, stepWith } from '../support/node/oasis-steps.js';

const MINUTE_MS = 60_000;

describe('a timer', () => {
  it('is unused, running or paused', () => {
    const running = startTimer(UNUSED_TIMER, 1_000);
    const states = [UNUSED_TIMER, running, pauseTimer(running, 2_000)].map(stateOf);
    assert.deepEqual(states, ['unused', 'running', 'paused']);
  });
  it('keeps time by the clock, through pauses', () => {
    const first = startTimer(UNUSED_TIMER, 1_000);
    assert.equal(elapsedMs(first, 61_000), 60_000);
    const paused = pauseTimer(first, 61_000);
    assert.equal(elapsedMs(paused, 9_000_000), 60_000);
    assert.equal(elapsedMs(startTimer(paused, 10_000_000), 10_005_000), 65_000);
  });
  it('stays as it is when started or paused twice', () => {
    const running = startTimer(UNUSED_TIMER, 1);
    assert.equal(startTimer(running, 5_000), running);
    assert.equal(pauseTimer(UNUSED_TIMER, 5_000), UNUSED_TIMER);
  });
  it('loses nothing when the clock is set back', () =>
    assert.equal(elapsedMs({ spent: 500, since: 10_000 }, 2_000), 500));
  it('takes the longest time that the feed gives, or none', () => {
    assert.equal(durationMs({ min: 45 }), 45 * MINUTE_MS);
    assert.equal(durationMs({ min: 60, max: 45 }), 60 * MINUTE_MS);
    assert.equal(durationMs({ min: 0 }), undefined);
    assert.equal(durationMs(undefined), undefined);
  });
  it('has milestones: when it may end, the last minutes and the end', () => {
    const linesOf = (minutes: Minutes | undefined) =>
      milestonesOf(minutes).map(
        ({ atMs, term, minutesLeft }) => `${atMs / MINUTE_MS} ${term} ${minutesLeft}`,
      );
    assert.deepEqual(linesOf({ min: 45, max: 60 }), [
      '45 timeEnough 15',
      '55 timeLeft 5',
      '59 timeLeft 1',
      '60 timeOver 0',
    ]);
    assert.deepEqual(linesOf({ min: 20 }), ['15 timeLeft 5', '19 timeLeft 1', '20 timeOver 0']);
    assert.deepEqual(linesOf({ min: 1 }), ['1 timeOver 0']);
    assert.deepEqual(linesOf(undefined), []);
  });
  it('may be stopped between its shortest and its longest time', () => {
    const may = (min: number) => mayStop({ min: 45, max: 60 }, min * MINUTE_MS);
    assert.deepEqual([44, 45, 59, 60].map(may), [false, true, true, false]);
    assert.equal(mayStop({ min: 45 }, 44 * MINUTE_MS), false);
    assert.equal(mayStop(undefined, MINUTE_MS), false);
  });
  it('reports only the last milestone of those that passed while nobody looked', () => {
    const milestones = milestonesOf({ min: 20 });
    assert.equal(lastReached(milestones, 0, 14 * MINUTE_MS), undefined);
    assert.equal(lastReached(milestones, 14 * MINUTE_MS, 15 * MINUTE_MS)?.minutesLeft, 5);
    assert.equal(lastReached(milestones, 15 * MINUTE_MS, 15 * MINUTE_MS + 1), undefined);
    assert.equal(lastReached(milestones, 14 * MINUTE_MS, 90 * MINUTE_MS)?.term, 'timeOver');
  });
  it('shows time as a clock does', () => {
    const faces = [0, 999, 59_999, 60_000, 3_599_000, 3_600_000, 36_061_000];
    assert.deepEqual(
      faces.map((ms) => clockFace(ms)),
      ['0:00', '0:00', '0:59', '1:00', '59:59', '1:00:00', '10:01:01'],
    );
    assert.equal(clockFace(1, 'up'), '0:01');
    assert.equal(clockFace(-5), '0:00');
  });
});

describe('progress', () => {
  it('ticks and unticks by id, each list for itself', () => {
    const once = withTick(NO_PROGRESS, 'dromen', 'materials', 'podium');
    assert.deepEqual([...stepProgressOf(once, 'dromen').materials], ['podium']);
    assert.deepEqual([...stepProgressOf(once, 'dromen').activities], []);
    assert.deepEqual(
      [...stepProgressOf(withTick(once, 'dromen', 'materials', 'podium'), 'dromen').materials],
      [],
    );
  });
  it('changes no earlier value', () => {
    const before = withNote(NO_PROGRESS, 'dromen', 'een');
    withNote(before, 'dromen', 'twee');
    assert.equal(stepProgressOf(before, 'dromen').note, 'een');
    assert.equal(NO_PROGRESS.steps.size, 0);
  });
  it('knows no step but those it was told of', () =>
    assert.equal(stepProgressOf(NO_PROGRESS, 'constructor').note, ''));
  it('takes whole groups only', () => {
    assert.equal(withGroupSize(NO_PROGRESS, 18).groupSize, 18);
    for (const group of [0, -1, 2.5, NaN, 10_000, undefined])
      assert.equal(withGroupSize(NO_PROGRESS, group).groupSize, undefined);
  });
  it('finds every timer that runs, of the activities that there are', () => {
    const { steps } = guideWith(
      stepWith('a', { activities: [activityWith('x'), activityWith('y')] }),
      stepWith('b', { activities: [activityWith('x')] }),
    );
    const still = withTimer(NO_PROGRESS, 'a', 'x', { spent: 5 });
    assert.deepEqual(runningTimers(still, steps), []);
    const gone = withTimer(still, 'weg', 'x', { spent: 0, since: 1 });
    const both = withTimer(withTimer(gone, 'b', 'x', { spent: 0, since: 2 }), 'a', 'y', {
      spent: 0,
      since: 1,
    });
    assert.deepEqual(
      runningTimers(both, steps).map(({ step, activity }) => `${step.id} ${activity.id}`),
      ['a y', 'b x'],
    );
    assert.equal(timerOf(both, 'b', 'x').since, 2);
  });
  it('is empty as long as somebody only looks around', () => {
    assert.ok(isEmptyProgress(withPosition(NO_PROGRESS, { step: 'a', screen: 'talk' })));
    assert.ok(!isEmptyProgress(withGroupSize(NO_PROGRESS, 3)));
    assert.ok(!isEmptyProgress(withNote(NO_PROGRESS, 'a', 'x')));
  });
});

describe('stored progress', () => {
  const position: ScreenPosition = { step: 'kijken', screen: 'activity-vertellen' };
  const full = withGroupSize(
    withTimer(
      withNote(withTick(NO_PROGRESS, 'kijken', 'materials', 'kaartjes'), 'kijken', 'Twee mensen later.'),
      'kijken',
      'vertellen',
      { spent: 10, since: 20 },
    ),
    18,
  );
  it('holds the position of the facilitator, unless that was spoiled', () => {
    const text = JSON.parse(serializeProgress(full, 'f')) as object;
    const positionIn = (at: unknown) => parseProgress(JSON.stringify({ ...text, at }), 'f', 30)?.position;
    assert.deepEqual(positionIn(position), position);
    for (const at of [undefined, null, 'kijken', {}, { step: 'kijken' }, { step: '<b>', screen: 'talk' }])
      assert.equal(positionIn(at), undefined);
  });
  it('comes back as it was', () =>
    assert.deepEqual(parseProgress(serializeProgress(full, 'overvecht'), 'overvecht', 30), full));
  it('is not taken from another feed', () =>
    assert.equal(parseProgress(serializeProgress(full, 'elders'), 'overvecht', 30), undefined));

  it('is the same on a page whose old library gives maps and sets a toJSON', () => {
    const text = serializeProgress(full, 'f');
    const classes = [Map.prototype, Set.prototype] as { toJSON?: () => unknown }[];
    const toJSON = function (this: unknown) {
      return [...(this as Iterable<unknown>)];
    };
    try {
      for (const prototype of classes) prototype.toJSON = toJSON;
      assert.equal(serializeProgress(full, 'f'), text);
    } finally {
      for (const prototype of classes) delete prototype.toJSON;
    }
  });
  it('is nothing when it cannot be read', () => {
    for (const text of [null, '', '{', 'null', '[]', '7', '{"version":2,"feed":"overvecht"}'])
      assert.equal(parseProgress(text, 'overvecht', 30), undefined);
  });
  it('leaves out what was spoiled, and keeps the rest', () => {
    const text = JSON.stringify({
      version: 1,
      feed: 'overvecht',
      group: 'veel',
      steps: {
        ['__proto__']: { note: 'x' },
        'No Slug': { note: 'x' },
        kijken: {
          materials: ['kaartjes', 3, null, '<b>'],
          activities: 'alles',
          note: { nl: 'x' },
          timers: { a: { spent: -1 }, b: { spent: 5, since: 'x' }, c: null, d: { spent: 5, since: 99 } },
        },
        dromen: 7,
      },
    });
    const { groupSize, steps } = parseProgress(text, 'overvecht', 30)!;
    assert.equal(groupSize, undefined);
    assert.deepEqual([...steps.keys()], ['kijken', 'dromen']);
    const { materials, activities, note, timers } = steps.get('kijken')!;
    assert.deepEqual([...materials], ['kaartjes']);
    assert.deepEqual([...activities], []);
    assert.equal(note, '');
    assert.deepEqual(
      [...timers],
      [
        ['b', { spent: 5 }],
        ['d', { spent: 5 }],
      ],
    );
  });
  it('cuts a note that is too long', () => {
    const long = withNote(NO_PROGRESS, 'kijken', 'x'.repeat(30_000));
    assert.equal(long.steps.get('kijken')?.note.length, MAX_NOTE_LENGTH);
  });
  it('is parsed without an error, whatever the text is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (steps, group) => {
        const text = JSON.stringify({ version: 1, feed: 'f', steps, group });
        const read = parseProgress(text, 'f', 30);
        assert.ok(read);
        assert.deepEqual(parseProgress(serializeProgress(read, 'f'), 'f', 30), read);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => assert.equal(parseProgress(text, 'f', 30), undefined)));
  });
});

const kijken = stepWith('kijken', {
  name: 'Kijken',
  activities: [activityWith('lopen', { title: 'Lopen' })],
  materials: [{ id: 'kaartjes', label: 'Kaartjes' }],
  questions: ['Wat is mooi?'],
});
const bare = stepWith('dromen', { name: 'Dromen' });
const guide = guideWith(kijken, bare);
const [first, second] = guide.steps as [GuideStep, GuideStep];

describe('the screens of a facilitator', () => {
  it('are one thing each; what a step has not is left out', () => {
    const kinds = (step: GuideStep) => screensOf(step).map(({ kind }) => kind);
    assert.deepEqual(kinds(first), ['start', 'materials', 'activity', 'talk', 'note']);
    assert.deepEqual(kinds(second), ['start', 'note']);
  });
  it('follow one another across steps, to either end', () => {
    const beside = (step: GuideStep, key: string, by: 1 | -1) => {
      const neighbour = neighbourOf(guide.steps, { step, screen: findScreen(step, key) }, by);
      return neighbour && `${neighbour.step.id} ${screenKey(neighbour.screen)}`;
    };
    assert.equal(beside(first, 'materials', 1), 'kijken activity-lopen');
    assert.equal(beside(first, 'note', 1), 'dromen start');
    assert.equal(beside(second, 'start', -1), 'kijken note');
    assert.equal(beside(first, 'start', -1), undefined);
    assert.equal(beside(second, 'note', 1), undefined);
  });
  it('are found by their key; an unknown one is the beginning', () => {
    const found = (key: string | undefined) => screenKey(findScreen(first, key));
    for (const key of ['materials', 'activity-lopen', 'talk', 'note']) assert.equal(found(key), key);
    for (const key of [undefined, '', 'lopen', 'activity-weg', 'constructor'])
      assert.equal(found(key), 'start');
  });
});

describe('the text to download', () => {
  const options = {
    t: createTranslator(languages, 'nl', undefined, undefined),
    localeContext: { locale: 'nl', feedLanguage: 'nl' },
    now: 0,
  };
  it('holds ticks, times and notes of every step', () => {
    const done = withGroupSize(
      withNote(
        withTimer(withTick(NO_PROGRESS, 'kijken', 'materials', 'kaartjes'), 'kijken', 'lopen', {
          spent: 65_000,
        }),
        'dromen',
        'Een tuin.\nEen bank.',
      ),
      12,
    );
    assert.equal(
      reportOf(guide, done, options),
      `De Oasis

Groep: 12 mensen

Stap 1 van 2: Kijken
====================

Wat je nodig hebt
[x] Kaartjes

Wat je doet
[ ] Lopen (1:05)

Stap 2 van 2: Dromen
====================

Aantekeningen
Een tuin.
Een bank.
`,
    );
  });
  it('keeps the note of a step that the feed no longer has', () => {
    const text = reportOf(guide, withNote(NO_PROGRESS, 'weg', 'Niet vergeten.'), options);
    assert.ok(text.endsWith('Een stap die er niet meer is: weg\n\nNiet vergeten.\n'));
  });
});
