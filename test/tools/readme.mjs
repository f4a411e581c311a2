/**
 * The generated parts of README.md: between `<!-- api:ceal-… -->` and `<!-- /api -->` stands what the manifest says of
 * that element. `--write` brings them up to date; a check of `npm test` fails while they are not.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { elementsOf, readManifest } from './manifest.mjs';
import { isMain } from './run.mjs';

const README = 'README.md';
const BLOCK = /(<!-- api:([\w-]+) -->)[^]*?(<!-- \/api -->)/g;

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

function table(title, head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return `\n**${title}**\n\n${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

/** What a page may use of an element, as Markdown. */
function describe(element) {
  const {
    attributes = [],
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = element;
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
    table('Parts', ['part', 'what it is'], cssParts.map(described)),
    table(
      'Tokens',
      ['custom property', 'default', 'what it sets'],
      cssProperties.map((it) => [code(it.name), code(it.default), cell(it.description)]),
    ),
  ].join('');
}

/** README.md as it should be, and what in it is not as it should be. */
async function refreshed() {
  const text = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const elements = elementsOf(readManifest());
  const unknown = [];
  const filled = text.replace(BLOCK, (_, open, tag, close) => {
    const element = elements.find(({ tagName }) => tagName === tag);
    if (!element) unknown.push(`there is no element <${tag}>`);
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
