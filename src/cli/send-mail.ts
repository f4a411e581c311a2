import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { asRecord } from '../feed/record.js';
import { senderLine } from '../receiver/notices/mail.js';
import { senderOption, textOption, type Command } from './command.js';

const DEFAULT_SENDMAIL = '/usr/sbin/sendmail';

const HELP = `
Usage: ceal-widgets send-mail [options] < notice

Sends the mail of a notice, which it reads on its standard input, to the participant. For the receiver:

  ceal-widgets receive --feed … --command "npx ceal-widgets send-mail --from 'Name <name@example.org>'"

Does nothing for a notice that has no mail. Fails where the mail program does: then the receiver tries again.

  --from <sender>     the sender, as "Name <name@example.org>", where the receiver has no --mail-from
  --sendmail <path>   the mail program (${DEFAULT_SENDMAIL}); it is called with -t -i

Ends with the exit code of the mail program, as 75 where that asks to try again later.
`;

export const sendMail: Command = {
  summary: 'sends the mail of a notice',
  help: HELP,
  options: { from: { type: 'string' }, sendmail: { type: 'string' } },
  async run(values) {
    const from = senderOption(values, 'from');
    const message = mailIn(await text(process.stdin));
    if (message === undefined) return 0;
    const hasSender = /^From: /m.test(message.slice(0, message.indexOf('\n\n')));
    const mail = from === undefined || hasSender ? message : `${senderLine(from)}\n${message}`;
    return pipeInto(textOption(values, 'sendmail') ?? DEFAULT_SENDMAIL, mail);
  },
};

/** The mail of a notice; `undefined` where it has none. Throws where the text is no notice. */
function mailIn(notice: string): string | undefined {
  const { data } = asRecord(JSON.parse(notice) as unknown);
  const { message } = asRecord(asRecord(data)['mail']);
  return typeof message === 'string' ? message : undefined;
}

/** @returns the exit code of the mail program */
async function pipeInto(program: string, mail: string): Promise<number> {
  // Where the receiver runs this command, what the program says goes nowhere; at a terminal it helps.
  const child = spawn(program, ['-t', '-i'], { stdio: ['pipe', 'inherit', 'inherit'] });
  // A program that ends early says why by its exit code.
  child.stdin.on('error', () => {});
  child.stdin.end(mail);
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
