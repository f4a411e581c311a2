import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { SignupRecord } from '../receiver/storage/reading.js';
import { choiceOption, textOption, UsageError, type Command } from './command.js';
import { csvRow } from './csv.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';
import { countKeys, ExportColumns } from './export-columns.js';
import { spreadsheet } from './spreadsheet.js';

const HELP = `
Usage: ceal-widgets export [options]

Writes the sign-ups, in the order in which they came.

  --format <format>   csv (the default) or ods, for a spreadsheet, or json, to the letter. In ods every cell is a text; in
                      CSV an apostrophe stands before what a spreadsheet would take for a formula, and before digits
                      that it would not keep. What fits into no column is in the last one, as JSON. archive
                      is all that is stored, for import
  --separator <sign>  between the cells of CSV: , (the default) or ; as a Dutch Excel expects
  --output <file>     where to write; else to the standard output
  --feed <which>      only of this feed, as a file, an address or its id
  --signup <id>       only of this sign-up of the feed
  --edition <id>      only for this edition
  --status <status>   only accepted, or only waiting-list
${DATABASE_HELP}
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
    const file = textOption(values, 'output');
    await withAdmin(values, 'export', async (admin, feed) => {
      const output = file ? await openFile(file) : process.stdout;
      const write = (part: string | Buffer) => writeAll(output, part);
      const read = () => admin.signups({ ...filter, feed });
      if (format === 'archive') for await (const line of admin.archive(feed)) await write(`${line}\n`);
      else if (format === 'json') await writeJson(read, write);
      else {
        // Two looks at the sign-ups: only after the last one are all columns known.
        const columns = new ExportColumns(await countKeys(read()));
        if (format === 'ods') await writeSpreadsheet(columns, read, write);
        else await writeCsv(columns, read, write, { separator });
      }
      if (output !== process.stdout) {
        output.end();
        await once(output, 'finish');
      }
    });
  },
};

type Read = () => AsyncIterable<SignupRecord>;
type Write = (part: string | Buffer) => Promise<void>;

async function writeJson(read: Read, write: Write): Promise<void> {
  let separator = '[\n';
  for await (const signup of read()) {
    await write(`${separator}${JSON.stringify(signup)}`);
    separator = ',\n';
  }
  await write(separator === '[\n' ? '[]\n' : '\n]\n');
}

async function writeCsv(
  columns: ExportColumns,
  read: Read,
  write: Write,
  { separator }: { readonly separator: string },
): Promise<void> {
  // Excel reads UTF-8 only after a byte order mark.
  await write(`\ufeff${csvRow(columns.names, separator)}`);
  for await (const signup of read()) await write(csvRow(columns.cells(signup), separator));
}

async function writeSpreadsheet(columns: ExportColumns, read: Read, write: Write): Promise<void> {
  async function* rows() {
    for await (const signup of read()) yield columns.cells(signup);
  }
  for await (const part of spreadsheet(columns.names, rows())) await write(part);
}

/** Opens a file that only its owner may read. Rejects with `UsageError` where there is one already. */
async function openFile(path: string): Promise<Writable> {
  const stream = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(`${path} is there already.`) : error;
  });
  return stream;
}

async function writeAll(output: Writable, part: string | Buffer): Promise<void> {
  if (!output.write(part)) await once(output, 'drain');
}
