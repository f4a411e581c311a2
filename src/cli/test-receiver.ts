import { resolve } from 'node:path';
import { ReceiverFeed } from '../receiver/receiver-feed.js';
import { textOption, UsageError, type Command } from './command.js';
import { runConformance } from './conformance.js';

const HELP = `
Usage: ceal-widgets test-receiver <address of /signups> --feed <file or address> [options]

Tests whether a receiver of any make keeps to the contract of openapi.yaml, as a form and as a faulty network would use
it. It stores sign-ups named "Test": use an instance that you can empty, with a feed of which one sign-up is open.

  --feed <where>           the feed that the receiver goes by
  --signup <id>            the sign-up to use; else the first that is open
  --availability <address> where it tells free places, if it does
  --origin <site>          a site that the receiver allows, to test that its pages may send

Ends with 0 where everything holds that must.
`;

export const testReceiver: Command = {
  summary: 'tests whether a receiver of any make keeps to the contract',
  help: HELP,
  options: {
    feed: { type: 'string' },
    signup: { type: 'string' },
    availability: { type: 'string' },
    origin: { type: 'string' },
  },
  positionals: 1,
  async run(values, [endpoint = '']) {
    const feed = textOption(values, 'feed');
    if (!feed) throw new UsageError('Name the feed that the receiver goes by: --feed <file or address>.');
    if (!URL.canParse(endpoint)) throw new UsageError(`"${endpoint}" is no address.`);
    const { document } = await ReceiverFeed.open(/^https?:/.test(feed) ? feed : resolve(feed), () => {});
    const failed = await runConformance(
      {
        endpoint,
        document,
        signup: textOption(values, 'signup'),
        availability: textOption(values, 'availability'),
        origin: textOption(values, 'origin'),
      },
      (line) => console.log(line),
    );
    return failed === 0 ? 0 : 1;
  },
};
