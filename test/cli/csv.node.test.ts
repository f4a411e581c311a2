/** The CSV of an export: read back as it was, and harmless in any spreadsheet. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvRow } from '../../src/cli/export/csv.js';
import { countKeys, ExportColumns } from '../../src/cli/export/export-columns.js';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import { inLibreOffice, signupRecord as signup } from '../support/node/export.js';
import { needs } from '../support/node/needs.js';
import { times } from '../support/node/receiver.js';

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

/** What no formula is, though it begins with a hyphen: words, up to the end or to the quote of a cell. */
const PLAIN = /^[\s"']*- *\p{L}[\p{L}\p{N}\s.,;:?’-]*(?:(?<=[\p{L}\p{N}.?])".*)?$/su;

const isFormula = (cell: string) =>
  /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^[\s"]*'/.test(cell) && !PLAIN.test(cell);

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
    "x; -cmd|' /c calc'!A0",
    'x; -HYPERLINK("https://example.org")',
    'x; -2+3',
    'x; -a-',
    'x; -a, =b',
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
      '&',
      '(',
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
    const plain = [
      'Noor',
      'noor-anne@example.org',
      'a = b',
      'e-mail',
      '1-2',
      'x@y.nl',
      '0',
      '0,5',
      '123456789012345',
    ];
    for (const text of plain) assert.deepEqual(parse(csvRow([text], ','), ','), [[text]]);
  });

  it('receiver.md 12: keeps digits whole that a spreadsheet would change', () => {
    const changed = [
      '0612345678',
      '0031612345678',
      '00123',
      '0612.345.678',
      '0612,345,678',
      '12345678901234567890',
    ];
    for (const text of changed) assert.deepEqual(parse(csvRow([text], ','), ','), [[`'${text}`]]);
  });

  it('receiver.md 12: leaves hyphens in running text and lists alone, and those before a formula not', () => {
    const cellOf = (text: string) => parse(csvRow(['x', text], ','), ',')[0]?.[1];
    for (const text of ['a-b; -niet; - punt', 'brood, -kaas', 'Ik neem mee:\n- brood\n- kaas'])
      assert.equal(cellOf(text), text);
    assert.equal(cellOf('-niet'), "'-niet");
    assert.equal(cellOf('ja; -SUM(A1)'), "ja; '-SUM(A1)");
  });

  it(
    'receiver.md 12: is harmless and whole in LibreOffice, whatever it splits at',
    needs('soffice', '--version'),
    () => {
      const texts = [
        '0612345678',
        '=1+1',
        '-1+1',
        'a; -niet; - punt',
        'x; =1+1',
        "x|-cmd|' /c calc'!A0",
        'x\t+1',
        '- a\n- b',
      ];
      const pairs = [...',;\t|'].map((read) => [',', read] as const);
      const folder = mkdtempSync(join(tmpdir(), 'ceal-csv-'));
      try {
        for (const [written, read] of pairs) {
          const file = join(folder, 'export.csv');
          writeFileSync(file, `\ufeff${texts.map((text) => csvRow(['x', text], written)).join('')}`);
          // UTF-8, Dutch, numbers and formulas looked for.
          const filter = `CSV:${read.charCodeAt(0)},34,76,1,,1043,false,true,false,false,false,-1,true`;
          const sheet = inLibreOffice(file, { filter });
          assert.ok(!sheet.includes('table:formula'), `written with ${written}, read with ${read}`);
          if (written === read) assert.ok(sheet.includes('<text:p>&apos;0612345678<'));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

const keysOf = (records: readonly SignupRecord[]) => countKeys(Readable.from(records));

describe('columns', () => {
  it('are those of every sign-up, and one for each question', async () => {
    const one = signup({ answers: { idee: 'x' }, fields: { dossier: '1' }, review: ['tooFast'] });
    const two = signup({ answers: { tijd: ['a', 'b'] }, unasked: { part: 'deel-1' } });
    const columns = new ExportColumns(await keysOf([one, two]));
    assert.deepEqual(columns.names.slice(-5), [
      'answers.idee',
      'answers.tijd',
      'fields.dossier',
      'unasked.part',
      'others',
    ]);
    assert.deepEqual(columns.cells(two).slice(-5), [undefined, ['a', 'b'], undefined, 'deel-1', undefined]);
    assert.equal(columns.cells(one)[columns.names.indexOf('name')], 'Noor (voorbeeld)');
    assert.deepEqual(columns.cells(one)[columns.names.indexOf('review')], ['tooFast']);
  });

  it('R5: are few, whatever names are made up; what has none stands in the last one, as JSON', async () => {
    const records = times(400, (person) => {
      const invented = times(50, (index) => [`n${person}-${index}`, 'x'] as const);
      return signup({ fields: { dossier: `${person}`, ...Object.fromEntries(invented) } });
    });
    const columns = new ExportColumns(await keysOf(records));
    assert.ok(columns.names.length < 150, `${columns.names.length} columns`);
    assert.ok(columns.names.includes('fields.dossier'));
    for (const [person, record] of records.entries()) {
      const cells = columns.cells(record);
      const { fields } = JSON.parse((cells.at(-1) as string | undefined) ?? '{"fields":{}}') as {
        fields: Record<string, string>;
      };
      const own = columns.names.flatMap((name, index) =>
        name.startsWith('fields.') && cells[index] !== undefined
          ? [[name.slice(7), cells[index]] as const]
          : [],
      );
      assert.deepEqual({ ...Object.fromEntries(own), ...fields }, record.entry.fields, `sign-up ${person}`);
    }
  });

  it('R5: are counted in bounded memory, and those that most have are found among any number of others', async () => {
    const records = times(2_000, (person) =>
      signup({
        fields: { ...Object.fromEntries(times(20, (index) => [`n${person}-${index}`, ''])), dossier: '1' },
      }),
    );
    const keys = await keysOf(records);
    assert.ok(keys.length <= 10_000);
    assert.ok(new ExportColumns(keys).names.includes('fields.dossier'));
  });

  it('R5: are never more than a thousand, and no cell is longer than a spreadsheet takes', async () => {
    const many = (name: string) => Object.fromEntries(times(2_000, (index) => [`${name}${index}`, 'x']));
    const record = signup({ answers: many('a'), fields: many('f'), unasked: many('u') });
    const columns = new ExportColumns(await keysOf([record]));
    assert.ok(columns.names.length <= 1_000);
    for (const cell of parse(csvRow([...columns.cells(record), '😀'.repeat(20_000)], ','), ',').flat()) {
      assert.ok(cell.length <= 32_767);
      assert.equal(Buffer.from(cell).toString(), cell);
    }
  });

  it('R5: show in the last one what came after the names were counted', () => {
    const columns = new ExportColumns([]);
    assert.equal(columns.cells(signup({ answers: { idee: 'x' } })).at(-1), '{"answers":{"idee":"x"}}');
  });
});
