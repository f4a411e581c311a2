import { textOption, UsageError, type Command } from './command.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';
import { checkStored } from './check-stored.js';

const HELP = `
Usage: ceal-widgets delete --reference <number> | --email <address> | --phone <number> [options]

Erases what is stored of a person. What is left is that there was a sign-up, so that a late attempt to send it again
cannot bring it back. A place that comes free goes to the first on the waiting list where the feed is given as a file or
an address, or a receiver runs on the data folder; else it stays open until a receiver gives it out.

  --reference <number>  the sign-up with this number
  --email <address>     every sign-up with this e-mail address
  --phone <number>      every sign-up with this telephone number
  --feed <which>        the feed, as a file, an address or its id; needed where several are stored
${DATABASE_HELP}

Ends with 1 where nothing was erased.
`;

export const deleteSignups: Command = {
  summary: 'erases what is stored of a person',
  help: HELP,
  options: {
    ...DATABASE_OPTIONS,
    reference: { type: 'string' },
    email: { type: 'string' },
    phone: { type: 'string' },
  },
  async run(values) {
    const by = {
      reference: textOption(values, 'reference'),
      email: textOption(values, 'email'),
      phone: textOption(values, 'phone'),
    };
    if (Object.values(by).filter(Boolean).length !== 1)
      throw new UsageError('Name the person: --reference or --email or --phone.');
    const erased = await withAdmin(values, 'delete', async (admin, feed) => {
      const counts = await admin.counts();
      const stored = new Set(counts.map((count) => count.feed));
      if (feed === undefined && stored.size > 1)
        throw new UsageError(
          `Several feeds are stored here: ${[...stored].join(', ')}. Name one with --feed.`,
        );
      checkStored(counts, { feed });
      return admin.erase({ ...by, feed });
    });
    console.log(erased === 1 ? '1 sign-up erased.' : `${erased} sign-ups erased.`);
    return erased === 0 ? 1 : 0;
  },
};
