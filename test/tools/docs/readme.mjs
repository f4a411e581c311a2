/**
 * The generated parts of the pages: between `<!-- elements -->` and `<!-- /elements -->` the table of elements, between
 * `<!-- api:ceal-… -->` and `<!-- /api -->` what the manifest says of that element, and between
 * `<!-- api:every-widget -->` and `<!-- /api -->` what all widgets have from their base class. These are folded, so that
 * a page stays short for whoever looks nothing up. `--write` brings them up to date; a check of `npm test` fails while
 * they are not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { ELEMENTS, isWidget } from '../elements.mjs';
import { filesUnder } from '../files.mjs';
import { isMain } from '../process.mjs';
import { elementsOf, readManifest } from './manifest.mjs';
import { PAGES } from './pages.mjs';

/** An opening comment on a line of its own, and what was generated after it; nothing that a person wrote looks so. */
const OVERVIEW = /^(<!-- elements -->)(?:\s*(?:(?:\|.*\n)+\s*)?<!-- \/elements -->)?/gm;
const REFERENCE =
  /^(<!-- api:([\w-]+) -->)(?:\s*(?:<details>\s*<summary>(?:(?!<details>|<!-- )[^])*<\/details>\s*)?<!-- \/api -->)?/gm;

const BASE_CLASS = 'CealWidget';
const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/** Types in the words of somebody who writes HTML. */
const PLAIN_TYPES = { unknown: 'JSON', 'readonly string[]': 'words' };
const typed = (type) => PLAIN_TYPES[type?.text] ?? code(type?.text);

/** The fields of an event's class, by its name. */
const fieldsOf = (() => {
  const text = filesUnder('src', (path) => path.endsWith('events.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const classes = [...text.matchAll(/^export class (\w+) extends CustomEvent<null> {([^]*?)\bsuper\(/gm)];
  const fields = new Map(
    classes.map(([, name, body]) => [name, [...body.matchAll(/\breadonly (\w+):/g)].map(([, it]) => it)]),
  );
  return (type) => fields.get(type?.text) ?? [];
})();

function table(title, head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return `\n**${title}**\n\n${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

/** A list in a paragraph, where a table would be as long as a page. */
const paragraph = (title, things) =>
  things.length === 0
    ? ''
    : `\n**${title}**: ${things.map(({ name, description }) => `${code(name)} (${said(description)})`).join(', ')}.\n`;

const said = (description = '') =>
  cell(description)
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z\s])/, (it) => it.toLowerCase());

/** The tables of an element, without the members that every widget has, as Markdown. */
function describe(element) {
  // What every widget has is described once; other elements are described with what they inherit.
  const isBuiltOnBase = element.superclass?.name === BASE_CLASS;
  const own = (name) => {
    const things = element[name] ?? [];
    const [inherited, added] = [true, false].map((is) => things.filter((it) => !!it.inheritedFrom === is));
    return isBuiltOnBase ? added : [...inherited, ...added];
  };
  const [attributes, members, events, slots, cssParts, cssProperties] = KINDS.map(own);
  const byAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const described = ({ name, description }) => [name ? code(name) : '(default)', cell(description)];
  const tables = [
    table(
      'Attributes',
      ['attribute', 'type', 'default', 'what it does'],
      attributes.map((it) => [code(it.name), typed(it.type), code(it.default), cell(it.description)]),
    ),
    table(
      'Properties without an attribute',
      ['property', 'type', 'what it does'],
      members
        .filter(({ kind, name }) => kind === 'field' && !byAttribute.has(name))
        .map((it) => [code(it.name), typed(it.type), cell(it.description)]),
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map(({ name, parameters = [], description }) => [
          code(`${name}(${parameters.map((it) => it.name).join(', ')})`),
          cell(description),
        ]),
    ),
    table(
      'Events',
      ['event', 'when', 'carries'],
      events.map((it) => [...described(it), fieldsOf(it.type).map(code).join(', ')]),
    ),
    table('Slots', ['slot', 'what goes in'], slots.map(described)),
    paragraph('Parts', cssParts),
    paragraph('Tokens', cssProperties),
  ];
  const titles = tables.flatMap((it) => /\*\*(.+?)\*\*/.exec(it)?.[1].toLowerCase() ?? []);
  const summary = titles.join(', ').replace(/^./, (it) => it.toUpperCase());
  return `\n<details>\n<summary>${summary}</summary>\n${tables.join('')}\n</details>\n`;
}

/** The elements in a line each, with a link to their pages; what shows nothing itself comes last. */
function overview(manifest) {
  const summaries = new Map(elementsOf(manifest).map(({ tagName, summary }) => [tagName, summary]));
  const row = ({ tag, folder }) =>
    `| [\`<${tag}>\`](src/${folder}/README.md) | ${cell(summaries.get(tag))} |\n`;
  const rows = ELEMENTS.toSorted((a, b) => isWidget(b) - isWidget(a)).map(row);
  return `| element | what it is |\n| --- | --- |\n${rows.join('')}`;
}

/** True if a page has a comment on a line of its own. */
const has = (page, comment) => page.split('\n').includes(comment);

/**
 * Puts the generated parts into the text of a page, each right after its opening comment, and takes out only what was
 * generated before: anything else between two comments stays, and a closing comment that is missing is added.
 * @param {string} page
 * @param {import('./manifest.mjs').Manifest} manifest
 * @returns {{ text: string, problems: string[] }} The problems are what only a person can mend.
 */
export function fillIn(page, manifest) {
  const problems = [];
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const find = (name) =>
    name === 'every-widget'
      ? declarations.find((it) => it.name === BASE_CLASS)
      : elementsOf(manifest).find(({ tagName }) => tagName === name);
  const text = page
    .replace(OVERVIEW, (_, open) => `${open}\n\n${overview(manifest)}\n<!-- /elements -->`)
    .replace(REFERENCE, (_, open, name) => {
      const element = find(name);
      if (!element) problems.push(`there is no element <${name}>`);
      return `${open}\n${element ? describe(element) : ''}\n<!-- /api -->`;
    });
  const count = (pattern) => text.match(pattern)?.length ?? 0;
  if (count(/^<!-- \/(api|elements) -->$/gm) > count(/^<!-- (api:[\w-]+|elements) -->$/gm))
    problems.push('a closing comment has nothing generated before it: take it out, and what is stale there');
  return { text, problems };
}

/** What each page has to describe, by its path: an opening comment for each. */
const PLACES = [
  ['README.md', '<!-- elements -->'],
  ['src/element/README.md', '<!-- api:every-widget -->'],
  ...ELEMENTS.map(({ tag, folder }) => [`src/${folder}/README.md`, `<!-- api:${tag} -->`]),
];

/**
 * The parts that stand nowhere, or in another page than the one that a reader looks for, in words.
 * @param {Readonly<Record<string, string>>} pages The text of each page, by its path.
 * @returns {string[]}
 */
export const missingParts = (pages) =>
  PLACES.filter(([path, comment]) => !has(pages[path] ?? '', comment)).map(
    ([path, comment]) => `${path}: give it a line \`${comment}\``,
  );

/** Each page as it is, as it should be, and what in it only a person can mend. */
async function refreshed() {
  const manifest = readManifest();
  return Promise.all(
    PAGES.map(async (path) => {
      const text = readFileSync(path, 'utf8');
      const { text: filled, problems } = fillIn(text, manifest);
      const options = await prettier.resolveConfig(path);
      const wanted = await prettier.format(filled, { ...options, filepath: path });
      return { path, text, wanted, problems: problems.map((problem) => `${path}: ${problem}`) };
    }),
  );
}

const allMissing = (pages) => missingParts(Object.fromEntries(pages.map(({ path, text }) => [path, text])));

/** The complaints about the pages, in words; none if they are up to date. */
export async function stalePages() {
  const pages = await refreshed();
  const stale = pages
    .filter(({ text, wanted }) => text !== wanted)
    .map(({ path }) => `${path}: the generated part is out of date`);
  return [...pages.flatMap(({ problems }) => problems), ...allMissing(pages), ...stale];
}

if (isMain(import.meta.url) && process.argv.includes('--write')) {
  const pages = await refreshed();
  for (const problem of [...pages.flatMap(({ problems }) => problems), ...allMissing(pages)])
    console.error(problem);
  for (const { path, wanted } of pages) writeFileSync(path, wanted);
}
