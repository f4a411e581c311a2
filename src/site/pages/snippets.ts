/** What to paste where: the code for a widget in each kind of system. */
import { MOVING_VERSION, EXACT_VERSION } from '../versions.js';

/** The widgets that a page can show. */
export const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'] as const;
export type Widget = (typeof WIDGETS)[number];

/** The systems, the plainest first. Several take the same code in another place. */
export const HOSTS = [
  'html',
  'wordpress',
  'drupal',
  'joomla',
  'squarespace',
  'wix',
  'strict',
  'frame',
] as const;
export type Host = (typeof HOSTS)[number];

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
export function snippet(widget: Widget, host: Host, sources: SnippetSources): string | undefined {
  const { base } = sources;
  switch (host) {
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
    case 'frame':
      return frame(widget, sources);
    default:
      return `<link rel="stylesheet" href="${base}${MOVING_VERSION}/ceal-widgets.css" />
<script type="module" src="${base}${MOVING_VERSION}/ceal-widgets.js"></script>

${elementOf(widget, sources)}`;
  }
}

const attributesOf = (widget: Widget, base: string): readonly (readonly [string, string])[] => [
  ['src', `${base}feed.json`],
  ...(widget === 'signup-form' ? [['endpoint', 'https://YOUR-RECEIVER/signups'] as const] : []),
];

function elementOf(widget: Widget, { base, link }: SnippetSources): string {
  const attributes = attributesOf(widget, base).map(([name, value]) => ` ${name}="${value}"`);
  return `<ceal-${widget}${attributes.join('')}>
  <p><a href="${base}">${escaped(link)}</a></p>
</ceal-${widget}>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The page in a frame, and the script by which the frame takes the height of what is in it. */
function frame(widget: Widget, { base, build, link }: SnippetSources): string | undefined {
  if (!build.has(`embed/${widget}.html`)) return undefined;
  const query = new URLSearchParams(Object.fromEntries(attributesOf(widget, base)));
  const script = build.has('ceal-frame.js')
    ? `\n<script type="module" src="${base}${MOVING_VERSION}/ceal-frame.js"></script>`
    : '';
  return `<iframe
  data-ceal-frame
  src="${base}${MOVING_VERSION}/embed/${widget}.html?${String(query).replace(/&/g, '&amp;')}"
  title="${escaped(link).replace(/"/g, '&quot;')}"
  loading="lazy"
  width="100%"
  height="900"
></iframe>${script}`;
}
