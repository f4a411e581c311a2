/**
 * The generated parts of README.md: between `<!-- api:ceal-… -->` and `<!-- /api -->` stands what the manifest says of
 * that element, and between `<!-- api:every-widget -->` and `<!-- /api -->` what all widgets have from their base class.
 * `--write` brings them up to date; a check of `npm test` fails while they are not.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { elementsOf, readManifest } from './manifest.mjs';
import { isMain } from './run.mjs';

const README = 'README.md';
const BLOCK = /(<!-- api:([\w-]+) -->)[^]*?(<!-- \/api -->)/g;

const BASE_CLASS = 'CealWidget';
const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

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
  const own = (name) => (element[name] ?? []).filter(({ inheritedFrom }) => !inheritedFrom);
  const [attributes, members, events, slots, cssParts, cssProperties] = KINDS.map(own);
  const byAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const described = ({ name, description }) => [name ? code(name) : '(default)', cell(description)];
  return [
    table(
      'Attributes',
      ['attribute', 'type', 'default', 'what it does'],
      attributes.map((it) => [code(it.name), code(it.type?.text), code(it.default), cell(it.description)]),
    ),
    table(
      'Properties without an attribute',
      ['property', 'type', 'what it does'],
      members
        .filter(({ kind, name }) => kind === 'field' && !byAttribute.has(name))
        .map((it) => [code(it.name), code(it.type?.text), cell(it.description)]),
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      members
        .filter(({ kind }) => kind === 'method')
        .map((it) => [code(`${it.name}()`), cell(it.description)]),
    ),
    table('Events', ['event', 'when'], events.map(described)),
    table('Slots', ['slot', 'what goes in'], slots.map(described)),
    paragraph('Parts', cssParts),
    paragraph('Tokens', cssProperties),
  ].join('');
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
