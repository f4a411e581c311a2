/** 10b: texts that were decoded wrongly before they came into a feed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isMojibake } from '../../../src/feed/mending/mojibake.js';

/** A text whose UTF-8 is read as another encoding. */
const misread = (text: string, encoding: string) => new TextDecoder(encoding).decode(Buffer.from(text));

const WORDS = [
  'Café',
  'België',
  'crème fraîche',
  'één',
  'Één blik',
  'naïef',
  'übung',
  'garçon',
  'señor',
  'Ørsted',
  'Šimon',
  'çalışmak',
  'Işık',
  'soğan',
  'łódź',
  'žena',
  '“samen”',
  '‘samen’',
  'nu – straks',
  '€ 5',
  'en toen…',
  '±5',
  '25 °C',
  '½ uur',
  'привет',
  'مرحبا',
  '你好',
  'goed 👍',
];

describe('mojibake', () => {
  for (const word of WORDS) {
    it(`is seen in “${word}”, read as Windows-1252`, () =>
      assert.ok(isMojibake(misread(word, 'windows-1252'))));
    it(`is seen in “${word}”, read as Latin-1`, () =>
      assert.ok(isMojibake(Buffer.from(word).toString('latin1'))));
    it(`is not seen in “${word}” itself`, () => assert.equal(isMojibake(word), false));
  }

  for (const text of [
    'SÃO PAULO',
    'MÃE',
    'IRMÃ',
    '«CAFÉ»',
    'CAFÉ…',
    '“É”',
    'à « Paris »',
    'déjà…',
    'ÄÖÜ',
    'Âge',
    'Â. Jansen',
    'ÎLE',
    'groß, größer',
    'Ångström',
    'voilà”',
    'ça – là',
    '',
  ])
    it(`is not seen in “${text}”`, () => assert.equal(isMojibake(text), false));

  it('is seen where a character was lost', () => assert.ok(isMojibake('Idee\ufffdn')));

  it('10b: is seen in every text of the case that has some', () => {
    const feed = readFileSync('test/feeds/cases/10b-mojibake.json', 'utf8');
    const texts = [...feed.matchAll(/"([^"]*[\u0080-\uffff][^"]*)"/g)].map(([, text = '']) => text);
    assert.equal(texts.length, 5);
    for (const text of texts) assert.ok(isMojibake(text), text);
  });
});
