/** Sign-up windows of editions at an instant, by the clocks of Amsterdam. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EDITION_STATUSES, type Edition } from '../../src/feed/sections/editions.js';
import { canSignUp, windowOf, type SignupWindow } from '../../src/signup/window.js';

interface Dates {
  readonly status?: Edition['status'];
  readonly signupFrom?: string | undefined;
  readonly signupUntil?: string | undefined;
}

/** An edition with dates as a feed that was read holds them. */
const editionWith = (dates: Dates): Edition => ({ id: 'e', title: 'E', status: 'open', ...dates }) as Edition;
const windowAt = (instant: string, dates: Dates): SignupWindow =>
  windowOf(editionWith(dates), Date.parse(instant));
const state = (instant: string, dates: Dates): SignupWindow['state'] => windowAt(instant, dates).state;
const OPEN: Dates = { status: 'open', signupFrom: '2026-10-01', signupUntil: '2027-08-31' };

describe('the window of an edition', () => {
  it('opens when the first day begins in Amsterdam', () => {
    assert.equal(state('2026-09-30T21:59:59Z', OPEN), 'soon');
    assert.equal(state('2026-09-30T22:00:00Z', OPEN), 'open');
  });

  it('closes when the last day has ended in Amsterdam', () => {
    assert.equal(state('2027-08-31T21:59:59Z', OPEN), 'open');
    assert.equal(state('2027-08-31T22:00:00Z', OPEN), 'closed');
  });

  it('knows winter time', () => {
    const winter: Dates = { ...OPEN, signupFrom: '2026-12-01', signupUntil: '2026-12-31' };
    assert.equal(state('2026-11-30T22:59:59Z', winter), 'soon');
    assert.equal(state('2026-11-30T23:00:00Z', winter), 'open');
    assert.equal(state('2026-12-31T22:59:59Z', winter), 'open');
    assert.equal(state('2026-12-31T23:00:00Z', winter), 'closed');
  });

  it('says when it opens and until when it is open', () => {
    assert.equal(windowAt('2026-01-01T00:00Z', OPEN).date, '2026-10-01');
    assert.equal(windowAt('2027-01-01T00:00Z', OPEN).date, '2027-08-31');
    assert.equal(windowAt('2028-01-01T00:00Z', OPEN).date, '2027-08-31');
  });

  it('can be told to the minute, to the month and to the year', () => {
    const minutes: Dates = {
      status: 'open',
      signupFrom: '2026-10-01T12:00:00+02:00',
      signupUntil: '2026-10-01T13:00:00+02:00',
    };
    assert.equal(state('2026-10-01T09:59:00Z', minutes), 'soon');
    assert.equal(state('2026-10-01T10:00:00Z', minutes), 'open');
    assert.equal(state('2026-10-01T11:01:00Z', minutes), 'closed');
    const vague: Dates = { status: 'open', signupFrom: '2026-10', signupUntil: '2027' };
    assert.equal(state('2026-09-30T20:00:00Z', vague), 'soon');
    assert.equal(state('2026-10-01T00:00:00Z', vague), 'open');
    assert.equal(state('2027-12-31T22:00:00Z', vague), 'open');
    assert.equal(state('2027-12-31T23:30:00Z', vague), 'closed');
  });

  it('follows the status where the feed gives no dates', () => {
    const expected: Readonly<Record<Edition['status'], SignupWindow['state']>> = {
      planned: 'soon',
      open: 'open',
      full: 'full',
      running: 'closed',
      finished: 'closed',
      cancelled: 'cancelled',
      unknown: 'open',
    };
    for (const status of EDITION_STATUSES)
      assert.equal(state('2026-11-24T12:00:00Z', { status }), expected[status], status);
  });

  it('lets dates decide for a planned edition, and for one that is running', () => {
    assert.equal(state('2026-11-24T12:00:00Z', { ...OPEN, status: 'planned' }), 'open');
    assert.equal(state('2026-11-24T12:00:00Z', { ...OPEN, status: 'running' }), 'open');
  });

  it('has a waiting list when it is full, but not outside the window', () => {
    const full: Dates = { ...OPEN, status: 'full' };
    assert.equal(state('2026-11-24T12:00:00Z', full), 'full');
    assert.ok(canSignUp(windowAt('2026-11-24T12:00:00Z', full)));
    assert.equal(state('2026-01-01T12:00:00Z', full), 'soon');
    assert.ok(!canSignUp(windowAt('2026-01-01T12:00:00Z', full)));
    assert.equal(state('2028-01-01T12:00:00Z', full), 'closed');
  });

  it('stays shut for what is over or called off, whatever the dates', () => {
    assert.equal(state('2026-11-24T12:00:00Z', { ...OPEN, status: 'cancelled' }), 'cancelled');
    assert.equal(state('2026-11-24T12:00:00Z', { ...OPEN, status: 'finished' }), 'closed');
  });

  it('opens once and closes once', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const instant = fc.integer({ min: Date.parse('2019-01-01'), max: Date.parse('2032-01-01') });
    const order = ['soon', 'open', 'closed'];
    fc.assert(
      fc.property(fc.tuple(day, day), fc.tuple(instant, instant), (days, instants) => {
        const [signupFrom, signupUntil] = days.toSorted();
        const edition = editionWith({ status: 'open', signupFrom, signupUntil });
        const [first, second] = instants
          .toSorted((a, b) => a - b)
          .map((time) => order.indexOf(windowOf(edition, time).state));
        assert.ok(first! >= 0 && first! <= second!);
      }),
    );
  });
});
