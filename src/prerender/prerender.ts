/** Widgets as HTML that can be read without script, for Node. */
import { escapeMarkup } from '../escape-markup.js';
import type { TemplateResult } from 'lit';
import { decodeFeed } from '../feed/decode.js';
import { NOWHERE } from '../feed/fields.js';
import { failureMessage } from '../feed/failure-words/failure-message.js';
import { issueMessage } from '../feed/issue-words/issue-message.js';
import type { FeedIssue } from '../feed/issues.js';
import { parseFeed, SECTIONS } from '../feed/parse-feed.js';
import { safeLocale } from '../i18n/locale.js';
import { assertAttributes } from './attributes.js';
import { withPageCalendar, withWholeCalendar } from './calendar-link.js';
import { PrerenderOptionError, type PrerenderOptions } from './options.js';
import { plainHtml } from './plain-html.js';
import { readyElement, widgetClass, widgetTag, type ServerElement } from './server-element.js';

export { PrerenderOptionError, type PrerenderOptions };

const DEFAULT_FILES = '/ceal-widgets/';
const SECTION_KEYS = Object.keys(SECTIONS);

/**
 * A widget with what it shows of a feed, as HTML to put into a page: the element with a declarative shadow root, a link
 * to its style sheet and no inline style or script. It can be read without script; where the script of the widgets is in
 * the page, it takes over what stands there. `feed` is its text, its bytes or the object that was parsed from it.
 *
 * Rejects with `PrerenderOptionError` where the options do not fit, and with an error with the reason where it is no feed.
 * Needs the package `@lit-labs/ssr`.
 */
export async function prerender(feed: unknown, options: PrerenderOptions): Promise<string> {
  const { attributes = {}, files = DEFAULT_FILES, now = Number(Date.now()), onIssue } = options;
  const tag = widgetTag(options.widget);
  const base = baseOf(options);
  const parsed = parseFeed(feed, base, { now });
  if (!parsed.ok) throw new Error(`This is no feed. ${failureMessage(parsed, options.language ?? 'en')}`);
  const language = languageOfWords(options.language) ?? parsed.feed.head.language ?? 'nl';
  const Widget = await widgetClass(tag);
  assertAttributes(tag, Widget.elementProperties, attributes, options.language ?? 'en');
  const source = feed instanceof Uint8Array ? decodeFeed(feed).text : feed;
  const element = await readyElement(Widget, withWholeCalendar(attributes), {
    feed: source,
    base,
    language,
    now,
  });
  if (onIssue)
    for (const issue of issuesFor(element, parsed.issues)) onIssue(issue, issueMessage(issue, language));
  const content = withPageCalendar(plainHtml(await renderTemplate(element.render())), attributes);
  const room = tag.replace('ceal-', '');
  const written = Object.entries({
    lang: language,
    ...attributes,
    'data-ceal-prerendered': new Date(now).toISOString(),
  })
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeMarkup(value)}"`))
    .join('');
  return `<${tag}${written}>
<template shadowrootmode="open">
<link rel="stylesheet" href="${escapeMarkup(files.replace(/\/?$/, '/'))}styles/${room}.css">
${fromSite(content)}
</template>
</${tag}>
`;
}

/** The address from which relative ones start. One that begins with `/` is that of a site that is not known. */
function baseOf({ base, attributes }: PrerenderOptions): string {
  const address = base ?? attributes?.['src'] ?? '';
  const isRooted = /^(?:https?:\/\/|\/(?!\/))/i.test(address);
  if (base !== undefined && !isRooted) throw new PrerenderOptionError(`"${base}" is no address of a feed.`);
  return isRooted ? new URL(address, NOWHERE).href : UNKNOWN;
}

/** A folder that no feed stands in: what is in it is an address whose start nobody has given. */
const UNKNOWN = `${NOWHERE}unknown-base/`;

/** Addresses on a site that is not known begin with `/`. Throws where not even the folder is known. */
function fromSite(html: string): string {
  const [, path] = html.split(UNKNOWN);
  if (path !== undefined)
    throw new PrerenderOptionError(
      `The feed has an address beside its own, "${path.split('"')[0]}": say with "base" where the feed stands.`,
    );
  return html.replaceAll(NOWHERE, '/');
}

function languageOfWords(tag: string | undefined): string | undefined {
  const language = safeLocale(tag);
  if (tag !== undefined && !language)
    throw new PrerenderOptionError(`"${tag}" is no language tag, as nl or en.`);
  return language;
}

/** The issues of what a widget reads, and of what nothing reads. */
function issuesFor({ feed }: ServerElement, issues: readonly FeedIssue[]): readonly FeedIssue[] {
  const others = Object.keys(feed.ready?.document.raw ?? {}).filter(
    (key) => SECTION_KEYS.includes(key) && !feed.sections.some((section) => section.key === key),
  );
  return issues.filter(({ pointer }) => !others.includes(pointer.split('/')[1] ?? ''));
}

async function renderTemplate(template: TemplateResult): Promise<string> {
  const { render } = await import('@lit-labs/ssr').catch((error: unknown) => {
    throw isMissing(error)
      ? new Error('Prerendering needs the package @lit-labs/ssr. Install it: npm install @lit-labs/ssr')
      : error;
  });
  // The template is that of a shadow root: its slots ask for the host of one.
  const host = { element: undefined } as never;
  return joined(render(template, { customElementHostStack: [host] }));
}

/** HTML as it comes from a template: what it waits for comes in parts again. */
type Rendered = Iterable<string | Promise<Rendered>>;

/** Joins the parts one after another: the next one may be asked for only when the one before is there. */
async function joined(parts: Rendered): Promise<string> {
  let html = '';
  for (const part of parts) html += typeof part === 'string' ? part : await joined(await part);
  return html;
}

const isMissing = (error: unknown) =>
  (error as { readonly code?: unknown } | undefined)?.code === 'ERR_MODULE_NOT_FOUND';
