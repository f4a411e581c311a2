import { feedStructuredData } from '../programme-timeline/publish/structured-data-feed.js';
import type { Command } from './command.js';
import { give, PUBLISH_HELP, PUBLISH_OPTIONS, readPublished } from './publish.js';

const HELP = `
Usage: ceal-widgets structured-data <feed: a file or an address> [options]

Writes the programme of a feed as JSON-LD for search engines: put it in the HTML of a page, in
<script type="application/ld+json">. It is what a timeline with structured-data writes itself.
${PUBLISH_HELP}

What does not fit in the feed is told on the standard error. Ends with 1 where it is no feed; the file then stays.
`;

export const structuredData: Command = {
  summary: 'writes the programme as JSON-LD for search engines',
  help: HELP,
  options: PUBLISH_OPTIONS,
  positionals: 1,
  async run(values, [feed = '']) {
    const { bytes, options } = await readPublished(feed, values);
    await give(values, `${feedStructuredData(bytes, options)}\n`);
  },
};
