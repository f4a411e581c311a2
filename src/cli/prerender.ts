import type { PrerenderModule } from '../prerender/options.js';
import { PrerenderOptionError } from '../prerender/options.js';
import { readBytes } from '../receiver/feed/feed-source.js';
import {
  addressOption,
  listOption,
  textOption,
  UsageError,
  type Command,
  type OptionValues,
} from './command.js';
import { printable } from './printable.js';
import { assertNotFeed, give } from './publish.js';

const HELP = `
Usage: ceal-widgets prerender --feed <file or address> --widget <name> [options]

Writes a widget with what it shows of a feed, as HTML that can be read without script: put it into a page where the
element would stand. Where the script of the widgets is in the page too, it takes over what stands there.

  --widget <name>      enterprise-gallery, programme-timeline, oasis-guide or signup-form
  --attr <name=value>  an attribute of the widget, such as page-size=12; can be there several times
  --lang <tag>         of the words and the texts; else that of the feed
  --out <file>         where to write, only when something has changed; else to the standard output
  --base <address>     where the feed stands on the web; else the attribute src, where that is an address or begins with
                       /, and else the address that the feed is read from
  --files <address>    where the folder dist stands on the site, for the style sheet; else /ceal-widgets/
  --now <moment>       as 2027-09-09T12:00+02:00: decides what is over and what is next; else now. With it the same
                       feed always gives the same file

What does not fit in the feed is told on the standard error. Ends with 1 where it is no feed; the file then stays.
`;

/** The module is written for browsers, and compiled with their types. */
const MODULE = new URL('../prerender/prerender.js', import.meta.url).href;

/** The moment at which a widget was rendered, which is no change. */
const withoutMoment = (html: string) => html.replace(/ data-ceal-prerendered="[^"]*"/, '');

export const prerender: Command = {
  summary: 'writes a widget as HTML that can be read without script',
  help: HELP,
  options: {
    feed: { type: 'string' },
    widget: { type: 'string' },
    attr: { type: 'string', multiple: true },
    lang: { type: 'string' },
    out: { type: 'string' },
    base: { type: 'string' },
    files: { type: 'string' },
    now: { type: 'string' },
  },
  async run(values) {
    const feed = textOption(values, 'feed');
    const widget = textOption(values, 'widget');
    if (feed === undefined) throw new UsageError('Name the feed: --feed <file or address>.');
    if (widget === undefined) throw new UsageError('Name the widget: --widget enterprise-gallery.');
    const attributes = attributesOf(values);
    const options = {
      widget,
      attributes,
      language: textOption(values, 'lang'),
      files: textOption(values, 'files'),
      now: momentOption(values),
      onIssue: ({ pointer }: { readonly pointer: string }, message: string) =>
        console.error(printable(`${pointer || '/'}: ${message}`)),
    };
    const base = addressOption(values, 'base');
    await assertNotFeed(values, feed);
    const { bytes, address } = await readBytes(feed);
    const { prerender: render } = (await import(MODULE)) as PrerenderModule;
    try {
      const src = attributes['src'];
      const isSrcBase = src !== undefined && /^(?:https?:|\/)/i.test(src);
      await give(
        values,
        await render(bytes, { ...options, base: base ?? (isSrcBase ? undefined : address) }),
        {
          essence: withoutMoment,
        },
      );
    } catch (error) {
      throw error instanceof PrerenderOptionError ? new UsageError(error.message) : error;
    }
  },
};

/** The attributes that were typed, each as `name=value`, or its name alone. */
function attributesOf(values: OptionValues): Readonly<Record<string, string>> {
  const pairs = listOption(values, 'attr').map((text) => {
    const [, name = '', value = ''] = /^([^=]*)=?([^]*)$/.exec(text) ?? [];
    if (!/^[a-z][\w-]*$/.test(name))
      throw new UsageError(`--attr is a name and a value, as page-size=12, and not "${text}".`);
    return [name, value] as const;
  });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(`--attr ${twice} is there twice: it takes one value.`);
  return Object.fromEntries(pairs);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

/** The moment of an option, in milliseconds since 1970; throws `UsageError` for anything else. */
function momentOption(values: OptionValues): number | undefined {
  const value = textOption(values, 'now');
  if (value === undefined) return undefined;
  const moment = MOMENT.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(moment))
    throw new UsageError(`--now is a moment with its zone, as 2027-09-09T12:00+02:00, and not "${value}".`);
  return moment;
}
