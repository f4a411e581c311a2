import { feedCalendar } from '../programme-timeline/calendar-feed.js';
import type { Command } from './command.js';
import { give, PUBLISH_HELP, PUBLISH_OPTIONS, readPublished } from './publish.js';

const HELP = `
Usage: ceal-widgets calendar <feed: a file or an address> [options]

Makes a calendar file of the sessions of a feed, to put on a site and to subscribe to (calendar-src).
${PUBLISH_HELP}

What does not fit in the feed is told on the standard error. Ends with 1 where it is no feed, and where none of
the sessions is left that the file has: everybody's calendar would be emptied. The file then stays.
`;

/** The lines that say when a calendar was made, which is no change. */
const withoutStamps = (text: string) => text.replace(/^(DTSTAMP|LAST-MODIFIED):.*\r\n/gm, '');

const isEmpty = (text: string) => !text.includes('BEGIN:VEVENT');

export const calendar: Command = {
  summary: 'makes a calendar to subscribe to',
  help: HELP,
  options: PUBLISH_OPTIONS,
  positionals: 1,
  async run(values, [feed = '']) {
    const { bytes, options } = await readPublished(feed, values);
    const text = feedCalendar(bytes, options);
    if (isEmpty(text)) {
      const { edition, part, kind } = options;
      const chosen = [edition, part, kind].filter((choice) => choice !== undefined);
      if (chosen.length > 0)
        throw new Error(`The feed has no session with a day for ${chosen.join(' and ')}.`);
      console.error('The feed has no session with a day: the calendar is empty.');
    }
    await give(values, text, { essence: withoutStamps, isEmpty });
  },
};
