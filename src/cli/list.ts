import type { SignupCount } from '../receiver/storage/reading.js';
import type { Command } from './command.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';
import { checkStored } from './check-stored.js';

const HELP = `
Usage: ceal-widgets list [options]

Counts what is stored, by sign-up and edition. Shows nothing of anybody.

  --feed <which>      only of this feed, as a file, an address or its id
${DATABASE_HELP}
  --json              as JSON
`;

export const listSignups: Command = {
  summary: 'counts the sign-ups',
  help: HELP,
  options: { ...DATABASE_OPTIONS, json: { type: 'boolean' } },
  async run(values) {
    const counts = await withAdmin(values, 'list', async (admin, feed) => {
      const all = await admin.counts();
      checkStored(all, { feed });
      return feed === undefined ? all : all.filter((count) => count.feed === feed);
    });
    if (values['json'] === true) console.log(JSON.stringify(counts, null, 2));
    else for (const line of table(counts)) console.log(line);
  },
};

/** The counts as lines of text, in columns. */
function table(counts: readonly SignupCount[]): readonly string[] {
  const rows = counts.map(({ feed, signup, edition, status, n }) => [
    feed,
    signup ?? '–',
    edition ?? '–',
    status,
    String(n),
  ]);
  const lines = [['feed', 'sign-up', 'edition', 'status', 'n'], ...rows];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}
