/** The description of the format: whole, true, and good Markdown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDate } from '../../../src/dates/edtf.js';
import { EXAMPLE } from '../../../src/feed/format/example.js';
import { formatDescription, jsonSchema } from '../../../src/feed/format/generate.js';
import type { SchemaNode } from '../../../src/feed/format/json-schema.js';
import { EXAMPLE_DATES } from '../../../src/feed/format/describing-fields.js';
import { ISSUE_WORDS } from '../../../src/feed/issue-words/issue-message.js';
import { FORMAT_WORDS } from '../../../src/feed/format/words/index.js';
import { SECTIONS } from '../../../src/feed/parse-feed.js';
import { LANGUAGES } from '../../../src/i18n/languages.js';
import { readFeed } from '../../support/node/feeds.js';
import { BASE } from '../../support/node/read.js';
import { feedSchema } from '../../support/node/schema.js';

const text = formatDescription();
const [, ...parts] = text.split(/^## .*$/m);
const sectionKeys = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];

/** The part of a text that a pattern captures; it must be there. */
function captured(pattern: RegExp, part: string): string {
  const found = pattern.exec(part)?.[1];
  assert.ok(found !== undefined, String(pattern));
  return found;
}

describe('the description', () => {
  it('is there in each of our languages, with the same parts', () => {
    assert.equal(parts.length, LANGUAGES.length);
    const headings = parts.map((part) => part.match(/^#{3,4} /gm)?.length);
    assert.ok(headings[0]);
    assert.deepEqual(new Set(headings), new Set([headings[0]]));
    assert.deepEqual(text.match(/^# .*$/gm), ['# CEAL feed 1.0']);
  });

  it('has a heading of its own for each language', () => {
    assert.deepEqual(
      FORMAT_WORDS.map(({ language }) => language),
      LANGUAGES,
    );
    assert.equal(new Set(FORMAT_WORDS.map(({ prose }) => prose.heading)).size, LANGUAGES.length);
  });

  it('has every part once in each language, and links to all', () => {
    for (const [, target] of text.matchAll(/\]\(#([^)]*)\)/g))
      assert.match(text, new RegExp(`^## ${target}$`, 'im'));
    for (const part of parts) {
      const headings = part.match(/^#{3,4} .*$/gm) ?? [];
      assert.equal(new Set(headings).size, headings.length);
    }
  });

  it('begins with a feed that fits and has no issues', () => {
    for (const part of parts) {
      const json = captured(/```json\n(.*?)```/s, part);
      assert.deepEqual(readFeed(json, BASE).issues, []);
      assert.ok(feedSchema(JSON.parse(json)));
    }
  });

  it('has only JSON that can be read, and an example of every section', () => {
    for (const part of parts) {
      const blocks = [...part.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);
      const read: unknown[] = blocks.map((json): unknown =>
        JSON.parse(json.startsWith('"') ? `{${json}}` : json),
      );
      for (const key of sectionKeys)
        assert.ok(
          read.some((block) => JSON.stringify(block) === JSON.stringify({ [key]: EXAMPLE[key] })),
          key,
        );
    }
  });

  it('has a row for every field of every section, and for every issue', () => {
    const fieldsIn = (node: SchemaNode | undefined) => Object.keys(node?.properties ?? {});
    const { properties = {} } = jsonSchema();
    for (const part of parts) {
      for (const key of sectionKeys) {
        const section = captured(new RegExp(`^#### \`${key}\`.*?$(.*?)^###`, 'ms'), part);
        const fields = fieldsIn(properties[key]?.items ?? properties[key]);
        assert.ok(fields.length > 0, key);
        for (const field of fields)
          assert.match(section, new RegExp(`^\\| \`${field}\` \\|`, 'm'), `${key} ${field}`);
      }
      for (const code of Object.keys(ISSUE_WORDS.nl))
        assert.match(part, new RegExp(`^\\| \`${code}\` \\|`, 'm'));
    }
  });

  it('shows dates of every kind, all of them real', () => {
    const kinds = EXAMPLE_DATES.map((date) => {
      const value = parseDate(date);
      return value?.precision === 'range' && !value.to
        ? 'open range'
        : [value?.precision, value && 'qualifier' in value && value.qualifier].filter(Boolean).join('');
    });
    assert.deepEqual(kinds.toSorted(), [
      'day',
      'decade',
      'moment',
      'month',
      'open range',
      'range',
      'season',
      'year',
      'year?',
      'yearless-day',
      'year~',
    ]);
    for (const date of EXAMPLE_DATES) for (const part of parts) assert.ok(part.includes(`\`${date}\``), date);
  });

  it('has tables whose rows have the cells of their head, and nothing left to fill in', () => {
    for (const [table] of text.matchAll(/(?:^\|.*\n)+/gm)) {
      const cells = table
        .trim()
        .split('\n')
        .map((row) => row.split('|').length);
      assert.equal(new Set(cells).size, 1, table);
    }
    assert.doesNotMatch(text, /\{\w+\}|undefined|\[object|NaN/);
  });

  it('says its limits as the language writes figures', () => {
    assert.match(parts[LANGUAGES.indexOf('nl')] ?? '', /10\.000/);
    assert.match(parts[LANGUAGES.indexOf('en')] ?? '', /10,000/);
    for (const [index, part] of parts.entries()) {
      assert.ok(part.includes(new Intl.NumberFormat(LANGUAGES[index]).format(10_000)), LANGUAGES[index]);
      assert.match(part, /16 MiB/);
    }
  });
});
