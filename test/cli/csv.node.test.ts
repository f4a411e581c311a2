/** The CSV of an export: read back as it was, and harmless in any spreadsheet. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ExportColumns, csvRow } from '../../src/cli/csv.js';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import type { KeptEntry } from '../../src/receiver/validate-entry.js';

/** Splits as spreadsheets do: quotes count only at the start of a cell, a line ends where no quote is open. */
function parse(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let index = 0; index < text.length;) {
    let cell = '';
    if (text[index] === '"') {
      for (index += 1; index < text.length; index++) {
        if (text[index] !== '"') cell += text[index];
        else if (text[index + 1] === '"') cell += text[(index += 1)];
        else break;
      }
      index += 1;
    }
    while (index < text.length && text[index] !== separator && text[index] !== '\r' && text[index] !== '\n')
      cell += text[index++];
    row.push(cell);
    if (text[index] === separator) {
      index += 1;
      continue;
    }
    rows.push(row);
    row = [];
    index += text.startsWith('\r\n', index) ? 2 : 1;
  }
  return rows;
}

const isFormula = (cell: string) =>
  /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^[\s"]*'/.test(cell);

describe('a row', () => {
  it('quotes everything, and is read back as it was', () => {
    const cells = ['a', 'b "c"', 'regel\nregel', '', null, ['x', 'y'], 'é, ç; ü'];
    const row = csvRow(cells, ',');
    assert.ok(row.endsWith('\r\n'));
    assert.deepEqual(parse(row, ','), [['a', 'b "c"', 'regel\nregel', '', '', 'x; y', 'é, ç; ü']]);
  });

  for (const text of [
    '=1+1',
    '+31 6 12345678',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '"=1',
    'a;=1',
    'a\n=1',
    'a","=1',
    '＝1',
    "x;'\"=cmd|' /c calc'!A0",
  ])
    it(`takes the sting out of ${JSON.stringify(text)}`, () => {
      for (const written of [',', ';'])
        for (const read of [',', ';', '\t', '|'])
          for (const cell of parse(csvRow(['x', text], written), read).flat())
            assert.ok(!isFormula(cell), `${JSON.stringify(cell)} written with ${written}, read with ${read}`);
    });

  it('does so with any text', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      ',',
      ';',
      '"',
      "'",
      '\n',
      '\r',
      '\t',
      ' ',
      '|',
      'a',
      '1',
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: piece }), { maxLength: 4 }), (cells) => {
        for (const written of [',', ';'])
          for (const read of [',', ';', '\t', '|'])
            for (const cell of parse(csvRow(cells, written), read).flat()) assert.ok(!isFormula(cell), cell);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves other text alone', () => {
    for (const text of ['Noor', 'noor-anne@example.org', 'a = b', 'e-mail', '1-2', 'x@y.nl'])
      assert.deepEqual(parse(csvRow([text], ','), ','), [[text]]);
  });
});

describe('columns', () => {
  it('are those of every sign-up, and one for each question', () => {
    const signup = (entry: Partial<KeptEntry>): SignupRecord => ({
      reference: 'A',
      status: 'accepted',
      feed: 'proef',
      signup: 'meedoen',
      edition: null,
      receivedAt: '2027-05-10T12:00:00.000Z',
      offeredAt: null,
      confirmBy: null,
      entry: { name: 'Noor', answers: {}, consents: [], language: 'nl', ...entry },
    });
    const columns = new ExportColumns();
    const one = signup({ answers: { idee: 'x' }, fields: { dossier: '1' } });
    const two = signup({ answers: { tijd: ['a', 'b'] }, unasked: { part: 'deel-1' } });
    for (const record of [one, two]) columns.add(record);
    assert.deepEqual(columns.names.slice(-4), [
      'answers.idee',
      'answers.tijd',
      'fields.dossier',
      'unasked.part',
    ]);
    assert.deepEqual(columns.cells(two).slice(-4), [undefined, ['a', 'b'], undefined, 'deel-1']);
    assert.equal(columns.cells(one)[columns.names.indexOf('name')], 'Noor');
  });
});
