#!/usr/bin/env node
/** `npx ceal-widgets …`: the commands of the sign-up receiver, and those that make files of a feed. */
import { VERSION } from '../version.js';
import { calendar } from './calendar.js';
import { runCommand, UsageError, type Command } from './command.js';
import { deleteSignups } from './delete.js';
import { exportSignups } from './export.js';
import { importSignups } from './import.js';
import { listSignups } from './list.js';
import { prerender } from './prerender.js';
import { printableError } from './printable.js';
import { purgeSignups } from './purge.js';
import { receive } from './receive.js';
import { sendMail } from './send-mail.js';
import { site } from './site.js';
import { structuredData } from './structured-data.js';
import { testReceiver } from './test-receiver.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  receive,
  list: listSignups,
  export: exportSignups,
  import: importSignups,
  delete: deleteSignups,
  purge: purgeSignups,
  'send-mail': sendMail,
  'test-receiver': testReceiver,
  calendar,
  'structured-data': structuredData,
  prerender,
  site,
};

const HELP = `Usage: ceal-widgets <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(17)}${summary}`)
  .join('\n')}

ceal-widgets <command> --help says more about one. ceal-widgets --version says ${VERSION}.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(VERSION);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".\n\n${HELP}`);
  return runCommand(command, args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(printableError(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
