/** Amsterdam's clock against the time zone data that Node brings, whatever the machine's own zone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as clock from '../../src/dates/amsterdam.js';

const ZONES = ['Europe/Amsterdam', 'America/Paramaribo', 'Pacific/Auckland'];
const machineZone = process.env['TZ'];
const HOUR_MS = 3_600_000;

const day = (text: string) => text as clock.Day;

/** Writes the local time in Amsterdam by the time zone data. */
const formatter = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
});

for (const zone of ZONES)
  describe(`Amsterdam's clock on a machine in ${zone}`, () => {
    before(() => {
      process.env['TZ'] = zone;
    });
    after(() => {
      if (machineZone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = machineZone;
    });

    it('shows what the time zone data say, around every change from 1996 to 2060', () => {
      for (let year = 1996; year <= 2060; year++)
        for (const month of [2, 9])
          for (let date = 24; date <= 31; date++)
            for (const hours of [0, 0.99, 1, 1.01, 2, 12, 23]) {
              const instant = Date.UTC(year, month, date) + hours * HOUR_MS;
              assert.equal(clock.localAt(instant), formatter.format(instant).replace(' ', 'T'));
            }
    });

    it('H17: shows what the time zone data say, around every change before, and where there was none', () => {
      for (let year = 1947; year <= 1995; year++)
        for (const month of [2, 3, 6, 8, 9])
          for (let date = 1; date <= 31; date++)
            for (const hours of [0.99, 1]) {
              const instant = Date.UTC(year, month, date) + hours * HOUR_MS;
              assert.equal(clock.localAt(instant), formatter.format(instant).replace(' ', 'T'));
            }
    });

    it('finds the instant of a local time', () => {
      const instants = {
        '2027-01-15T13:30': '2027-01-15T12:30Z',
        '2027-07-15T13:30': '2027-07-15T11:30Z',
        '2027-03-28T01:59': '2027-03-28T00:59Z',
        // Left out in March: the clock has moved on.
        '2027-03-28T02:30': '2027-03-28T01:30Z',
        '2027-03-28T03:00': '2027-03-28T01:00Z',
        // Twice in October: the first.
        '2027-10-31T02:30': '2027-10-31T00:30Z',
        '2027-10-31T03:00': '2027-10-31T02:00Z',
      };
      for (const [local, instant] of Object.entries(instants))
        assert.equal(clock.instantOf(local), Date.parse(instant), local);
    });

    it('ends the day at midnight in Amsterdam', () => {
      const midnights = {
        '2027-06-01T21:59:59Z': '2027-06-01T22:00Z',
        '2027-06-01T22:00:00Z': '2027-06-02T22:00Z',
        '2027-12-31T12:00:00Z': '2027-12-31T23:00Z',
        // Days of 23 and of 25 hours.
        '2027-03-27T23:00:00Z': '2027-03-28T22:00Z',
        '2027-10-30T22:00:00Z': '2027-10-31T23:00Z',
      };
      for (const [instant, midnight] of Object.entries(midnights))
        assert.equal(clock.nextMidnight(Date.parse(instant)), Date.parse(midnight), instant);
    });

    it('counts days over a change of the clock, a leap day and a new year', () => {
      assert.equal(clock.addDays(day('2027-10-30'), 2), '2027-11-01');
      assert.equal(clock.addDays(day('2028-02-28'), 1), '2028-02-29');
      assert.equal(clock.addDays(day('2028-01-01'), -1), '2027-12-31');
      assert.equal(clock.daysBetween(day('2027-03-01'), day('2027-04-01')), 31);
    });

    it('knows whether this machine shows another time', () => {
      assert.equal(clock.isElsewhere(Date.parse('2027-07-01T12:00Z')), zone !== 'Europe/Amsterdam');
    });
  });

describe("Amsterdam's clock", () => {
  it('keeps to days of four digits at the ends of time', () => {
    assert.equal(clock.dayAt(-1e15), '0000-01-02');
    assert.equal(clock.dayAt(8e15), '9999-12-31');
  });
});
