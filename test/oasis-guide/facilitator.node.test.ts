/** What a facilitator does, as plain values: timers, progress, what is stored of it, and what is downloaded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/oasis-guide/facilitator/locales/index.js';
import * as progress from '../../src/oasis-guide/facilitator/progress.js';
import { reportOf } from '../../src/oasis-guide/facilitator/report.js';
import { findScreen, screenKey, neighbourOf, screensOf } from '../../src/oasis-guide/facilitator/screens.js';
import { parseProgress, serializeProgress } from '../../src/oasis-guide/facilitator/stored-progress.js';
import * as timer from '../../src/oasis-guide/facilitator/timer.js';
import { guideOf } from '../../src/oasis-guide/guide.js';

const MINUTE = 60_000;

describe('a timer', () => {
  it('keeps time by the clock, through pauses', () => {
    const first = timer.startTimer(timer.UNUSED_TIMER, 1_000);
    assert.equal(timer.elapsedMs(first, 61_000), 60_000);
    const paused = timer.pauseTimer(first, 61_000);
    assert.equal(timer.elapsedMs(paused, 9_000_000), 60_000);
    assert.equal(timer.elapsedMs(timer.startTimer(paused, 10_000_000), 10_005_000), 65_000);
  });
  it('stays as it is when started or paused twice', () => {
    const running = timer.startTimer(timer.UNUSED_TIMER, 1);
    assert.equal(timer.startTimer(running, 5_000), running);
    assert.equal(timer.pauseTimer(timer.UNUSED_TIMER, 5_000), timer.UNUSED_TIMER);
  });
  it('loses nothing when the clock is set back', () =>
    assert.equal(timer.elapsedMs({ spent: 500, since: 10_000 }, 2_000), 500));
  it('takes the longest time that the feed gives, or none', () => {
    assert.equal(timer.durationMs({ min: 45 }), 45 * MINUTE);
    assert.equal(timer.durationMs({ min: 60, max: 45 }), 60 * MINUTE);
    assert.equal(timer.durationMs({ min: 0 }), undefined);
    assert.equal(timer.durationMs(undefined), undefined);
  });
  it('tells when it may end, the last minutes and the end', () => {
    const told = (minutes) =>
      timer.milestonesOf(minutes).map(({ atMs: at, term, minutesLeft: left }) => `${at / MINUTE} ${term} ${left}`);
    assert.deepEqual(told({ min: 45, max: 60 }), [
      '45 timeEnough 15',
      '55 timeLeft 5',
      '59 timeLeft 1',
      '60 timeOver 0',
    ]);
    assert.deepEqual(told({ min: 20 }), ['15 timeLeft 5', '19 timeLeft 1', '20 timeOver 0']);
    assert.deepEqual(told({ min: 1 }), ['1 timeOver 0']);
    assert.deepEqual(told(undefined), []);
  });
  it('may stop between its shortest and its longest time', () => {
    const may = (min) => timer.mayStop({ min: 45, max: 60 }, min * MINUTE);
    assert.deepEqual([44, 45, 59, 60].map(may), [false, true, true, false]);
    assert.equal(timer.mayStop({ min: 45 }, 44 * MINUTE), false);
    assert.equal(timer.mayStop(undefined, MINUTE), false);
  });
  it('tells only the last of what passed while nobody looked', () => {
    const moments = timer.milestonesOf({ min: 20 });
    assert.equal(timer.lastReached(moments, 0, 14 * MINUTE), undefined);
    assert.equal(timer.lastReached(moments, 14 * MINUTE, 15 * MINUTE).minutesLeft, 5);
    assert.equal(timer.lastReached(moments, 15 * MINUTE, 15 * MINUTE + 1), undefined);
    assert.equal(timer.lastReached(moments, 14 * MINUTE, 90 * MINUTE).term, 'timeOver');
  });
  it('shows time as a clock does', () => {
    const faces = [0, 999, 59_999, 60_000, 3_599_000, 3_600_000, 36_061_000];
    assert.deepEqual(
      faces.map((ms) => timer.clockFace(ms)),
      ['0:00', '0:00', '0:59', '1:00', '59:59', '1:00:00', '10:01:01'],
    );
    assert.equal(timer.clockFace(1, 'up'), '0:01');
    assert.equal(timer.clockFace(-5), '0:00');
  });
});

describe('progress', () => {
  const { NO_PROGRESS: NOTHING_YET, withTick: ticked, withNote: noted, withTimer: timed, withGroupSize: sized, stepProgressOf: progressOf, timerOf, runningTimers: runningIn } = progress;
  it('ticks and unticks by id, each list for itself', () => {
    const once = ticked(NOTHING_YET, 'dromen', 'materials', 'podium');
    assert.deepEqual([...progressOf(once, 'dromen').materials], ['podium']);
    assert.deepEqual([...progressOf(once, 'dromen').activities], []);
    assert.deepEqual([...progressOf(ticked(once, 'dromen', 'materials', 'podium'), 'dromen').materials], []);
  });
  it('changes no earlier value', () => {
    const before = noted(NOTHING_YET, 'dromen', 'een');
    noted(before, 'dromen', 'twee');
    assert.equal(progressOf(before, 'dromen').note, 'een');
    assert.equal(NOTHING_YET.steps.size, 0);
  });
  it('knows no step but those it was told of', () =>
    assert.equal(progressOf(NOTHING_YET, 'constructor').note, ''));
  it('takes whole groups only', () => {
    assert.equal(sized(NOTHING_YET, 18).groupSize, 18);
    for (const group of [0, -1, 2.5, NaN, 10_000, undefined])
      assert.equal(sized(NOTHING_YET, group).groupSize, undefined);
  });
  it('finds every timer that runs, of the activities that there are', () => {
    const steps = [
      { id: 'a', activities: [{ id: 'x' }, { id: 'y' }] },
      { id: 'b', activities: [{ id: 'x' }] },
    ];
    const still = timed(NOTHING_YET, 'a', 'x', { spent: 5 });
    assert.deepEqual(runningIn(still, steps), []);
    const gone = timed(still, 'weg', 'x', { spent: 0, since: 1 });
    const both = timed(timed(gone, 'b', 'x', { spent: 0, since: 2 }), 'a', 'y', { spent: 0, since: 1 });
    assert.deepEqual(
      runningIn(both, steps).map(({ step, activity }) => `${step.id} ${activity.id}`),
      ['a y', 'b x'],
    );
    assert.equal(timerOf(both, 'b', 'x').since, 2);
  });
  it('is untouched as long as somebody only looks around', () => {
    const { isEmptyProgress: isUntouched, withPosition: moved } = progress;
    assert.ok(isUntouched(moved(NOTHING_YET, { step: 'a', screen: 'talk' })));
    assert.ok(!isUntouched(sized(NOTHING_YET, 3)));
    assert.ok(!isUntouched(noted(NOTHING_YET, 'a', 'x')));
  });
});

describe('stored progress', () => {
  const { NO_PROGRESS: NOTHING_YET, withTick: ticked, withNote: noted, withTimer: timed, withGroupSize: sized } = progress;
  const at = { step: 'kijken', screen: 'activity-vertellen' };
  const full = sized(
    timed(
      noted(ticked(NOTHING_YET, 'kijken', 'materials', 'kaartjes'), 'kijken', 'Twee mensen later.'),
      'kijken',
      'vertellen',
      { spent: 10, since: 20 },
    ),
    18,
  );
  it('knows where the facilitator was, unless that was spoiled', () => {
    const kept = (place) => parseProgress(serializeProgress({ ...full, position: place }, 'f'), 'f', 30).position;
    assert.deepEqual(kept(at), at);
    for (const place of [undefined, null, 'kijken', {}, { step: 'kijken' }, { step: '<b>', screen: 'talk' }])
      assert.equal(kept(place), undefined);
  });
  it('comes back as it was', () =>
    assert.deepEqual(parseProgress(serializeProgress(full, 'overvecht'), 'overvecht', 30), full));
  it('is not taken from another feed', () =>
    assert.equal(parseProgress(serializeProgress(full, 'elders'), 'overvecht', 30), undefined));
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
    const { group, steps } = parseProgress(text, 'overvecht', 30);
    assert.equal(group, undefined);
    assert.deepEqual([...steps.keys()], ['kijken', 'dromen']);
    assert.deepEqual([...steps.get('kijken').materials], ['kaartjes']);
    assert.deepEqual([...steps.get('kijken').activities], []);
    assert.equal(steps.get('kijken').note, '');
    assert.deepEqual(
      [...steps.get('kijken').timers],
      [
        ['b', { spent: 5 }],
        ['d', { spent: 5 }],
      ],
    );
  });
  it('cuts a note that is too long', () => {
    const long = noted(NOTHING_YET, 'kijken', 'x'.repeat(30_000));
    assert.equal(long.steps.get('kijken').note.length, progress.MAX_NOTE_LENGTH);
  });
  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (steps, group) => {
        const text = JSON.stringify({ version: 1, feed: 'f', steps, group });
        const read = parseProgress(text, 'f', 30);
        assert.deepEqual(parseProgress(serializeProgress(read, 'f'), 'f', 30), read);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => assert.equal(parseProgress(text, 'f', 30), undefined)));
  });
});

const kijken = {
  id: 'kijken',
  name: 'Kijken',
  activities: [{ id: 'lopen', title: 'Lopen', hints: [] }],
  materials: [{ id: 'kaartjes', label: 'Kaartjes' }],
  questions: ['Wat is mooi?'],
  tips: [],
  links: [],
};
const bare = {
  id: 'dromen',
  name: 'Dromen',
  activities: [],
  materials: [],
  questions: [],
  tips: [],
  links: [],
};
const guide = guideOf({ title: 'De Oasis', sources: [], steps: [kijken, bare] });

describe('the screens of a facilitator', () => {
  it('are one thing each; what a step has not is left out', () => {
    const kinds = (step) => screensOf(step).map(({ kind }) => kind);
    assert.deepEqual(kinds(guide.steps[0]), ['start', 'materials', 'activity', 'talk', 'note']);
    assert.deepEqual(kinds(guide.steps[1]), ['start', 'note']);
  });
  it('follow one another across steps, to either end', () => {
    const { steps } = guide;
    const beside = (step, key, by) => {
      const place = neighbourOf(steps, { step: steps[step], screen: findScreen(steps[step], key) }, by);
      return place && `${place.step.id} ${screenKey(place.screen)}`;
    };
    assert.equal(beside(0, 'materials', 1), 'kijken activity-lopen');
    assert.equal(beside(0, 'note', 1), 'dromen start');
    assert.equal(beside(1, 'start', -1), 'kijken note');
    assert.equal(beside(0, 'start', -1), undefined);
    assert.equal(beside(1, 'note', 1), undefined);
  });
  it('are found by their key; an unknown one is the beginning', () => {
    const found = (key) => screenKey(findScreen(guide.steps[0], key));
    for (const key of ['materials', 'activity-lopen', 'talk', 'note']) assert.equal(found(key), key);
    for (const key of [undefined, '', 'lopen', 'activity-weg', 'constructor'])
      assert.equal(found(key), 'start');
  });
});

describe('the text to download', () => {
  const reader = { locale: 'nl', feedLanguage: 'nl' };
  const say = createTranslator(languages, 'nl', undefined, undefined);
  const { NO_PROGRESS: NOTHING_YET, withTick: ticked, withNote: noted, withTimer: timed, withGroupSize: sized } = progress;
  it('holds ticks, times and notes of every step', () => {
    const done = sized(
      noted(
        timed(ticked(NOTHING_YET, 'kijken', 'materials', 'kaartjes'), 'kijken', 'lopen', {
          spent: 65_000,
        }),
        'dromen',
        'Een tuin.\nEen bank.',
      ),
      12,
    );
    assert.equal(
      reportOf(guide, done, say, reader, 0),
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
    const text = reportOf(guide, noted(NOTHING_YET, 'weg', 'Niet vergeten.'), say, reader, 0);
    assert.ok(text.endsWith('Een stap die er niet meer is: weg\n\nNiet vergeten.\n'));
  });
});
