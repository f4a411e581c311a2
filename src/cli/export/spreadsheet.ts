import { escapeMarkup } from '../../escape-markup.js';
import { cellText } from './export-columns.js';
import { zip } from './zip.js';

type Row = readonly unknown[];

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** Rows of one sheet, its header not counted: spreadsheets stop at 1,048,576. */
const MAX_SHEET_ROWS = 1_000_000;

/** The length of the pieces to compress, in UTF-16 code units: each takes a turn of its own, however short it is. */
const PIECE_LENGTH = 65_536;

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`;

/** The style `text` keeps a cell a text when somebody edits it. */
const CONTENT_START = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:automatic-styles>\
<number:text-style style:name="text-number"><number:text-content/></number:text-style>\
<style:style style:name="text" style:family="table-cell" style:data-style-name="text-number"/>\
</office:automatic-styles>
<office:body><office:spreadsheet>
`;
const CONTENT_END = '</office:spreadsheet></office:body></office:document-content>\n';

/**
 * Makes an OpenDocument spreadsheet (ISO/IEC 26300) a piece at a time. Every cell is a text: nothing in it is counted,
 * run or changed. After a million rows a further sheet begins, under the same header.
 */
export function spreadsheet(header: Row, rows: AsyncIterable<Row>): AsyncGenerator<Buffer> {
  return zip([
    // First, and not compressed: by its bytes programs know the kind of file.
    { name: 'mimetype', content: [MEDIA_TYPE], isStored: true },
    { name: 'META-INF/manifest.xml', content: [MANIFEST] },
    { name: 'content.xml', content: contentOf(header, rows) },
  ]);
}

async function* contentOf(header: Row, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let text = CONTENT_START + sheetStart(header, 1);
  let count = 0;
  for await (const row of rows) {
    if (count > 0 && count % MAX_SHEET_ROWS === 0)
      text += SHEET_END + sheetStart(header, count / MAX_SHEET_ROWS + 1);
    count += 1;
    text += rowXml(row);
    if (text.length < PIECE_LENGTH) continue;
    yield text;
    text = '';
  }
  yield text + SHEET_END + CONTENT_END;
}

const SHEET_END = '</table:table>\n';

function sheetStart(header: Row, number: number): string {
  const columns = `table:number-columns-repeated="${header.length}" table:default-cell-style-name="text"`;
  return `<table:table table:name="${number}"><table:table-column ${columns}/>\n${rowXml(header)}`;
}

function rowXml(row: Row): string {
  return `<table:table-row>${row.map(cellXml).join('')}</table:table-row>\n`;
}

function cellXml(value: unknown): string {
  const text = cellText(value);
  if (text === '') return '<table:table-cell/>';
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => `<text:p>${textXml(line)}</text:p>`);
  return `<table:table-cell office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** Writes what XML and OpenDocument would lose: white space that is more than one space between two words. */
function textXml(line: string): string {
  return escapeMarkup(withoutUnprintable(line))
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

/** A text without the characters that XML 1.0 forbids, half pairs of surrogates among them. */
function withoutUnprintable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
