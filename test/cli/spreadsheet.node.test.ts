/** The OpenDocument spreadsheet of an export: well-formed, whole, and written while it is read. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, inflateRawSync } from 'node:zlib';
import { spreadsheet } from '../../src/cli/export/spreadsheet.js';
import { asyncOf } from '../support/node/async-of.js';
import { inLibreOffice } from '../support/node/export.js';
import { needs } from '../support/node/needs.js';
import { all, times } from '../support/node/receiver.js';

const HEADER = ['naam', 'telefoon'];

const archiveOf = async (rows: readonly (readonly unknown[])[], header: readonly unknown[] = HEADER) =>
  Buffer.concat([...(await all(spreadsheet(header, Readable.from(rows))))]);

/** The files of a ZIP archive by name, read by way of its directory; fails where a checksum or a size is wrong. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf('PK\x05\x06');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(archive.toString('latin1', at, at + 4), 'PK\x01\x02');
    const [crc, packedSize, size] = [16, 20, 24].map((field) => archive.readUInt32LE(at + field));
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    );
    const start = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!);
    const data = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const packed = archive.subarray(data, data + packedSize!);
    const bytes = archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    assert.equal(bytes.length, size);
    assert.equal(crc32(bytes), crc);
    files.set(name, bytes.toString());
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  assert.equal(at, end);
  return files;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The texts of the cells of each row, read strictly: every tag is closed, and no sign stands for itself that may not. */
function cellsOf(content: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const open: string[] = [];
  let text: string | undefined;
  for (const [token, closing, name, attributes = '', empty] of content
    .replace(/^<\?xml[^>]*\?>/, '')
    .matchAll(/<(\/?)([\w:-]+)((?: [\w:-]+="[^"<&]*")*)(\/?)>|[^<]+/g)) {
    if (name === undefined) {
      assert.doesNotMatch(
        token,
        /&(?!(?:amp|lt|gt|quot|#39);)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u,
      );
      if (text !== undefined) text += token.replace(/&([#\w]+);/g, (_, entity: string) => ENTITIES[entity]!);
      continue;
    }
    if (closing) {
      assert.equal(open.pop(), name);
      if (name === 'table:table-cell') rows.at(-1)!.push(text ?? '');
      continue;
    }
    if (name === 'table:table-row') rows.push([]);
    else if (name === 'table:table-cell') {
      if (empty) rows.at(-1)!.push('');
      else assert.equal(attributes, ' office:value-type="string"');
      text = undefined;
    } else if (name === 'text:p') text = text === undefined ? '' : `${text}\n`;
    else if (name === 'text:s') text += ' '.repeat(Number(/c="(\d+)"/.exec(attributes)![1]));
    else if (name === 'text:tab') text += '\t';
    if (!empty) open.push(name);
  }
  assert.deepEqual(open, []);
  return rows;
}

const TEXTS = [
  '0612345678',
  '12345678901234567890',
  '=1+1',
  '-cmd|',
  '1-2-2027',
  '1e5',
  'a & b <c> ]]> "d" \'e\'',
  '  twee  spaties  ',
  'met\ttab',
  'regel\nregel\n\nregel',
  '😀 é 👩‍👩‍👧',
];

describe('a spreadsheet', () => {
  it('receiver.md 12: gives every text back as it was, as a text', async () => {
    const files = unzip(await archiveOf([TEXTS, [['a', 'b'], null, undefined, 5]], TEXTS));
    assert.deepEqual([...files.keys()], ['mimetype', 'META-INF/manifest.xml', 'content.xml']);
    assert.deepEqual(cellsOf(files.get('content.xml')!), [TEXTS, TEXTS, ['a; b', '', '', '5']]);
  });

  it('begins with its media type, by which programs know it', async () => {
    const archive = await archiveOf([]);
    const start = `mimetype${'application/vnd.oasis.opendocument.spreadsheet'}`;
    assert.equal(archive.toString('latin1', 30, 30 + start.length), start);
  });

  it('leaves out what XML does not allow', async () => {
    const row = ['a\u0000b\u001b\ufffe', 'half \ud83d, half \ude00', 'regel\u2028regel\r\nregel'];
    const files = unzip(await archiveOf([row]));
    assert.deepEqual(cellsOf(files.get('content.xml')!)[1], ['ab', 'half , half ', 'regel\nregel\nregel']);
  });

  it('is written while it is read: rows wait until there is room', async () => {
    const count = 100_000;
    let taken = 0;
    function* rows() {
      for (; taken < count; taken++) yield [`Naam ${taken} (voorbeeld)`, `06${Math.random()}`];
    }
    let pieces = 0;
    for await (const { length } of spreadsheet(HEADER, asyncOf(rows()))) {
      assert.ok(length > 0);
      pieces += 1;
      if (pieces > 10) continue;
      // As long as this one is not done with, the rows soon stop.
      for (let turn = 0; turn < 500; turn++) await nextTurn();
      assert.ok(taken < 10_000 * pieces, `${taken} rows were taken for ${pieces} pieces`);
    }
    assert.equal(taken, count);
    assert.ok(pieces > 20);
  });

  it('begins a further sheet where a spreadsheet has no more rows', async () => {
    function* rows() {
      for (let count = 0; count < 1_000_001; count++) yield [];
    }
    const content = unzip(Buffer.concat([...(await all(spreadsheet(HEADER, asyncOf(rows()))))])).get(
      'content.xml',
    )!;
    const sheets = content.split('<table:table ').slice(1);
    assert.deepEqual(
      sheets.map((sheet) => sheet.split('<table:table-row>').length - 1),
      [1_000_001, 2],
    );
  });

  it('fails where its rows do', async () => {
    function* rows() {
      yield ['a'];
      throw new Error('The receiver stopped in the middle.');
    }
    await assert.rejects(all(spreadsheet(HEADER, asyncOf(rows()))), /stopped in the middle/);
  });

  it(
    'receiver.md 12: is opened by LibreOffice, telephone numbers whole',
    needs('soffice', '--version'),
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ceal-ods-'));
      try {
        const file = join(folder, 'export.ods');
        writeFileSync(file, await archiveOf([TEXTS, ...times(1_000, () => TEXTS)], TEXTS));
        const sheet = inLibreOffice(file);
        assert.doesNotMatch(sheet, /table:formula|office:value-type="(?!string)/);
        assert.match(sheet, /<text:p>0612345678<\/text:p>/);
        assert.match(sheet, /<text:p>=1\+1<\/text:p>/);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
