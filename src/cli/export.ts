import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../receiver/error-code.js';
import type { SignupRecord } from '../receiver/storage/reading.js';
import { choiceOption, textOption, UsageError, type Command } from './command.js';
import { csvRow } from './export/csv.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';
import { checkStored } from './check-stored.js';
import { countKeys, ExportColumns } from './export/export-columns.js';
import { spreadsheet } from './export/spreadsheet.js';

const HELP = `
Usage: ceal-widgets export [options]

Writes the sign-ups, in the order in which they came.

  --format <format>   csv (the default) or ods, for a spreadsheet, or json, to the letter. In ods every cell is a text; in
                      CSV an apostrophe stands before what a spreadsheet would take for a formula, and before digits
                      that it would not keep. What fits into no column is in the last one, as JSON. archive
                      is all that is stored, for import: not with --signup, --edition or --status
  --separator <sign>  between the cells of CSV: , (the default) or ; as a Dutch Excel expects
  --output <file>     where to write; else to the standard output
  --feed <which>      only of this feed, as a file, an address or its id
  --signup <id>       only of this sign-up of the feed
  --edition <id>      only for this edition
  --status <status>   only accepted, or only waiting-list
${DATABASE_HELP}

Ends with 1 where the reader of its output leaves, as head does.
`;

export const exportSignups: Command = {
  summary: 'writes the sign-ups as CSV, spreadsheet or JSON',
  help: HELP,
  options: {
    ...DATABASE_OPTIONS,
    format: { type: 'string' },
    separator: { type: 'string' },
    output: { type: 'string' },
    signup: { type: 'string' },
    edition: { type: 'string' },
    status: { type: 'string' },
  },
  async run(values) {
    const format = choiceOption(values, 'format', ['csv', 'ods', 'json', 'archive']) ?? 'csv';
    const separator = choiceOption(values, 'separator', [',', ';']) ?? ',';
    const filter = {
      signup: textOption(values, 'signup'),
      edition: textOption(values, 'edition'),
      status: choiceOption(values, 'status', ['accepted', 'waiting-list']),
    };
    if (format === 'archive' && Object.values(filter).some((part) => part !== undefined))
      throw new UsageError('An archive is of whole feeds: without --signup, --edition and --status.');
    const file = textOption(values, 'output');
    return withAdmin(values, 'export', async (admin, feed) => {
      checkStored(await admin.counts(), { ...filter, feed });
      const read = () => admin.signups({ ...filter, feed });
      if (format === 'archive') return write(archiveParts(admin.archive(feed)), file);
      if (format === 'json') return write(jsonParts(read), file);
      return write(format === 'ods' ? spreadsheetParts(read) : csvParts(read, separator), file);
    });
  },
};

type Read = () => AsyncIterable<SignupRecord>;
type Parts = AsyncGenerator<string | Buffer>;

async function* archiveParts(lines: AsyncIterable<string>): Parts {
  for await (const line of lines) yield `${line}\n`;
}

async function* jsonParts(read: Read): Parts {
  let separator = '[\n';
  for await (const signup of read()) {
    yield `${separator}${JSON.stringify(signup)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** The columns. A first look at the sign-ups: only after the last one are all of them known. */
async function columnsOf(read: Read): Promise<ExportColumns> {
  return new ExportColumns(await countKeys(read()));
}

async function* csvParts(read: Read, separator: string): Parts {
  const columns = await columnsOf(read);
  // Excel reads UTF-8 only after a byte order mark.
  yield `\ufeff${csvRow(columns.names, separator)}`;
  for await (const signup of read()) yield csvRow(columns.cells(signup), separator);
}

async function* spreadsheetParts(read: Read): Parts {
  const columns = await columnsOf(read);
  async function* rows() {
    for await (const signup of read()) yield columns.cells(signup);
  }
  yield* spreadsheet(columns.names, rows());
}

/**
 * Writes to a new file, of which nothing is left where it fails, or else to the standard output.
 * @returns the exit code: 1 where the reader of the output has gone, as `head` does
 */
async function write(parts: Parts, file: string | undefined): Promise<number> {
  if (file === undefined) return writeOut(parts);
  const output = await openFile(file);
  try {
    await pipeline(parts, output);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return 0;
}

async function writeOut(parts: Parts): Promise<number> {
  try {
    await pipeline(parts, process.stdout, { end: false });
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
    return 1;
  }
  return 0;
}

/** Opens a file that only its owner may read. Rejects with `UsageError` where there is one already. */
async function openFile(path: string): Promise<Writable> {
  const stream = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  await once(stream, 'open').catch((error: unknown) => {
    throw codeOf(error) === 'EEXIST' ? new UsageError(`${path} is there already.`) : error;
  });
  return stream;
}
