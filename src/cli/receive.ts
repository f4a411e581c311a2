import { once } from 'node:events';
import { surviveLostOutput } from '../receiver/log.js';
import { WebhookSecretError } from '../receiver/notices/signature.js';
import { DEFAULTS, type ReceiverOptions } from '../receiver/options.js';
import { startReceiver, STOP_TIMEOUT_MS } from '../receiver/receiver.js';
import {
  addressOption,
  listOption,
  senderOption,
  textOption,
  UsageError,
  wholeNumberOption,
  type Command,
  type OptionValues,
} from './command.js';
import { DATABASE_HELP } from './database-options.js';
import { stopSignal } from './stop-signal.js';

/** A month. */
const MAX_CONFIRM_HOURS = 744;

const HELP = `
Usage: ceal-widgets receive --feed <file or address> [options]

Receives sign-ups from <ceal-signup-form> and stores them.

  --feed <where>      the feed: a file, or an http(s) address; read again when it changes
${DATABASE_HELP}
  --host <address>    where to listen (${DEFAULTS.host}: this machine only)
  --port <number>     (${DEFAULTS.port}); 0 for any that is free
  --origin <site>     a site whose pages may send, as https://www.example.org; may be given several times.
                      '*' is every site. Pages on the same host as the receiver always may
  --behind-proxy      a reverse proxy says who asks (X-Forwarded-For or else Forwarded, and X-Forwarded-Host): only
                      where there is one
  --rate <number>     sign-ups, withdrawals and confirmations a minute from one network (${DEFAULTS.perMinute}), and ten times
                      as many requests of all kinds
  --no-waiting-list   a full edition refuses, instead of keeping a waiting list
  --webhook <address> is told of every sign-up; signed with CEAL_WEBHOOK_SECRET from the environment: whsec_ and the
                      base64 of 24 to 64 bytes, or two of these with a space between while you change it
  --command <command> is run for every sign-up, with the same message on its standard input
  --metrics-port <number>  serves figures for Prometheus at http://127.0.0.1:<number>/metrics; else nowhere
  --withdrawals <address>  the public address of /withdrawals, for the text of mails
  --mail-from <sender>     the sender of the mails in these messages, as "Name <name@example.org>"
  --confirm <hours>        an e-mail address must be confirmed by a link in the mail within these hours; until then
                           the place is held, after it it goes to who waits. Needs --webhook or --command;
                           ${MAX_CONFIRM_HOURS} hours (a month) at most
  --confirmations <address>  the public address of /confirmations, for that link

Stops at Ctrl+C or SIGTERM, when what was begun is stored, and within ${STOP_TIMEOUT_MS / 1_000} seconds. A second signal ends it at once.
`;

export const receive: Command = {
  summary: 'receives sign-ups and stores them',
  help: HELP,
  options: {
    feed: { type: 'string' },
    data: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    origin: { type: 'string', multiple: true },
    'behind-proxy': { type: 'boolean' },
    rate: { type: 'string' },
    'no-waiting-list': { type: 'boolean' },
    webhook: { type: 'string' },
    command: { type: 'string' },
    'metrics-port': { type: 'string' },
    withdrawals: { type: 'string' },
    'mail-from': { type: 'string' },
    confirm: { type: 'string' },
    confirmations: { type: 'string' },
  },
  async run(values) {
    const feed = textOption(values, 'feed');
    if (!feed) throw new UsageError('Name the feed: --feed <file or address>.');
    const webhook = addressOption(values, 'webhook');
    surviveLostOutput();
    // Listens before the receiver starts: a signal may come while it waits, and as soon as it says that it runs.
    const signal = stopSignal(STOP_TIMEOUT_MS);
    const starting = startReceiver({
      signal,
      feed,
      databaseUrl: process.env['DATABASE_URL'],
      folder: textOption(values, 'data'),
      host: textOption(values, 'host'),
      port: wholeNumberOption(values, 'port', { min: 0, max: 65_535 }),
      origins: listOption(values, 'origin').map(originOf),
      behindProxy: values['behind-proxy'] === true,
      perMinute: wholeNumberOption(values, 'rate', { min: 1, max: 1_000_000 }),
      waitingList: values['no-waiting-list'] !== true,
      webhook:
        webhook === undefined
          ? webhook
          : { address: webhook, secret: process.env['CEAL_WEBHOOK_SECRET'] ?? '' },
      command: textOption(values, 'command'),
      withdrawals: addressOption(values, 'withdrawals'),
      mailFrom: senderOption(values, 'mail-from'),
      confirm: confirmOf(values),
      metricsPort: wholeNumberOption(values, 'metrics-port', { min: 0, max: 65_535 }),
    });
    const receiver = await starting.catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error instanceof WebhookSecretError ? new UsageError(error.message) : error;
    });
    if (!receiver) return;
    console.log(`Receiving sign-ups at ${receiver.url}/signups. Stop with Ctrl+C.`);
    if (!signal.aborted) await once(signal, 'abort');
    await receiver.stop();
  },
};

/** The origin of a site as a browser writes it: without a path, in small letters. */
function originOf(site: string): string {
  if (site === '*') return site;
  const origin = URL.canParse(site) ? new URL(site).origin : 'null';
  if (origin === 'null')
    throw new UsageError(`--origin is a site, as https://www.example.org, and not "${site}".`);
  return origin;
}

function confirmOf(values: OptionValues): ReceiverOptions['confirm'] {
  const hours = wholeNumberOption(values, 'confirm', { min: 1, max: MAX_CONFIRM_HOURS });
  const address = addressOption(values, 'confirmations');
  if (hours === undefined && address === undefined) return undefined;
  if (hours === undefined || address === undefined)
    throw new UsageError(
      '--confirm <hours> and --confirmations <address> belong together, as https://www.example.org/confirmations.',
    );
  if (!textOption(values, 'webhook') && !textOption(values, 'command'))
    throw new UsageError('--confirm needs somebody who sends the mails: --webhook or --command.');
  return { hours, address };
}
