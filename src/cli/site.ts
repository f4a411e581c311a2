import { isAddress } from '../receiver/feed/feed-source.js';
import { UsageError, wholeNumberOption, type Command, type OptionValues } from './command.js';
import { DEFAULT_PORT, runLive, type LiveOptions } from './site/run-live.js';
import { makeInFolder } from './site/make-in-folder.js';
import { siteOptions } from './site/site-options.js';

const HELP = `
Usage: ceal-widgets site --feed <a file or an address> --out <folder> [options]

Makes a site in a folder, to put on any web server: the scripts under their version, the feed, a calendar, pages for
each enterprise and session, a page with what to paste where, and the settings of the server.

  --feed <feed>       the feed: a file, whose pictures travel along, or an address
  --out <folder>      where to make the site: a folder that is not there, is empty, or was made by this command. It is
                      put in place whole; versions, chunks and your own files in it stay
  --base <address>    where the folder will stand on the web. Without it snippets say YOUR-SITE, and no page can name its
                      picture to other sites
  --frame-ancestors <sources>
                      the sites that may show the pages for frames, as "'self' https://partner.example"; else any
  --keep-going        go on where entries of the feed are lost
  --replace-version   write another build over the same version. Pages that hold it to its hash then lose it

While you edit the feed:

  --watch             makes it anew each time the file of the feed, or a picture that it names, is saved
  --serve             shows it at an address of this machine. With --watch, open pages load again by themselves
  --port <number>     of that address (${DEFAULT_PORT}); 0 for any that is free

What does not fit in the feed is told on the standard error. Ends with 1, and leaves the folder as it is, where it is no
feed, and where entries would be lost; a run that watches goes on. Stops at Ctrl+C or SIGTERM.
`;

export const site: Command = {
  summary: 'makes a site in a folder, to put on any web server',
  help: HELP,
  options: {
    feed: { type: 'string' },
    out: { type: 'string' },
    base: { type: 'string' },
    'frame-ancestors': { type: 'string' },
    'keep-going': { type: 'boolean' },
    'replace-version': { type: 'boolean' },
    watch: { type: 'boolean' },
    serve: { type: 'boolean' },
    port: { type: 'string' },
  },
  async run(values) {
    const options = await siteOptions(values);
    const { isWatched, port } = liveOptions(values, options.feed);
    if (isWatched || port !== undefined) await runLive(options, { isWatched, port });
    else await makeInFolder(options);
  },
};

function liveOptions(values: OptionValues, feed: string): LiveOptions {
  const port = wholeNumberOption(values, 'port', { min: 0, max: 65_535 });
  const isWatched = values['watch'] === true;
  const isServed = values['serve'] === true;
  if (isWatched && isAddress(feed))
    throw new UsageError(
      '--watch watches a file. Run the command from time to time for a feed at an address.',
    );
  if (port !== undefined && !isServed) throw new UsageError('--port goes with --serve.');
  return { isWatched, port: isServed ? (port ?? DEFAULT_PORT) : undefined };
}
