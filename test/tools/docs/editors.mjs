/**
 * Files for editors and type checkers, from the manifest: data for VS Code and JetBrains, and types for
 * JSX (React 19), Vue and Svelte. TypeScript itself knows the elements by importing them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { frameworkTypes } from './framework-types.mjs';
import { elementsOf } from './manifest.mjs';

/** Writes these files into a folder. */
export async function writeEditorFiles(folder, manifest) {
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const style = await prettier.resolveConfig('package.json');
  const write = (name, content) => writeFileSync(`${folder}/${name}`, content);
  const writeJson = (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  const elements = elementsOf(manifest);
  writeJson('vscode.html-custom-data.json', htmlData(elements));
  writeJson('vscode.css-custom-data.json', cssData(elements));
  writeJson('web-types.json', webTypes(elements, version));
  for (const [name, text] of Object.entries(frameworkTypes(manifest, elements)))
    write(name, await prettier.format(text, { ...style, parser: 'typescript' }));
  // TypeScript looks up what is imported for its effect alone.
  write('style-sheet.d.ts', 'export {};\n');
}

const isSwitch = ({ type }) => type?.text === 'boolean';

/** The words that an attribute may hold, where its type lists them. */
export const wordsOf = (attribute) =>
  isSwitch(attribute)
    ? ['true', 'false']
    : [...(attribute.type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word);

const markdown = (value) => ({ kind: 'markdown', value });

/** https://github.com/microsoft/vscode-custom-data */
const htmlData = (elements) => ({
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: markdown(described(element)),
    attributes: (element.attributes ?? []).map((attribute) => ({
      name: attribute.name,
      description: markdown(attribute.description),
      // Completed without a value: where a switch is on by itself, that would change nothing.
      ...(isSwitch(attribute) && attribute.default !== 'true' && { valueSet: 'v' }),
      ...(wordsOf(attribute).length > 0 && { values: wordsOf(attribute).map((name) => ({ name })) }),
    })),
  })),
});

/** An element in a few lines: its description, slots and events. */
function described({ description, slots = [], events = [] }) {
  const list = (title, things) =>
    things.length === 0
      ? ''
      : `\n\n**${title}**\n${things.map((it) => `- ${it.name ? `\`${it.name}\`` : '(default)'}: ${it.description}`).join('\n')}`;
  return description + list('Slots', slots) + list('Events', events);
}

const cssData = (elements) => ({
  version: 1.1,
  properties: unique(elements.flatMap(({ cssProperties = [] }) => cssProperties)).map(
    ({ name, description }) => ({
      name,
      description: markdown(description),
    }),
  ),
  pseudoElements: unique(elements.flatMap(({ cssParts = [] }) => cssParts)).map(({ name, description }) => ({
    name: `::part(${name})`,
    description: markdown(description),
  })),
});

const unique = (things) => [...new Map(things.map((thing) => [thing.name, thing])).values()];

/** https://github.com/JetBrains/web-types */
const webTypes = (elements, version) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: 'ceal-widgets',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: (element.attributes ?? []).map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          ...(attribute.default && { default: attribute.default }),
          value: valueOf(attribute),
        })),
        slots: (element.slots ?? []).map(named),
        js: {
          properties: (element.members ?? [])
            .filter(({ kind }) => kind === 'field')
            .map(({ name, description, type }) => ({ name, description, type: type?.text })),
          events: (element.events ?? []).map(named),
        },
        css: {
          properties: (element.cssProperties ?? []).map(named),
          parts: (element.cssParts ?? []).map(named),
        },
      })),
    },
  },
});

const named = ({ name, description }) => ({ name, description });

const valueOf = (attribute) =>
  isSwitch(attribute)
    ? { kind: 'plain', type: `'true' | 'false'`, required: false }
    : { kind: 'plain', type: attribute.type?.text ?? 'string' };
