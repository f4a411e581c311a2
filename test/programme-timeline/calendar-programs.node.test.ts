/**
 * Calendar files in programs that people have: a first version, then a second one, which has to leave one entry of each
 * session. A program that is not installed is passed over, by name.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { feedCalendar } from '../../src/programme-timeline/calendar-feed.js';
import { needs } from '../support/node/needs.js';

const run = promisify(execFile);

const session = (id: string, day: string, rest: object = {}) => ({
  id,
  title: id,
  start: `2027-09-${day}T10:00+02:00`,
  end: `2027-09-${day}T11:00+02:00`,
  ...rest,
});
const calendarOf = (updated: string, ...sessions: object[]) =>
  feedCalendar(
    { version: '1.0', id: 'proef', title: 'Proef', language: 'nl', updated, sessions },
    { base: 'https://site.example/feed.json', page: 'https://site.example/' },
  );

const FIRST = calendarOf(
  '2027-08-01',
  session('stays', '01', { kind: 'field', place: { name: 'Zaal', lat: 0.0000001, lon: 5 } }),
  session('moves', '02'),
  session('cancels', '03'),
  session('retitled', '05'),
  session('postponed', '06'),
  { id: 'noend', title: 'noend', start: '2027-09-07T19:30+02:00' },
  { id: 'day', title: 'day', start: '2027-09-08' },
);
const SECOND = calendarOf(
  '2027-08-02',
  session('stays', '01', { kind: 'field', place: { name: 'Zaal', lat: 0.0000001, lon: 5 } }),
  session('moves', '12', { status: 'moved', movedFrom: { start: '2027-09-02T10:00+02:00' } }),
  session('cancels', '03', { status: 'cancelled' }),
  session('retitled', '05', { title: 'Nieuwe titel', revision: 1 }),
  { id: 'postponed', title: 'postponed', status: 'moved', movedFrom: session('was', '06') },
  { id: 'noend', title: 'noend', start: '2027-09-07T19:30+02:00' },
  { id: 'day', title: 'day', start: '2027-09-08' },
);

/** The second version as a program shows it: day, status and title of each, in order of time. */
const AFTER = [
  '01 CONFIRMED stays',
  '03 CANCELLED Gaat niet door: cancels',
  '05 CONFIRMED Nieuwe titel',
  '06 CANCELLED Verplaatst, datum volgt: postponed',
  '07 CONFIRMED noend',
  '08 CONFIRMED day',
  '12 CONFIRMED moves',
];

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-programs-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The entries of a folder of calendar files, as `AFTER` has them. */
function entriesIn(path: string): string[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.ics'))
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('BEGIN:VEVENT').slice(1))
    .map((event) => {
      const value = (property: string) =>
        new RegExp(`^${property}[^:]*:(.*)$`, 'm')
          .exec(event.replace(/\r?\n /g, '').replaceAll('\r', ''))?.[1]
          ?.replaceAll('\\,', ',') ?? '';
      return `${value('DTSTART').slice(6, 8)} ${value('STATUS')} ${value('SUMMARY')}`;
    })
    .toSorted();
}

/** Checks a file with libical: its errors, and what the standards restrict. */
const LIBICAL = `
import ctypes, sys
ical = ctypes.CDLL('libical.so.3')
ical.icalparser_parse_string.restype = ctypes.c_void_p
ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
for name in ('icalcomponent_count_errors', 'icalrestriction_check'):
    getattr(ical, name).argtypes = [ctypes.c_void_p]
for path in sys.argv[1:]:
    root = ical.icalparser_parse_string(open(path, 'rb').read())
    kept = ical.icalrestriction_check(root)
    print(kept, ical.icalcomponent_count_errors(root))
`;

describe('a calendar file in other programs', () => {
  it(
    'H1: khal has one entry of each session after the second import',
    needs('khal', '--version'),
    async () => {
      const vdir = join(folder, 'khal');
      const config = join(folder, 'khal.conf');
      mkdirSync(vdir);
      writeFileSync(
        config,
        `[calendars]\n[[proef]]\npath = ${vdir}\n[locale]\nlocal_timezone = Europe/Amsterdam\ndefault_timezone = Europe/Amsterdam\n[sqlite]\npath = ${join(folder, 'khal.db')}\n`,
      );
      for (const [name, text] of Object.entries({ first: FIRST, second: SECOND })) {
        const file = join(folder, `${name}.ics`);
        writeFileSync(file, text);
        await run('khal', ['-c', config, 'import', '--batch', '-a', 'proef', file]);
        assert.equal(entriesIn(vdir).length, 7, name);
      }
      assert.deepEqual(entriesIn(vdir), AFTER);
    },
  );

  it(
    'H1: vdirsyncer follows a subscription, one entry of each',
    needs('vdirsyncer', '--version'),
    async () => {
      let text = FIRST;
      const server = createServer((_, response) =>
        response.setHeader('content-type', 'text/calendar').end(text),
      ).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const vdir = join(folder, 'subscribed');
      const config = join(folder, 'vdirsyncer.conf');
      writeFileSync(
        config,
        `[general]\nstatus_path = "${join(folder, 'status')}"\n[pair it]\na = "web"\nb = "disk"\ncollections = null\n[storage web]\ntype = "http"\nurl = "http://127.0.0.1:${port}/p.ics"\n[storage disk]\ntype = "filesystem"\npath = "${vdir}"\nfileext = ".ics"\n`,
      );
      mkdirSync(vdir);
      try {
        await run('vdirsyncer', ['-c', config, 'discover']);
        for (const version of [FIRST, SECOND]) {
          text = version;
          await run('vdirsyncer', ['-c', config, 'sync']);
        }
        assert.deepEqual(entriesIn(vdir), AFTER);
      } finally {
        server.close();
      }
    },
  );

  it(
    'H17: libical finds no error, and nothing that the standards forbid',
    needs('/usr/bin/python3', '-c', "import ctypes; ctypes.CDLL('libical.so.3')"),
    async () => {
      const files = [FIRST, SECOND].map((text, index) => {
        const file = join(folder, `libical-${index}.ics`);
        writeFileSync(file, text);
        return file;
      });
      const { stdout } = await run('/usr/bin/python3', ['-c', LIBICAL, ...files]);
      assert.equal(stdout, '1 0\n1 0\n');
    },
  );
});
