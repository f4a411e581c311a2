/** `custom-elements.json`: what the elements are, read from their sources; for editors, Storybook and the README. */
import { readFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { filesUnder } from '../files.mjs';
import { readWordLists, withFullTypes } from './manifest-types.mjs';

const isHidden = (thing) =>
  thing.privacy === 'private' || thing.privacy === 'protected' || thing.name?.startsWith('#');

/** The source file a module is analysed from, as the file that is published. */
const published = (path) => path?.replace(/^\/?src\//, 'dist/modules/').replace(/\.ts$/, '.js');

/**
 * Reads the manifest from the sources: public elements and their base classes, with what a page may use of them.
 * @returns {Manifest}
 */
export function readManifest() {
  const sources = filesUnder('src', (path) => path.endsWith('.ts') && !path.includes('/locales/'));
  const texts = sources.map((path) => readFileSync(path, 'utf8'));
  const manifest = create({
    modules: sources.map((path, index) =>
      ts.createSourceFile(path, texts[index], ts.ScriptTarget.ES2022, true),
    ),
    plugins: litPlugin(),
    context: {},
  });
  const definitions = readDefinitions();
  const classes = elementClasses(manifest, definitions);
  const words = readWordLists(new Map(sources.map((path, index) => [path, texts[index]])));
  const modules = manifest.modules
    .map((module) => readModule(module, classes, definitions, wordsAt(words, module)))
    .filter((module) => module.declarations.length > 0);
  return {
    schemaVersion: manifest.schemaVersion,
    readme: '',
    modules: [...modules, ...manifest.modules.flatMap(readEvents), ...definitions.map(defining)],
  };
}

/** The lists of words that the type of a member may name: those of the module it was written in. */
const wordsAt =
  (words, { path }) =>
  ({ inheritedFrom }) =>
    words.get(inheritedFrom?.module?.replace(/^\//, '') ?? path);

/** The tag, class and module of each `define.ts`: the analyzer knows only direct calls of `customElements.define`. */
const readDefinitions = () =>
  filesUnder('src', (path) => path.endsWith('/define.ts')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bdefineElement\('([\w-]+)', (\w+)\)/g)].map(
      ([, tag, name]) => ({
        path: published(path),
        tag,
        name,
      }),
    ),
  );

/** The names of the classes that are registered, and of ours that they are built on. */
function elementClasses({ modules }, definitions) {
  const declarations = modules.flatMap((module) => module.declarations);
  const superclasses = new Map(declarations.map(({ name, superclass }) => [name, superclass?.name]));
  const names = new Set();
  for (const definition of definitions)
    for (let { name } = definition; superclasses.has(name); name = superclasses.get(name)) names.add(name);
  return names;
}

/** The module whose import registers the element. */
const defining = ({ path, tag, name }) => ({
  kind: 'javascript-module',
  path,
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: tag, declaration: { name, module: moduleOf(path) } }],
});

/** The element's own module has the name of its folder. */
const moduleOf = (path) => path.replace(/([^/]+)\/[^/]+$/, '$1/$1.js');

function readModule(module, classes, definitions, words) {
  const exports = (module.exports ?? []).filter(({ kind }) => kind === 'js');
  const elements = module.declarations
    .filter(({ name }) => classes.has(name) && exports.some((item) => item.declaration.name === name))
    .map((declaration) => readClass(declaration, definitions, words));
  return {
    kind: module.kind,
    path: published(module.path),
    declarations: elements,
    exports: exports
      .filter((item) => elements.some(({ name }) => name === item.declaration.name))
      .map((item) => ({ ...item, declaration: reference(item.declaration) })),
  };
}

/** The classes of events that a module exports, by which `@fires` names them. */
function readEvents({ kind, path, declarations, exports = [] }) {
  const events = declarations.filter(({ superclass }) => superclass?.name === 'CustomEvent');
  if (events.length === 0) return [];
  const names = new Set(events.map(({ name }) => name));
  return {
    kind,
    path: published(path),
    declarations: events.map(({ name, description, superclass }) => ({
      kind: 'class',
      name,
      description,
      superclass,
    })),
    exports: exports
      .filter((item) => names.has(item.name))
      .map((item) => ({ ...item, declaration: reference(item.declaration) })),
  };
}

function readClass(declaration, definitions, words) {
  const { members = [], attributes = [], events = [], ...rest } = declaration;
  const open = members.filter((member) => !isHidden(member) && !member.static);
  const tag = definitions.find(({ name }) => name === declaration.name)?.tag;
  return {
    ...rest,
    customElement: true,
    ...(tag && { tagName: tag }),
    ...(rest.superclass && { superclass: reference(rest.superclass) }),
    // The analyzer takes the first word of every `dispatchEvent` for a name; ours are listed by `@fires`.
    events: events.filter(({ name }) => name?.startsWith('ceal-')),
    members: open.map((member) => withPublishedOrigin(withFullTypes(member, words(member)))),
    attributes: attributes
      .filter(({ fieldName }) => !fieldName || open.some(({ name }) => name === fieldName))
      .map((attribute) => withPublishedOrigin(withFullTypes(attribute, words(attribute)))),
  };
}

const reference = (target) => (target.module ? { ...target, module: published(target.module) } : target);

const withPublishedOrigin = (thing) =>
  thing.inheritedFrom ? { ...thing, inheritedFrom: reference(thing.inheritedFrom) } : thing;

/**
 * @typedef {object} Described What an element has, as the manifest lists it.
 * @property {string} name
 * @property {string} [description]
 * @property {{ text: string }} [type]
 * @property {string} [default] As it is written in the source.
 */

/**
 * @typedef {object} ElementDeclaration An element as the manifest describes it.
 * @property {string} name The name of its class.
 * @property {string} tagName
 * @property {string} [summary]
 * @property {string} description
 * @property {readonly (Described & { fieldName?: string })[]} [attributes]
 * @property {readonly (Described & { kind: string })[]} [members]
 * @property {readonly Described[]} [events]
 * @property {readonly Described[]} [slots]
 * @property {readonly Described[]} [cssParts]
 * @property {readonly Described[]} [cssProperties]
 */

/**
 * @typedef {object} ManifestModule
 * @property {string} path
 * @property {readonly (Omit<ElementDeclaration, 'tagName'> & { tagName?: string })[]} declarations
 * @property {readonly { name: string }[]} exports
 */

/** @typedef {{ modules: readonly ManifestModule[] }} Manifest */

/**
 * The elements of the manifest, without their base classes.
 * @param {Manifest} manifest
 * @returns {ElementDeclaration[]}
 */
export const elementsOf = (manifest) =>
  manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** The public parts of elements that have no description, as lines: they would be missing in every editor and table. */
export function undescribed(manifest) {
  return elementsOf(manifest).flatMap((element) => {
    const {
      tagName,
      members = [],
      attributes = [],
      events = [],
      slots = [],
      cssParts = [],
      cssProperties = [],
    } = element;
    const things = [
      ['element', [element]],
      ['member', members],
      ['attribute', attributes],
      ['event', events],
      ['slot', slots],
      ['part', cssParts],
      ['token', cssProperties],
    ];
    return things.flatMap(([kind, list]) =>
      list
        .filter(({ description, summary }) => !description && !summary)
        .map(({ name }) => `<${tagName}>: ${kind} ${name || '(default)'} has no description`),
    );
  });
}
