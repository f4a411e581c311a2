import { cellText } from './export-columns.js';

/** One row of CSV (RFC 4180), every cell quoted. */
export function csvRow(cells: readonly unknown[], separator: string): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

function csvCell(value: unknown): string {
  const text = cellText(value);
  return `"${(isChangedNumber(text) ? `'${text}` : defuse(text)).replaceAll('"', '""')}"`;
}

/**
 * True for digits that a spreadsheet would not keep as a number: it drops the zeros in front, as those of a telephone
 * number, and counts in 15 digits. Dots, commas and spaces may part them.
 */
function isChangedNumber(text: string): boolean {
  const digits = text.replace(/[\s.,]/g, '');
  return /^\d+$/.test(digits) && (digits.length > 15 || /^\s*0(?!(?:[.,]\d+)?\s*$)/.test(text));
}

/** Where a spreadsheet may start a cell: at the start, and at every sign that another one than ours splits at. */
const CELL_STARTS = /(^|[,;|\t\r\n"'])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Matches a hyphen before a word, with only words after it, to the end of the text: a formula of these could do no more
 * than name a cell. The last of them is no part of any formula: the quote of our own cell follows at once.
 */
const PLAIN_HYPHEN = /^- *\p{L}[\p{L}\p{N}\s.,;:?’-]*(?<=[\p{L}\p{N}.?])$/u;

/**
 * Puts an apostrophe before whatever a spreadsheet would take for a formula (OWASP, CSV injection): at the start of a
 * cell always, and inside a text wherever one that splits at another sign than we do would start a cell. A hyphen in
 * running text, or before a line of a list, stays as it was written.
 */
function defuse(text: string): string {
  return text.replace(CELL_STARTS, (all: string, before: string, _between: string, index: number) => {
    const isInside = index + before.length > 0;
    return isInside && PLAIN_HYPHEN.test(text.slice(index + all.length)) ? all : `${all}'`;
  });
}
