/** The guide's own order and names, whatever the feed's numbers are. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OasisStep } from '../../src/feed/sections/oasis.js';
import { findStep, otherNames } from '../../src/oasis-guide/guide.js';
import { arcTo, fitsCircle, pointsOnCircle, type Point } from '../../src/oasis-guide/circle.js';
import { hintsFor, groupRangeOf } from '../../src/oasis-guide/hints.js';
import { guideWith, stepWith } from '../support/node/oasis-steps.js';

type Numbers = readonly (number | undefined)[];

/** Steps `s1`, `s2` … with these numbers. */
const steps = (...numbers: Numbers) => numbers.map((number, index) => stepWith(`s${index + 1}`, { number }));
const order = (...numbers: Numbers) => guideWith(...steps(...numbers)).steps.map(({ id }) => id);

describe('the order of steps', () => {
  it('follows the numbers', () => assert.deepEqual(order(3, 1, 2), ['s2', 's3', 's1']));
  it('is the order of the feed without numbers', () =>
    assert.deepEqual(order(undefined, undefined, undefined), ['s1', 's2', 's3']));
  it('keeps the order of the feed where a number stands twice', () =>
    assert.deepEqual(order(2, 1, 2, 1), ['s2', 's4', 's1', 's3']));
  it('puts a step without number after the one before it in the feed', () =>
    assert.deepEqual(order(2, undefined, 1), ['s3', 's1', 's2']));
  it('counts from one, whatever the numbers are', () => {
    const { steps: shown, places } = guideWith(...steps(4, 9, 40));
    assert.deepEqual(
      shown.map(({ place }) => place),
      [1, 2, 3],
    );
    assert.equal(places, 3);
  });
  it('has room for none and for eleven', () => {
    assert.deepEqual(guideWith(), {
      oasis: { title: 'De Oasis', sources: [], steps: [] },
      steps: [],
      places: 0,
    });
    assert.equal(guideWith(...steps(...Array(11).keys())).places, 11);
  });
  it('gives a step that may be done instead the place of the one before it', () => {
    const [a, b, c] = steps(1, 2, 3) as [OasisStep, OasisStep, OasisStep];
    const { steps: shown, places } = guideWith(a, { ...b, alternative: true }, c);
    assert.deepEqual(
      shown.map(({ place, isAlternative: isInstead }) => [place, isInstead]),
      [
        [1, false],
        [1, true],
        [2, false],
      ],
    );
    assert.equal(places, 2);
  });
  it('begins with a step that is not instead of anything', () => {
    const [first] = guideWith(stepWith('s1', { alternative: true })).steps;
    assert.deepEqual([first?.place, first?.isAlternative], [1, false]);
  });
});

describe('finding a step', () => {
  const found = (wanted: string | undefined) => findStep(guideWith(...steps(2, 1)), wanted)?.id;
  it('takes the step with that id', () => assert.equal(found('s1'), 's1'));
  it('takes the step at that place when no id fits', () => assert.equal(found('1'), 's2'));
  it('finds nothing for what is not there', () => {
    for (const wanted of [undefined, '', '0', '3', 'nope']) assert.equal(found(wanted), undefined);
  });
});

describe('the other names of a step', () => {
  const reader = { locale: 'nl-NL', feedLanguage: 'nl' };
  const names = (step: Partial<OasisStep>, localeContext = reader) =>
    otherNames(stepWith('s1', step), localeContext).map(({ language, text }) => `${language} ${text}`);
  it('are the original one first, then the other languages', () =>
    assert.deepEqual(names({ name: { nl: 'Kijken', en: 'Gaze' }, originalName: { pt: 'Olhar' } }), [
      'pt Olhar',
      'en Gaze',
    ]));
  it('take an original name without language for Portuguese', () =>
    assert.deepEqual(names({ name: 'Kijken', originalName: 'Olhar' }), ['pt Olhar']));
  it('do not repeat the name that is shown', () =>
    assert.deepEqual(
      names(
        { name: { nl: 'Dromen', en: 'Dream' }, originalName: 'Dream' },
        { locale: 'en', feedLanguage: 'nl' },
      ),
      ['nl Dromen'],
    ));
  it('are none where there is one name', () => assert.deepEqual(names({ name: 'Kijken' }), []));
});

describe('hints by the size of the group', () => {
  const few = { max: 7, text: 'few' };
  const some = { min: 8, max: 20, text: 'some' };
  const many = { min: 20, text: 'many' };
  const all = { text: 'all' };
  const fit = (size: number | undefined) => hintsFor([few, some, many, all], size).map(({ text }) => text);
  it('are those whose bounds hold it, bounds included', () => {
    assert.deepEqual(fit(7), ['few', 'all']);
    assert.deepEqual(fit(8), ['some', 'all']);
    assert.deepEqual(fit(20), ['some', 'many', 'all']);
    assert.deepEqual(fit(5_000), ['many', 'all']);
  });
  it('are all of them while nobody has said', () => assert.equal(fit(undefined).length, 4));
  it('read swapped bounds the other way round', () =>
    assert.equal(hintsFor([{ min: 20, max: 8, text: 'x' }], 10).length, 1));
  it('say for whom they are', () => {
    assert.deepEqual(
      [few, some, many, all, { min: 3, max: 3, text: 'x' }, { min: 0, max: 5, text: 'x' }].map(
        (hint) => groupRangeOf(hint)?.term,
      ),
      ['groupUpTo', 'groupBetween', 'groupFrom', undefined, 'groupOf', 'groupUpTo'],
    );
    assert.deepEqual(groupRangeOf({ min: 9, max: 4, text: 'x' }), { term: 'groupBetween', min: 4, max: 9 });
  });
});

describe('the circle', () => {
  it('begins at the top and goes with the clock', () =>
    assert.deepEqual(pointsOnCircle(4), [
      { x: 0, y: -1 },
      { x: 1, y: 0 },
      { x: 0, y: 1 },
      { x: -1, y: 0 },
    ]));
  it('keeps every point at one radius, at equal distances', () => {
    for (const count of [3, 5, 7, 8]) {
      const points = pointsOnCircle(count);
      const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
      for (const [index, point] of points.entries()) {
        assert.ok(Math.abs(Math.hypot(point.x, point.y) - 1) < 0.002);
        const next = points[(index + 1) % count]!;
        assert.ok(Math.abs(distance(point, next) - 2 * Math.sin(Math.PI / count)) < 0.003);
      }
    }
  });
  it('draws the way from the first step, the long way round past half', () => {
    assert.equal(arcTo(0, 4, 10), '');
    assert.equal(arcTo(1, 4, 10), 'M0 -10A10 10 0 0 1 10 0');
    assert.equal(arcTo(3, 4, 10), 'M0 -10A10 10 0 1 1 -10 0');
  });
  it('is there for three to eight short names', () => {
    const names = (count: number, name = 'Kijken') => Array.from({ length: count }, () => name);
    assert.deepEqual(
      [0, 2, 3, 7, 8, 9, 11].map((count) => fitsCircle(names(count))),
      [false, false, true, true, true, false, false],
    );
    for (const name of ['x'.repeat(13), 'een hele lange naam van een stap'])
      assert.equal(fitsCircle([...names(6), name]), false);
    assert.equal(fitsCircle([...names(6), 'Verder groeien']), true);
  });
});
