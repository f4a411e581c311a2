/** What to paste where: the code for a widget in each kind of system. */
import { escapeMarkup } from '../../escape-markup.js';
import type { Widget } from '../widgets.js';
import { MOVING_VERSION, EXACT_VERSION } from '../versions.js';

/** The systems, the plainest first. Several take the same code in another place. */
export const SYSTEMS = [
  'html',
  'wordpress',
  'drupal',
  'joomla',
  'squarespace',
  'wix',
  'strict',
  'editor',
  'sharepoint',
  'wix-frame',
  'frame',
] as const;
export type System = (typeof SYSTEMS)[number];

/** Where snippets load from, and what of it is there. */
export interface SnippetSources {
  /** The address of the site's folder, with `/` at its end. */
  readonly base: string;
  /** The hash of the bundle of the version that never changes. */
  readonly integrity: string;
  /** The paths of the build. */
  readonly build: ReadonlySet<string>;
  /** A link for who has no script, and its words. */
  readonly link: string;
}

/** The address that snippets name where nobody knows where the site will stand. */
export const UNKNOWN_SITE = 'https://YOUR-SITE/';

/** The code of a widget for a system; `undefined` where this build has nothing for it. */
export function snippet(widget: Widget, system: System, sources: SnippetSources): string | undefined {
  const { base } = sources;
  switch (system) {
    case 'wix':
      return [
        `${base}${MOVING_VERSION}/ceal-widgets.bundle.js`,
        `ceal-${widget}`,
        ...attributesOf(widget, base).map(([name, value]) => `${name}: ${value}`),
      ].join('\n');
    case 'strict':
      return `<script
  defer
  src="${base}${EXACT_VERSION}/ceal-widgets.bundle.js"
  integrity="${sources.integrity}"
  crossorigin="anonymous"
></script>

${elementOf(widget, sources)}`;
    case 'wix-frame':
      return frameAddress(widget, sources);
    case 'sharepoint':
      return frame(widget, sources);
    case 'frame':
      return frameThatGrows(widget, sources);
    case 'editor':
      return `${scripts(sources)}\n\n${placeholderOf(widget, sources)}`;
    default:
      return `${scripts(sources)}\n\n${elementOf(widget, sources)}`;
  }
}

const scripts = ({ base }: SnippetSources): string =>
  `<link rel="stylesheet" href="${base}${MOVING_VERSION}/ceal-widgets.css" />
<script type="module" src="${base}${MOVING_VERSION}/ceal-widgets.js"></script>`;

const attributesOf = (
  widget: Widget,
  base: string,
  endpoint = 'https://YOUR-RECEIVER/signups',
): readonly (readonly [string, string])[] => [
  ['src', `${base}feed.json`],
  ...(widget === 'signup-form' ? [['endpoint', endpoint] as const] : []),
];

function elementOf(widget: Widget, { base, link }: SnippetSources): string {
  const attributes = attributesOf(widget, base).map(([name, value]) => ` ${name}="${value}"`);
  return `<ceal-${widget}${attributes.join('')}>
  <p><a href="${base}">${escapeMarkup(link)}</a></p>
</ceal-${widget}>`;
}

/** The element as editors leave it that take unknown tags away. The link in it stays where they take its attributes too. */
function placeholderOf(widget: Widget, { base, link }: SnippetSources): string {
  // A placeholder sends to the site of its page only.
  const attributes = attributesOf(widget, base, '/signups').map(
    ([name, value]) => ` data-${name}="${value}"`,
  );
  return `<div data-ceal-widget="${widget}"${attributes.join('')}>
  <p><a href="${base}">${escapeMarkup(link)}</a></p>
</div>`;
}

/** The address of the page for frames. */
function frameAddress(widget: Widget, { base, build }: SnippetSources): string | undefined {
  if (!build.has(`embed/${widget}.html`)) return undefined;
  const query = new URLSearchParams(Object.fromEntries(attributesOf(widget, base)));
  return `${base}${MOVING_VERSION}/embed/${widget}.html?${String(query)}`;
}

/** The page in a frame that keeps its height, and scrolls. */
function frame(widget: Widget, sources: SnippetSources): string | undefined {
  const address = frameAddress(widget, sources);
  return (
    address &&
    `<iframe
  data-ceal-frame
  src="${escapeMarkup(address)}"
  title="${escapeMarkup(sources.link)}"
  loading="lazy"
  width="100%"
  height="900"
></iframe>`
  );
}

/** The same with the script by which it takes the height of what is in it. */
function frameThatGrows(widget: Widget, sources: SnippetSources): string | undefined {
  const code = frame(widget, sources);
  if (code === undefined || !sources.build.has('ceal-frame.js')) return code;
  return `${code}\n<script defer src="${sources.base}${MOVING_VERSION}/ceal-frame.js"></script>`;
}
