import { ReceiverFeed } from '../receiver/feed/receiver-feed.js';
import { DEFAULTS } from '../receiver/options.js';
import { addressOption, checkedAddress, textOption, UsageError, type Command } from './command.js';
import { runConformance } from './conformance/conformance.js';

const HELP = `
Usage: ceal-widgets test-receiver <address of /signups> --feed <file or address> [options]

Tests whether a receiver of any make keeps to the contract of openapi.yaml, as a form and as a faulty network would use
it. It stores sign-ups named "Test", withdraws them at the end, and says what is left. Use an instance for trying out:
they take places for a while, and whoever is told of sign-ups is told of them. Where the receiver limits how many come,
it waits: with ${DEFAULTS.perMinute} a minute it takes some minutes.

  --feed <where>           the feed that the receiver goes by
  --signup <id>            the sign-up to use; else the first that is open
  --availability <address> where it tells free places, if it does
  --withdrawals <address>  where sign-ups are withdrawn; else /withdrawals beside /signups
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
    withdrawals: { type: 'string' },
    origin: { type: 'string' },
  },
  positionals: 1,
  async run(values, [address = '']) {
    const feed = textOption(values, 'feed');
    if (!feed) throw new UsageError('Name the feed that the receiver goes by: --feed <file or address>.');
    const endpoint = checkedAddress(address, 'The receiver');
    const { document } = await ReceiverFeed.open(feed, () => {});
    const failed = await runConformance(
      {
        endpoint,
        document,
        signup: textOption(values, 'signup'),
        availability: addressOption(values, 'availability'),
        origin: addressOption(values, 'origin'),
        withdrawals: addressOption(values, 'withdrawals') ?? withdrawalsBeside(endpoint),
      },
      (line) => console.log(line),
    );
    return failed === 0 ? 0 : 1;
  },
};

function withdrawalsBeside(endpoint: string): string | undefined {
  const address = endpoint.replace(/\/signups\/?$/, '/withdrawals');
  return address === endpoint ? undefined : address;
}
