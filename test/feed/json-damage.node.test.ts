/** Damaged JSON: the place and the kind of the first thing that is wrong, in words of ours. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DAMAGE_WORDS, damageMessage } from '../../src/feed/damage-words/damage-message.js';
import type { DamageKind, JsonDamage } from '../../src/feed/damage.js';
import { findJsonDamage } from '../../src/feed/json-damage.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { anyJson } from '../support/node/arbitrary.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text.replace(/^\ufeff/, '').trim());
    return true;
  } catch {
    return false;
  }
};

/** The damage of a text, which must have some. */
function damageOf(text: string): JsonDamage {
  assert.equal(isJson(text), false, 'this is JSON');
  const damage = findJsonDamage(text);
  assert.ok(damage, text.slice(0, 200));
  return damage;
}

/** A feed on several lines with something of its fourth line in another way. */
const feedWith = (fourth: string, fifth = '      "end": "2027-09-10"'): string =>
  ['{', '  "version": "1.0",', '  "sessions": [', `    { ${fourth}`, fifth, '    }', '  ]', '}'].join('\n');

const CASES: readonly (readonly [
  name: string,
  text: string,
  kind: DamageKind,
  line: number,
  found?: string,
])[] = [
  ['an empty file', '', 'empty', 1],
  ['a file of blanks and a mark', '\ufeff \n\n', 'empty', 1],
  ['a comma before a closing bracket', '{\n "a": [\n  1,\n  2,\n ]\n}', 'extra-comma', 4, ','],
  ['a comma before a closing brace', '{\n "a": 1,\n}', 'extra-comma', 2],
  ['two commas', '{\n "a": 1,,\n "b": 2\n}', 'extra-comma', 2],
  ['two commas in a list', '[1,\n,2]', 'extra-comma', 2],
  ['a comma at the start of a list', '[,1]', 'extra-comma', 1],
  ['no comma between fields', '{\n "a": 1\n "b": 2\n}', 'missing-comma', 2],
  ['no comma between entries', '[\n {}\n {}\n]', 'missing-comma', 2],
  ['no colon', '{\n "a" 1\n}', 'missing-colon', 2],
  ['a field without a value', '{\n "a": ,\n "b": 1 }', 'missing-value', 2],
  ['a last field without a value', '{\n "a":\n}', 'missing-value', 2],
  ['a text whose closing quote is missing', feedWith('"title": "Soep,'), 'missing-quote', 4],
  ['a key whose closing quote is missing', feedWith('"title: "Soep",'), 'stray-quote', 4],
  ['a text whose opening quote is missing', feedWith('"title": Soep",'), 'unquoted-text', 4, 'Soep'],
  ['quotes inside a text', feedWith('"title": "Het "echte" werk",'), 'stray-quote', 4, 'echte'],
  ['single quotes', "{\n 'a': 1\n}", 'single-quotes', 2],
  ['a value in single quotes', `{\n "a": 'x'\n}`, 'single-quotes', 2],
  ['a text that a single quote ends', feedWith(`"title": "Soep',`), 'single-quotes', 4],
  ['curly quotes', '{\n “a”: 1\n}', 'curly-quotes', 2],
  ['a text that a curly quote ends', feedWith('"title": "Soep”,'), 'curly-quotes', 4],
  ['a comment after a field', '{\n "a": 1, // een\n "b": 2\n}', 'comment', 2],
  ['a comment with a star', '{\n /* een */ "b": 2\n}', 'comment', 2],
  ['a comment as in a shell', '{\n # een\n "b": 2\n}', 'comment', 2],
  ['a comment as in HTML', '<!-- een -->\n{}', 'comment', 1],
  ['a file that stops in a list', '{\n "a": [\n  { "b": 1 },\n', 'cut-off', 3],
  ['a file of one line that stops between entries', '{"a":[{"b":1},{"b":2},', 'cut-off', 1],
  ['a file that stops between entries of its last line', '{\n "a":[ {"b":1},', 'cut-off', 2],
  ['a table', 'id,title\na,Soep', 'before-start', 1, 'id'],
  ['YAML', 'version: "1.0"\nsessions:', 'before-start', 1, 'version'],
  ['a warning of PHP', 'Warning: Undefined variable\n{ "a": 1 }', 'before-start', 1, 'Warning'],
  ['an answer in words', 'Not found', 'before-start', 1, 'Not'],
  ['a warning of PHP with tags', '<br />\n<b>Warning</b><br />\n{ "a": 1 }', 'markup', 1, '<br />'],
  ['a file that stops in a text', '{\n "a": [\n  { "b": "hal', 'cut-off', 3],
  ['a line break in a text', feedWith('"title": "Een lange', ' titel",'), 'line-break', 4],
  ['a tab in a text', feedWith('"title": "Een\ttitel",'), 'tab', 4],
  ['a control character in a text', feedWith('"title": "Een\u0001titel",'), 'control-character', 4, '\u0001'],
  ['a no-break space between fields', '{\n\u00a0"a": 1\n}', 'invisible-character', 2],
  ['NaN', '{\n "a": NaN\n}', 'unknown-word', 2, 'NaN'],
  ['undefined', '{\n "a": undefined\n}', 'unknown-word', 2, 'undefined'],
  ['None', '{\n "a": None\n}', 'unknown-word', 2, 'None'],
  ['True', '{\n "a": True\n}', 'unknown-word', 2, 'True'],
  ['a key without quotes', '{\n a: 1\n}', 'unquoted-key', 2, 'a'],
  ['a text without quotes', '{\n "a": lopend\n}', 'unquoted-text', 2, 'lopend'],
  ['a comma in a number', '{\n "lat": 52,11\n}', 'decimal-comma', 2],
  ['a number with a nought before it', '{\n "a": 06\n}', 'bad-number', 2, '06'],
  ['a number that ends in a point', '{\n "a": 6.\n}', 'bad-number', 2, '6.'],
  ['a plus before a number', '{\n "a": +6\n}', 'bad-number', 2, '+6'],
  ['a date without quotes', '{\n "a": 2027-09-09\n}', 'bad-number', 2, '2027-09-09'],
  ['a folder of Windows in a text', '{\n "a": "C:\\Mijn map"\n}', 'bad-escape', 2],
  ['JSON that was converted twice', '{\\"a\\": 1}', 'escaped-quotes', 1],
  ['a second document', '{ "a": 1 }\n{ "a": 2 }', 'second-document', 2],
  ['a word after the end', '{ "a": 1 }\nklaar', 'after-end', 2, 'klaar'],
  ['a semicolon after the end', 'var feed = { "a": 1 };', 'code', 1, 'var'],
  ['a call around it', 'feed({ "a": 1 })', 'code', 1],
  ['a bracket of the other kind', '{\n "a": [\n  1\n }\n}', 'bracket', 4, '}'],
  ['a bracket too many', '{\n "a": 1\n}}', 'bracket', 3, '}'],
  ['tags of an editor', '{ "a": 1,<br />\n"b": 2 }', 'markup', 1, '<br />'],
  ['paragraphs of an editor', '<p>{ "a": 1 }</p>', 'markup', 1, '<p>'],
  ['entities of an editor', '{ &#8220;a&#8221;: 1 }', 'markup', 1, '&#8220;'],
  ['lines of an old Macintosh', '{\r "a": 1,\r}', 'extra-comma', 2],
  ['lines of Windows', '{\r\n "a": 1,\r\n}', 'extra-comma', 2],
];

describe('damaged JSON is told by its line and kind', () => {
  for (const [name, text, kind, line, found] of CASES)
    it(name, () => {
      const damage = damageOf(text);
      assert.deepEqual([damage.kind, damage.line], [kind, line]);
      if (found !== undefined) assert.equal(damage.found, found);
    });

  it('10d: "line 4: a comma too many"', () => {
    const text = readFileSync('test/feeds/cases/10d-trailing-comma.json', 'utf8');
    const damage = damageOf(text);
    assert.match(damageMessage(damage, 'en'), /^Line 4: a comma too many\./);
    assert.match(damageMessage(damage, 'nl-NL'), /^Regel 4: een komma te veel\./);
  });

  it('by its column and the text around it, in a file of one line', () => {
    const damage = damageOf(`{"a":[${'1,'.repeat(5_000)}],"b":2}`);
    assert.deepEqual([damage.kind, damage.line, damage.column], ['extra-comma', 1, 10_006]);
    assert.match(damage.near, /^,1,(1,)+\],"b":2\}$/);
  });

  it('by the line where a bracket is missing, and by the one where that is noticed', () => {
    const entries = '    {\n      "id": "a"\n    },\n    {\n      "id": "b"\n    }\n';
    const damage = damageOf(`{\n  "sessions": \n${entries}  ]\n}`);
    assert.deepEqual([damage.kind, damage.line, damage.related], ['bracket', 2, 6]);
    assert.match(damageMessage(damage, 'en'), /^Line 2: .* It is noticed on line 6\./);
  });
});

describe('the words for damage', () => {
  for (const language of LANGUAGES)
    it(`are there for the same kinds as in Dutch, with the same figures, in ${language}`, () => {
      const figures = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([figure]) => figure);
      const { nl } = DAMAGE_WORDS;
      const words = DAMAGE_WORDS[language];
      assert.deepEqual(Object.keys(words).toSorted(), Object.keys(nl).toSorted());
      for (const [key, text] of Object.entries(words))
        assert.deepEqual(figures(text), figures(nl[key as DamageKind]), key);
    });

  it('are whole for every kind', () => {
    const kinds = new Set<string>();
    for (const [, text] of CASES) {
      const damage = damageOf(text);
      kinds.add(damage.kind);
      for (const language of LANGUAGES) {
        const message = damageMessage(damage, language);
        assert.doesNotMatch(message, /\{(line|what|found|near|related)\}|undefined:|“”/);
        assert.match(message, /^\p{Lu}/u);
      }
    }
    kinds.add('unexpected');
    const named = new Set(Object.keys(DAMAGE_WORDS.nl));
    for (const key of ['place', 'near', 'notice']) named.delete(key);
    assert.deepEqual([...kinds].toSorted(), [...named].toSorted());
  });
});

describe('whatever a text holds', () => {
  const agree = (text: string) => assert.equal(findJsonDamage(text) === undefined, isJson(text), text);

  it('there is damage where the browser finds some, and none in JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), agree), { numRuns: 1_000 });
    const sign = fc.constantFrom(...'{}[]:,"\'\\/ \n\t\u00a0-+.0123eEtrufalsn<>&;#“');
    fc.assert(fc.property(fc.string({ unit: sign, maxLength: 12 }), agree), { numRuns: 20_000 });
    fc.assert(
      fc.property(anyJson, fc.constantFrom(undefined, 1, '\t'), (value, indent) =>
        agree(JSON.stringify(value, null, indent)),
      ),
      { numRuns: 500 },
    );
  });

  it('100,000 brackets that are open take no stack', () => {
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `${'['.repeat(100_000)}}`])
      assert.ok(damageOf(text).kind);
  });

  it('the work is in proportion to the length', () => {
    // Texts whose lines, blanks or brackets would make a scan that looks back take minutes.
    const n = 2_000_000;
    for (const text of [
      ' '.repeat(n) + '['.repeat(n),
      `[${'\n'.repeat(n)}${'[],'.repeat(n / 4)}]`,
      `["${'a'.repeat(n)}`,
      `["${'\\n'.repeat(n)}\n`,
      `{${'"a":1,'.repeat(n / 4)}}`,
      '<'.repeat(n),
      `[${'1'.repeat(n)}x]`,
      'a'.repeat(n),
    ])
      assert.ok(damageOf(text));
  });
});

/** A feed as people write it, with the first two entries of every list. */
const FEED: unknown = JSON.parse(readFileSync('stories/feeds/overvecht.json', 'utf8'), (_, value: unknown) =>
  Array.isArray(value) ? (value as unknown[]).slice(0, 2) : value,
);

describe('one character too many, too few or in the place of another', () => {
  for (const indent of [2, 4, '\t'])
    it(`is found within a line of its place, of 700 (indent: ${JSON.stringify(indent)})`, () => {
      const text = JSON.stringify(FEED, null, indent);
      const lineAt = (at: number) => text.slice(0, at).split('\n').length;
      const places = [...text.matchAll(/[{}[\]",:]/g)].map(({ index }) => index);
      const place = fc.oneof(fc.constantFrom(...places), fc.nat(text.length - 1));
      const sign = fc.constantFrom(...'{}[]",:\'\\/\n\ta1-“<');
      const change = fc.constantFrom('insert', 'delete', 'replace');
      let found = 0;
      const property = fc.property(place, sign, change, (at, other, how) => {
        const rest = text.slice(how === 'insert' ? at : at + 1);
        const damaged = text.slice(0, at) + (how === 'delete' ? '' : other) + rest;
        if (isJson(damaged)) return;
        found += 1;
        const { line, near } = damageOf(damaged);
        const expected = lineAt(at);
        // A line break makes two lines of the damaged one.
        const last = other === '\n' && how !== 'delete' ? expected + 1 : expected;
        const isNear = line >= expected - 1 && line <= last + 1;
        assert.ok(isNear, `line ${line} (${near}) for ${expected}: ${how} ${JSON.stringify(other)}`);
      });
      // Always the same damage: of some that leaves its place open, one in thousands is told two lines on.
      for (let seed = 1; found < 700; seed += 1) fc.assert(property, { numRuns: 350, seed });
    });
});
