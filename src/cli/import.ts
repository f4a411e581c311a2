import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { linesIn } from '../receiver/json-lines.js';
import { codeOf } from '../receiver/error-code.js';
import { UsageError, type Command } from './command.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';

const HELP = `
Usage: ceal-widgets import <file> [options]

Stores an archive that export --format archive has written: to go from the embedded database to PostgreSQL or back, or to
a later version. All of it or nothing; a database that has sign-ups of the same feed already is left as it is. The
receiver on the folder is stopped first.

${DATABASE_HELP}
`;

export const importSignups: Command = {
  summary: 'stores an archive of the sign-ups',
  help: HELP,
  // An archive says itself of which feeds it is.
  options: { data: DATABASE_OPTIONS.data },
  positionals: 1,
  async run(values, [file = '']) {
    const pieces = await openFile(file);
    const { signups, feeds } = await withAdmin(values, 'import', (admin) => admin.import(linesIn(pieces)));
    console.log(`${signups} rows of ${feeds.join(', ') || 'no feed'}.`);
  },
};

/** Opens a file to be read in pieces. Rejects with `UsageError` where there is none. */
async function openFile(path: string): Promise<AsyncIterable<Buffer>> {
  const stream = createReadStream(path);
  await once(stream, 'open').catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new UsageError(`There is no file ${path}.`) : error;
  });
  return stream as AsyncIterable<Buffer>;
}
