import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { AdminApi } from '../receiver/admin/admin-api.js';
import type { SignupFilter } from '../receiver/storage/reading.js';
import { oneOf, text, UsageError, type Command } from './command.js';
import { Columns, csvRow } from './csv.js';
import { atDesk, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';

const HELP = `
Usage: ceal-widgets export [options]

Writes the sign-ups, in the order in which they came.

  --format <format>   csv (the default), for a spreadsheet, or json, to the letter. In CSV an apostrophe stands before
                      what a spreadsheet would take for a formula
  --separator <sign>  between the cells of CSV: , (the default) or ; as a Dutch Excel expects
  --output <file>     where to write; else to the standard output
  --signup <id>       only of this sign-up of the feed
  --edition <id>      only for this edition
  --status <status>   only accepted, or only waiting-list
${DATABASE_HELP}
`;

export const exportSignups: Command = {
  summary: 'writes the sign-ups as CSV or JSON',
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
  async run(given) {
    const format = oneOf(given, 'format', ['csv', 'json']) ?? 'csv';
    const separator = oneOf(given, 'separator', [',', ';']) ?? ',';
    const filter = {
      signup: text(given, 'signup'),
      edition: text(given, 'edition'),
      status: oneOf(given, 'status', ['accepted', 'waiting-list']),
    };
    const file = text(given, 'output');
    await atDesk(given, async (desk) => {
      const output = file ? await openFile(file) : process.stdout;
      const write = (part: string) => writeAll(output, part);
      if (format === 'json') await writeJson(desk, filter, write);
      else await writeCsv(desk, filter, separator, write);
      if (output !== process.stdout) {
        output.end();
        await once(output, 'finish');
      }
    });
  },
};

type Write = (part: string) => Promise<void>;

async function writeJson(desk: AdminApi, filter: SignupFilter, write: Write): Promise<void> {
  let before = '[\n';
  for await (const signup of desk.signups(filter)) {
    await write(`${before}${JSON.stringify(signup)}`);
    before = ',\n';
  }
  await write(before === '[\n' ? '[]\n' : '\n]\n');
}

/** Twice through: which columns there are is known only at the end. */
async function writeCsv(
  desk: AdminApi,
  filter: SignupFilter,
  separator: string,
  write: Write,
): Promise<void> {
  const columns = new Columns();
  for await (const signup of desk.signups(filter)) columns.add(signup);
  // With its mark at the start Excel reads UTF-8.
  await write(`\ufeff${csvRow(columns.names, separator)}`);
  for await (const signup of desk.signups(filter)) await write(csvRow(columns.cells(signup), separator));
}

/** Only for whoever asked; never over another file. */
async function openFile(path: string): Promise<Writable> {
  const stream = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(`${path} is there already.`) : error;
  });
  return stream;
}

async function writeAll(output: Writable, part: string): Promise<void> {
  if (!output.write(part)) await once(output, 'drain');
}
