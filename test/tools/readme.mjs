/**
 * The generated parts of README.md: between `<!-- api:ceal-… -->` and `<!-- /api -->` stands what the manifest says of
 * that element, and between `<!-- api:every-widget -->` and `<!-- /api -->` what all widgets have from their base class.
 * They are folded, so that the page stays short for whoever looks nothing up. `--write` brings them up to date; a check
 * of `npm test` fails while they are not.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { filesUnder } from './files.mjs';
import { elementsOf, readManifest } from './manifest.mjs';
import { isMain } from './run.mjs';

const README = 'README.md';
const BLOCK = /(<!-- api:([\w-]+) -->)[^]*?(<!-- \/api -->)/g;

const BASE_CLASS = 'CealWidget';
const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/** Types as whoever writes HTML would say them. */
const PLAIN_TYPES = { unknown: 'JSON', 'readonly string[]': 'words' };
const typed = (type) => PLAIN_TYPES[type?.text] ?? code(type?.text);

/** What an event tells beside that it happened: the fields that its class takes. */
const fieldsOf = (() => {
  const text = filesUnder('src', (path) => path.endsWith('events.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const classes = [...text.matchAll(/^export class (\w+) extends Event {([^]*?)\bsuper\(/gm)];
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

/** Many things with a few words each, in a paragraph instead of a table as long as a page. */
const paragraph = (title, things) =>
  things.length === 0
    ? ''
    : `\n**${title}**: ${things.map(({ name, description }) => `${code(name)} (${said(description)})`).join(', ')}.\n`;

const said = (description = '') =>
  cell(description)
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z\s])/, (it) => it.toLowerCase());

/** What a page may use of an element beside what every widget has, as Markdown. */
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

/** README.md as it should be, and what in it is not as it should be. */
async function refreshed() {
  const text = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const manifest = readManifest();
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  const find = (name) =>
    name === 'every-widget'
      ? declarations.find((it) => it.name === BASE_CLASS)
      : elementsOf(manifest).find(({ tagName }) => tagName === name);
  const unknown = elementsOf(manifest)
    .filter(({ tagName }) => !text.includes(`<!-- api:${tagName} -->`))
    .map(({ tagName }) => `it says nothing of <${tagName}>: give it \`<!-- api:${tagName} -->\``);
  const filled = text.replace(BLOCK, (_, open, name, close) => {
    const element = find(name);
    if (!element) unknown.push(`there is no element <${name}>`);
    return `${open}\n${element ? describe(element) : ''}\n${close}`;
  });
  const options = await prettier.resolveConfig(README);
  return { text, wanted: await prettier.format(filled, { ...options, filepath: README }), unknown };
}

/** What is out of date in README.md, in words. */
export async function staleReadme() {
  const { text, wanted, unknown } = await refreshed();
  return text === wanted ? unknown : [...unknown, 'the generated part is out of date'];
}

if (isMain(import.meta.url) && process.argv.includes('--write')) {
  const { wanted, unknown } = await refreshed();
  for (const problem of unknown) console.error(`${README}: ${problem}`);
  if (existsSync(README)) writeFileSync(README, wanted);
}
