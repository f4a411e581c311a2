import { wholeNumberOption, type Command } from './command.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';

const HELP = `
Usage: ceal-widgets purge --feed <file or address> [options]

Removes what has been kept as long as the feed says: "retentionMonths" of a sign-up, counted from the end of its edition, or
from the sign-up itself where no end is known. Run it every day.

  --feed <where>      the feed; not needed while a receiver is running on the data folder, which goes by its own
  --months <number>   for sign-ups of which the feed does not say it
${DATABASE_HELP}

Ends with 1 where something stays of which nobody says how long it is kept.
`;

export const purgeSignups: Command = {
  summary: 'removes what has been kept long enough',
  help: HELP,
  options: { ...DATABASE_OPTIONS, months: { type: 'string' } },
  async run(values) {
    const months = wholeNumberOption(values, 'months', { min: 0, max: 1_200 });
    const { removed, unlimited, isKnown, others } = await withAdmin(values, 'purge', (admin, feed) =>
      admin.purge({ months, feed }),
    );
    console.log(`${removed} removed.`);
    if (unlimited > 0)
      console.log(`${unlimited} stay: the feed has no "retentionMonths" for them. Add it, or give --months.`);
    const isOther = !isKnown && Object.keys(others).length > 0;
    if (isOther)
      console.log(
        `Nothing is stored of this feed, and of others: ${Object.entries(others)
          .sort()
          .map(([id, n]) => `${n} of "${id}"`)
          .join(', ')}. Has the "id" of the feed been changed? Give it back, or purge with the old feed.`,
      );
    return unlimited > 0 || isOther ? 1 : 0;
  },
};
