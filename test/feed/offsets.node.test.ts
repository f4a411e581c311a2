/** Times with the offset of the other half of the year: shown as they are written, and told to the feed's owner. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { BASE } from '../support/node/read.js';

/** The issues of a session at a time, each as its code and figures. */
function issuesOf(start: string): string[] {
  const feed = { version: '1.0', id: 'a', sessions: [{ id: 's', title: 'S', start }] };
  const parsed = parseFeed(feed, BASE);
  assert.ok(parsed.ok);
  assert.equal(parsed.feed.sessions[0]?.start, start);
  return parsed.issues.map(({ code, params }) => [code, params['shown'], params['meant']].join(' ').trim());
}

describe('12: the offset of the other half of the year', () => {
  const WRONG: Readonly<Record<string, string>> = {
    '2027-11-10T13:30:00+02:00': 'other-offset 12:30 13:30',
    '2027-07-23T13:30+01:00': 'other-offset 14:30 13:30',
    '2027-07-23T23:30:00+01:00': 'other-offset 00:30 23:30',
  };
  for (const [start, issue] of Object.entries(WRONG))
    it(`of ${start} is an issue that names both hours`, () => assert.deepEqual(issuesOf(start), [issue]));

  for (const start of [
    '2027-07-23T12:00:00+02:00',
    '2027-11-10T12:00:00+01:00',
    '2027-07-23T10:00:00Z',
    '2027-07-23T09:00:00-03:00',
    '2027-03-28T01:30:00+01:00',
    '2027-03-28T03:30:00+02:00',
    '2027-10-31T02:30:00+01:00',
    '2027-10-31T02:30:00+02:00',
    '2027-10-31',
  ])
    it(`is not that of ${start}`, () => assert.deepEqual(issuesOf(start), []));
});
