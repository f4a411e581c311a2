import { textOption, UsageError, type Command } from './command.js';
import { withAdmin, DATABASE_HELP, DATABASE_OPTIONS } from './database-options.js';

const HELP = `
Usage: ceal-widgets delete --reference <number> | --email <address> [options]

Erases what is stored of a person. What is left is that there was a sign-up, so that a late attempt to send it again
cannot bring it back; a place that comes free goes to the first on the waiting list.

  --reference <number>  the sign-up with this number
  --email <address>     every sign-up with this e-mail address
${DATABASE_HELP}
`;

export const deleteSignups: Command = {
  summary: 'erases what is stored of a person',
  help: HELP,
  options: { ...DATABASE_OPTIONS, reference: { type: 'string' }, email: { type: 'string' } },
  async run(values) {
    const by = { reference: textOption(values, 'reference'), email: textOption(values, 'email') };
    if (!by.reference === !by.email) throw new UsageError('Name the person: --reference or --email.');
    const erased = await withAdmin(values, (admin) => admin.erase(by));
    console.log(erased === 1 ? '1 sign-up erased.' : `${erased} sign-ups erased.`);
    return erased === 0 ? 1 : 0;
  },
};
