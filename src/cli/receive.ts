import { DEFAULTS, startReceiver } from '../receiver/receiver.js';
import { listOption, textOption, UsageError, wholeNumberOption, type Command } from './command.js';
import { DATABASE_HELP } from './database-options.js';

const HELP = `
Usage: ceal-widgets receive --feed <file or address> [options]

Receives sign-ups from <ceal-signup-form> and stores them.

  --feed <where>      the feed: a file, or an http(s) address; read again when it changes
${DATABASE_HELP}
  --host <address>    where to listen (${DEFAULTS.host}: this machine only)
  --port <number>     (${DEFAULTS.port}); 0 for any that is free
  --origin <site>     a site whose pages may send, as https://www.example.org; may be given several times.
                      Pages on the same host as the receiver always may
  --behind-proxy      a reverse proxy says who asks (X-Forwarded-For, X-Forwarded-Host): only where there is one
  --rate <number>     requests a minute from one address (${DEFAULTS.perMinute})
  --no-waiting-list   a full edition refuses, instead of keeping a waiting list
  --webhook <address> is told of every sign-up; signed with CEAL_WEBHOOK_SECRET from the environment
  --command <command> is run for every sign-up, with the same message on its standard input
  --metrics-port <number>  serves figures for Prometheus at http://127.0.0.1:<number>/metrics; else nowhere
  --withdrawals <address>  the public address of /withdrawals, for the text of confirmations

Stops at Ctrl+C or SIGTERM, when what was begun is stored.
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
  },
  async run(values) {
    const feed = textOption(values, 'feed');
    if (!feed) throw new UsageError('Name the feed: --feed <file or address>.');
    // Listens before the receiver starts: a signal may come as soon as it says that it runs.
    const stopSignal = untilStopSignal();
    const receiver = await startReceiver({
      feed,
      databaseUrl: process.env['DATABASE_URL'],
      folder: textOption(values, 'data') ?? DEFAULTS.folder,
      host: textOption(values, 'host') ?? DEFAULTS.host,
      port: wholeNumberOption(values, 'port', { min: 0, max: 65_535 }) ?? DEFAULTS.port,
      origins: listOption(values, 'origin').map(originOf),
      behindProxy: values['behind-proxy'] === true,
      perMinute: wholeNumberOption(values, 'rate', { min: 1, max: 1_000_000 }) ?? DEFAULTS.perMinute,
      waitingList: values['no-waiting-list'] !== true,
      webhook: webhookOf(textOption(values, 'webhook')),
      command: textOption(values, 'command'),
      withdrawals: textOption(values, 'withdrawals'),
      metricsPort: wholeNumberOption(values, 'metrics-port', { min: 0, max: 65_535 }),
    });
    console.log(`Receiving sign-ups at ${receiver.url}/signups. Stop with Ctrl+C.`);
    await stopSignal;
    await receiver.stop();
  },
};

/** Settles at SIGINT or SIGTERM; a second one ends the process at once. */
function untilStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** The origin of a site as a browser writes it: without a path, in small letters. */
function originOf(site: string): string {
  if (site === '*') return site;
  const origin = URL.canParse(site) ? new URL(site).origin : 'null';
  if (origin === 'null')
    throw new UsageError(`--origin is a site, as https://www.example.org, and not "${site}".`);
  return origin;
}

function webhookOf(address: string | undefined): { address: string; secret: string } | undefined {
  if (!address) return undefined;
  const secret = process.env['CEAL_WEBHOOK_SECRET'];
  if (!URL.canParse(address)) throw new UsageError(`--webhook is an address, and not "${address}".`);
  if (!secret) throw new UsageError('Set CEAL_WEBHOOK_SECRET: it shows the webhook that a message is ours.');
  return { address, secret };
}
