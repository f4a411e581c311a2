/** The JSON Schema that editors check a feed with: what it refuses, and that it agrees with what widgets read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EXAMPLE, SMALLEST } from '../../../src/feed/format/example.js';
import { jsonSchema } from '../../../src/feed/format/generate.js';
import type { SchemaNode } from '../../../src/feed/format/json-schema.js';
import { isAbsent } from '../../../src/feed/record.js';
import { parseFeed, SECTIONS } from '../../../src/feed/parse-feed.js';
import { LANGUAGES } from '../../../src/i18n/languages.js';
import { filesUnder } from '#tools/files.mjs';
import { anyJson, changedFeed } from '../../support/node/arbitrary.js';
import { BASE, readEnterprise } from '../../support/node/read.js';
import { feedSchema } from '../../support/node/schema.js';

const fits = (feed: unknown): boolean => feedSchema(feed);
const withEnterprise = (fields: object) => ({
  ...SMALLEST,
  enterprises: [{ id: 'a', name: 'Naam', ...fields }],
});

/** Every property of the schema, with its path. */
function properties(node: SchemaNode, path = ''): [string, SchemaNode][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const inner = property.items ?? property;
    return [[`${path}/${key}`, property] as [string, SchemaNode], ...properties(inner, `${path}/${key}`)];
  });
}

/** The property of a node, or the entries' where it is a list; it must be there. */
function propertyOf(node: SchemaNode, key: string): SchemaNode {
  const property = (node.items ?? node).properties?.[key];
  assert.ok(property, key);
  return property;
}

describe('the schema', () => {
  const schema = jsonSchema();
  const { $defs = {} } = schema;

  it('is of draft 2020-12', () =>
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema'));

  it('names every section and what a feed says about itself, and asks for version and id', () => {
    const headFields = [
      '$schema',
      'version',
      'id',
      'title',
      'language',
      'updated',
      'publishFrom',
      'publisher',
      'licence',
    ];
    assert.deepEqual(
      Object.keys(schema.properties ?? {}).toSorted(),
      [...headFields, ...Object.keys(SECTIONS)].toSorted(),
    );
    assert.deepEqual(schema.required, ['version', 'id']);
  });

  for (const [path, { title, description, enum: values, enumDescriptions }] of properties(schema))
    it(`says what ${path} is, in each of our languages`, () => {
      assert.match(title ?? '', /\S/);
      const lines = description?.split('\n') ?? [];
      assert.equal(lines.length, LANGUAGES.length);
      for (const line of lines) assert.match(line, /^\S/);
      assert.equal(enumDescriptions?.length, values?.length);
    });

  it('gives what is read where a field is absent', () => {
    const enterprises = propertyOf(schema, 'enterprises');
    assert.equal(propertyOf(enterprises, 'status').default, 'unknown');
    assert.deepEqual(propertyOf(enterprises, 'links').default, []);
    assert.ok(!('default' in propertyOf(enterprises, 'name')));
  });

  it('has examples that are valid, for every section and every field schema', () => {
    for (const key of Object.keys(SECTIONS))
      assert.ok(fits({ ...SMALLEST, [key]: propertyOf(schema, key).examples?.[0] }));
    for (const [name, { examples }] of Object.entries($defs)) {
      if (name === 'id') {
        // Editors offer an example, which is then a second entry with that id, or a reference to none.
        assert.equal(examples, undefined);
        continue;
      }
      assert.ok(examples, name);
      for (const example of examples) {
        const fields: Readonly<Record<string, string>> = {
          id: 'edition',
          language: 'language',
          title: 'tagline',
          text: 'description',
          url: 'links',
          date: 'founded',
        };
        const field = fields[name];
        const value = field === 'links' ? [{ url: example }] : example;
        const feed = ['version', 'language'].includes(name)
          ? { ...SMALLEST, [name]: example }
          : withEnterprise(field === undefined ? {} : { [field]: value });
        assert.ok(fits(feed), `${name} ${JSON.stringify(example)}`);
      }
    }
  });

  it('has a message for each field schema that an editor may refuse', () => {
    for (const name of ['id', 'language', 'url', 'date'])
      assert.match($defs[name]?.errorMessage ?? '', /^[^{]+\n[^{]+$/);
  });

  it('uses regular expressions that every language reads', () => {
    const patterns = [...JSON.stringify(schema).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(
      ([, pattern = '']) => pattern,
    );
    assert.ok(patterns.length > 5);
    for (const pattern of patterns) assert.doesNotMatch(pattern, /\(\?|\\\\[dwb]|\\\\[1-9]/);
  });
});

describe('the schema takes', () => {
  it('the examples, and fields of one’s own', () => {
    for (const feed of [SMALLEST, EXAMPLE, { ...EXAMPLE, note: 'eigen' }, withEnterprise({ 'x-own': 1 })])
      assert.ok(fits(feed), JSON.stringify(feedSchema.errors));
  });

  for (const path of filesUnder('stories/feeds', (path) => path.endsWith('.json')))
    it(`${path}, if the reader finds nothing wrong with it`, () => {
      const text = readFileSync(path, 'utf8');
      const parsed = parseFeed(text, BASE);
      if (parsed.ok && parsed.issues.length === 0)
        assert.ok(fits(JSON.parse(text.replace(/^\ufeff/, ''))), JSON.stringify(feedSchema.errors));
    });
});

describe('the schema warns in an editor, and refuses nothing', () => {
  const schema = jsonSchema();
  const warningOf = (node: SchemaNode | undefined) =>
    (node?.['additionalProperties'] as { deprecationMessage?: string } | undefined)?.deprecationMessage ?? '';

  it('of keys that the format does not know', () => {
    for (const node of [schema, propertyOf(schema, 'enterprises').items, propertyOf(schema, 'oasis')])
      assert.match(warningOf(node), /^Dit veld hoort niet bij het formaat\.\nThis field is not part/);
    assert.ok(fits({ ...SMALLEST, enterprizes: [] }));
  });

  it('of languages that are none', () => {
    const [, languages] = schema.$defs?.['title']?.['anyOf'] as SchemaNode[];
    assert.match(warningOf(languages), /^Dit is geen taalcode\.\nThis is no language tag\./);
    assert.ok(fits(withEnterprise({ name: { nl: 'Tafel', engels: 'Table' } })));
  });

  it('of no comment', () => {
    const own = Object.keys(schema['patternProperties'] as object).map((pattern) => new RegExp(pattern));
    for (const key of ['_comment', '//', '$schema', 'x-own'])
      assert.ok(own.some((pattern) => pattern.test(key)));
  });
});

describe('the schema refuses', () => {
  const REFUSED = {
    'a version of the future': { ...SMALLEST, version: '2.0' },
    'a version that is none': { ...SMALLEST, version: 'een' },
    'a feed without id': { version: '1.0' },
    'an id with capitals': withEnterprise({ id: 'Tafel' }),
    'an enterprise without name': { ...SMALLEST, enterprises: [{ id: 'a' }] },
    'an empty name': withEnterprise({ name: ' ' }),
    'a name under no language': withEnterprise({ name: { nederlands: 'Tafel' } }),
    'a name that is no text in any language': withEnterprise({ name: { nl: 3, en: ' ' } }),
    'a name that is too long': withEnterprise({ name: { nl: 'x'.repeat(201) } }),
    'an unknown status': withEnterprise({ status: 'booming' }),
    'a number in quotes': withEnterprise({ people: '6' }),
    'a number that is too small': withEnterprise({ people: -1 }),
    'too many themes': withEnterprise({ themes: Array(21).fill('maken') }),
    'a list that is none': withEnterprise({ links: {} }),
    'a month 13': withEnterprise({ founded: '2016-13' }),
    'a date as people write it': withEnterprise({ founded: '1 juni 2016' }),
    'a time with a wrong offset': withEnterprise({ founded: '2016-06-01T10:00+2:00' }),
  };
  for (const [name, feed] of Object.entries(REFUSED)) it(name, () => assert.equal(fits(feed), false));

  const scheme = 'javascript';
  for (const url of [
    `${scheme}:alert(1)`,
    `  ${scheme.toUpperCase()}:alert(1)`,
    `java\nscript:alert(1)`,
    `\u0001${scheme}:alert(1)`,
    'data:text/html,x',
    'ftp://a.example',
    'https://u:p@a.example',
    'HTTPS://u@a.example',
    '//u@a.example',
    '\\\\u@a.example',
    '',
    '  ',
    `https://a.example/${'x'.repeat(2_000)}`,
  ])
    it(`the address ${JSON.stringify(url).slice(0, 40)}`, () =>
      assert.equal(fits(withEnterprise({ links: [{ url }] })), false));

  for (const url of [
    'https://a.example/@b',
    'foto/a:b.jpg',
    './a:b',
    '?x=y:z',
    '#a:b',
    'mailto:a@b.example',
    'https://a.example?u:p@x',
    'é/x',
  ])
    it(`but not the address ${url}`, () => assert.ok(fits(withEnterprise({ links: [{ url }] }))));
});

/**
 * Known differences, all of them places where reading is more lenient or more exact than a pattern can say:
 * - what reaches beyond one field (ids twice, dangling references, an end before its start) is told by reading only;
 * - so are days that do not exist, times without offset, and addresses of a host that cannot be;
 * - nothing at all (`null`, a blank text, an empty list or object) is no mistake to the reader, and one to the schema;
 * - an address with a tab or line break inside its scheme is read as a browser does, and refused by the schema.
 */
describe('the schema and the reader agree', () => {
  const hasNothing = (value: unknown): boolean =>
    isAbsent(value) ||
    (typeof value === 'string' && value.trim() === '') ||
    (typeof value === 'object' && Object.values(value!).some(hasNothing));
  const agree = (feed: unknown) => {
    const parsed = parseFeed(feed, BASE);
    const clean = parsed.ok && parsed.issues.length === 0;
    if (clean && !hasNothing(feed)) assert.deepEqual(fits(feed) ? [] : feedSchema.errors, []);
  };

  it('on what has no issues: a feed with changes in it', () =>
    fc.assert(fc.property(changedFeed, agree), { numRuns: 1_000 }));

  it('on any JSON', () => fc.assert(fc.property(anyJson, agree), { numRuns: 500 }));

  const signs = (chars: string) => fc.string({ unit: fc.constantFrom(...chars), maxLength: 12 });

  it('on dates', () => {
    const part = fc.constantFrom(
      '2016',
      '-',
      '06',
      '21',
      '13',
      '00',
      '30',
      '/',
      'T',
      ':',
      '10',
      'Z',
      '+',
      'XXXX',
      ' ',
    );
    const date = fc.oneof(
      fc.array(part, { maxLength: 9 }).map((parts) => parts.join('')),
      signs('2016-/TX:Z'),
    );
    fc.assert(
      fc.property(date, (founded) => {
        if (
          founded !== '' &&
          readEnterprise({ founded }).lines.every((line) => line.endsWith('date-without-offset'))
        )
          assert.ok(fits(withEnterprise({ founded })), founded);
      }),
      { numRuns: 2_000 },
    );
  });

  it('on addresses', () => {
    const part = fc.constantFrom(
      'http',
      'HTTPS',
      'mailto',
      'tel',
      'data',
      'x',
      ':',
      '/',
      '\\',
      '@',
      '?',
      '#',
      '.',
      ' ',
      '\u0001',
      'é',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const url = parts.join('');
        if (readEnterprise({ links: [{ url }] }).lines.length === 0)
          assert.ok(fits(withEnterprise({ links: [{ url }] })), JSON.stringify(url));
      }),
      { numRuns: 3_000 },
    );
  });

  it('on texts', () => {
    const text = fc.oneof(
      signs(' \t\u0000\u202ea'),
      fc.dictionary(fc.constantFrom('nl', 'en-GB', 'n l'), fc.oneof(signs(' a'), fc.constant(3))),
    );
    fc.assert(
      fc.property(text, (name) => {
        if (readEnterprise({ name }).lines.length === 0)
          assert.ok(fits(withEnterprise({ name })), JSON.stringify(name));
      }),
      { numRuns: 500 },
    );
  });

  it('not on a line break inside a scheme', () => {
    const links = [{ url: 'ht\ntps://a.example' }];
    assert.deepEqual(readEnterprise({ links }).lines, []);
    assert.equal(fits(withEnterprise({ links })), false);
  });
});
