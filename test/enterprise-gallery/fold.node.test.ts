/** Folding, the terms of a search, and cutting a text into what was found in it and what was not. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, searchTerms, segments, spellings } from '../../src/enterprise-gallery/fold.js';

/** Letters of many kinds: whole ones, ones with loose accents, halves of surrogate pairs, and what folding names. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'aAéÉßẞĳĲæœøłđðþıİΣσς-‑’.ﬁＡيیىكک\u00ad\u0640 \u0301\u0308\ud83e\udd55'.split(''),
    ),
  }),
);
const marks = (text: string, ...terms: string[]) =>
  segments(text, terms).map((segment) => (segment.found ? `[${segment.text}]` : segment.text));

describe('folding', () => {
  const PAIRS = {
    'Crème Brûlée': 'creme brulee',
    İstanbul: 'istanbul',
    ıstanbul: 'istanbul',
    ISTANBUL: 'istanbul',
    Straße: 'strasse',
    STRASSE: 'strasse',
    'ĳs en IJS': 'ijs en ijs',
    Łódź: 'lodz',
    'Øresund Þór Æon Œuvre': 'oresund thor aeon oeuvre',
    'e\u0301e\u0308': 'ee',
    ΟΔΟΣ: 'οδοσ',
    'abc 123': 'abc 123',
    'E28: Foto’s Foto`s Foto´s Fotoʼs Foto′s Foto＇s': 'e28: fotos fotos fotos fotos fotos fotos',
    'E-bike e–bike e‑bike e−bike ebike': 'ebike ebike ebike ebike ebike',
    'Buurt\u00adonder\u200bneming': 'buurtonderneming',
    'De ﬁetsenmaker, ŉ oﬃce, ĳs': 'de fietsenmaker, n office, ijs',
    'ＳＯＵＰ\u00a0３': 'soup 3',
    'A.B.C. B.V. bv': 'abc bv bv',
    'على علي علی': 'علي علي علي',
    'کتاب كتاب كـتـاب كِتَاب': 'كتاب كتاب كتاب كتاب',
    '٣٤ ۳۴ 34': '34 34 34',
  };
  for (const [text, folded] of Object.entries(PAIRS))
    it(`makes "${folded}" of "${text}"`, () => assert.equal(fold(text), folded));

  it('changes nothing the second time', () =>
    fc.assert(fc.property(anyText, (text) => assert.equal(fold(fold(text)), fold(text)))));

  it('gives the same for a text and its parts, so that what is found is what is marked', () =>
    fc.assert(
      fc.property(anyText, (text) => assert.equal([...text].map(fold).join(''), fold(text))),
      { numRuns: 500 },
    ));
});

describe('the terms of a search', () => {
  it('are folded, without blanks and without punctuation at their edges', () => {
    assert.deepEqual(searchTerms('  "Crème"  de-la\tRUE! '), ['creme', 'de-la', 'rue']);
    assert.deepEqual(searchTerms("l'idée (3D) €5 &"), ['lidee', '3d', '5']);
    for (const none of ['', ' ', ' - ', '“”', '\u200b', '\n']) assert.deepEqual(searchTerms(none), []);
  });

  it('are never empty, for any text', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        for (const term of searchTerms(text)) assert.match(term, /^[\p{L}\p{N}](\S*[\p{L}\p{N}])?$/u);
      }),
    ));
});

describe('segments', () => {
  it('are the text, marked where a term stands', () => {
    assert.deepEqual(marks('Crème de la rue', 'creme', 'rue'), ['[Crème]', ' de la ', '[rue]']);
    assert.deepEqual(marks('de brug bij de dreef', 'de'), ['[de]', ' brug bij ', '[de]', ' dreef']);
    assert.deepEqual(marks('Straße', 'ss'), ['Stra', '[ß]', 'e']);
    assert.deepEqual(marks('Straße', 's'), ['[S]', 'tra', '[ß]', 'e']);
    assert.deepEqual(marks('cre\u0300me', 'cre'), ['[cre\u0300]', 'me']);
    assert.deepEqual(marks('🥕soep🥕', 'soep'), ['🥕', '[soep]', '🥕']);
    assert.deepEqual(marks('aaa', 'aa'), ['[aa]', 'a']);
    assert.deepEqual(marks('overlap', 'over', 'verl'), ['[overl]', 'ap']);
    assert.deepEqual(marks('niets', 'x'), ['niets']);
  });

  it('E28: are right over the text as it is written', () => {
    assert.deepEqual(marks('Foto’s van', 'fotos'), ['[Foto’s]', ' van']);
    assert.deepEqual(marks('Foto’s van', 'foto'), ['[Foto]', '’s van']);
    assert.deepEqual(marks('Mijn e-bike en', 'ebike'), ['Mijn ', '[e-bike]', ' en']);
    assert.deepEqual(marks('Mijn e bike en', 'e-bike'), ['Mijn ', '[e bike]', ' en']);
    assert.deepEqual(marks('Mijn e‑bike en', ...searchTerms('e–bike')), ['Mijn ', '[e‑bike]', ' en']);
    assert.deepEqual(marks('Oud-Zuilen', 'oud'), ['[Oud]', '-Zuilen']);
    assert.deepEqual(marks('Buurt\u00adonderneming', 'onder'), ['Buurt\u00ad', '[onder]', 'neming']);
    assert.deepEqual(marks('Buurt\u00adonderneming', 'buurto'), ['[Buurt\u00ado]', 'nderneming']);
    assert.deepEqual(marks('De ﬁets', 'f'), ['De ', '[ﬁ]', 'ets']);
    assert.deepEqual(marks('ＳＯＵＰ club', 'soup'), ['[ＳＯＵＰ]', ' club']);
    assert.deepEqual(marks('مَطبَخ', 'مطبخ'), ['[مَطبَخ]']);
  });

  it('are the text where there is little of it', () => {
    assert.deepEqual(marks('niets'), ['niets']);
    assert.deepEqual(marks('', 'x'), ['']);
  });

  it('make the whole text again, and alternate', () =>
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const parts = segments(text, searchTerms(query));
        assert.equal(parts.map((part) => part.text).join(''), text);
        for (const [index, part] of parts.entries())
          if (index > 0) assert.notEqual(part.found, parts[index - 1]!.found);
      }),
    ));

  it('find a term wherever the search does', () =>
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, word, after) => {
        const text = before + word + after;
        for (const term of searchTerms(word)) {
          const isThere = spellings(term).some((spelling) => fold(text).includes(spelling));
          assert.equal(
            segments(text, [term]).some(({ found }) => found),
            isThere,
          );
        }
      }),
      { numRuns: 500 },
    ));
});
