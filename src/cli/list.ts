import type { SignupCount } from '../receiver/storage/reading.js';
import type { Command } from './command.js';
import { atDesk, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';

const HELP = `
Usage: ceal-widgets list [options]

Counts what is stored, by sign-up and edition. Shows nothing of anybody.

${DATABASE_HELP}
  --json              as JSON
`;

export const listSignups: Command = {
  summary: 'counts the sign-ups',
  help: HELP,
  options: { ...DATABASE_OPTIONS, json: { type: 'boolean' } },
  async run(given) {
    const counts = await atDesk(given, (desk) => desk.counts());
    if (given['json'] === true) console.log(JSON.stringify(counts, null, 2));
    else for (const line of table(counts)) console.log(line);
  },
};

function table(counts: readonly SignupCount[]): readonly string[] {
  const rows = counts.map(({ feed, signup, edition, status, n }) => [
    feed,
    signup ?? '–',
    edition ?? '–',
    status,
    String(n),
  ]);
  const all = [['feed', 'sign-up', 'edition', 'status', 'n'], ...rows];
  const widths = all[0]!.map((_, at) => Math.max(...all.map((row) => row[at]!.length)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
}
