/** Types of the elements for JSX (React 19), Vue and Svelte, made from the manifest. */

/** File name → text. */
export function frameworkTypes(manifest, elements) {
  const classes = elements.map(({ name, tagName, events = [] }) => ({
    name,
    tagName,
    events,
    ...modulesOf(manifest, name),
  }));
  return {
    'elements.d.ts': elementTypes(elements, classes),
    'react.d.ts': intrinsicElements(classes, REACT),
    'svelte.d.ts': intrinsicElements(classes, SVELTE),
    'vue.d.ts': vueTypes(elements),
  };
}

const HEAD = `// Made from custom-elements.json.\n`;

/** The module that publishes a class, as seen from the folder of these types. */
function modulesOf(manifest, name) {
  const { path } = manifest.modules.find(({ declarations }) => declarations.some((it) => it.name === name));
  return { module: path.replace(/^dist\//, '../') };
}

/** The type of what may be written as an attribute, or as the property of that name. */
function typeOf(type = 'unknown') {
  if (type === 'boolean') return `boolean | '' | 'true' | 'false'`;
  if (type === 'number') return 'number | `${number}`';
  if (type === 'readonly string[]') return 'string | readonly string[]';
  return type;
}

const key = (name) => (/^[a-z]\w*$/i.test(name) ? name : `'${name}'`);

const field = (name, type, description) => `  /** ${description} */\n  ${key(name)}?: ${type} | undefined;\n`;

/** A field for each attribute, and one for its property where that has another name. */
const fieldsOf = ({ attributes = [] }) =>
  attributes
    .flatMap(({ name, fieldName, type, description }) =>
      [...new Set([name, fieldName])].map((it) => field(it, typeOf(type?.text), description)),
    )
    .join('');

const attributesOf = ({ name }) => `${name}Attributes`;
const eventsOf = ({ name }) => `${name}Events`;

const elementTypes = (
  elements,
  classes,
) => `${HEAD}${classes.map(({ name, module }) => `import type { ${name} } from '${module}';\n`).join('')}
${elements
  .map(
    (element) => `/** ${element.summary ?? element.description} */
export interface ${attributesOf(element)} {
${fieldsOf(element)}}

export interface ${eventsOf(element)} {
${(element.events ?? [])
  .map(
    ({ name, description }) =>
      `  /** ${description} */\n  '${name}': GlobalEventHandlersEventMap['${name}'];\n`,
  )
  .join('')}}
`,
  )
  .join('\n')}
export type { ${classes.map(({ name }) => name).join(', ')} };
`;

const REACT = {
  imports: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';\n`,
  open: `declare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {\n`,
  base: (name) => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>`,
  close: `    }\n  }\n}\n`,
};

const SVELTE = {
  imports: `import type { HTMLAttributes } from 'svelte/elements';\n`,
  open: `declare module 'svelte/elements' {\n  interface SvelteHTMLElements {\n`,
  base: (name) => `HTMLAttributes<${name}>`,
  close: `  }\n}\n`,
};

/** Types for React and Svelte: both know elements by tag, and listen with \`on\` and the whole name of an event. */
const intrinsicElements = (
  classes,
  { imports, open, base, close },
) => `${HEAD}${imports}import type * as Ceal from './elements.js';

type Listeners<Events> = { [Name in keyof Events & string as \`on\${Name}\`]?: (event: Events[Name]) => void };
/** An element's own attributes win over those that all elements have. */
type With<Base, Attributes, Events> = Omit<Base, keyof Attributes> & Attributes & Listeners<Events>;

${open}${classes
  .map(
    (it) =>
      `'${it.tagName}': With<${base(`Ceal.${it.name}`)}, Ceal.${attributesOf(it)}, Ceal.${eventsOf(it)}>;\n`,
  )
  .join('')}${close}`;

const listener = (event) => `on${event.replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase())}`;

const vueTypes = (elements) => `${HEAD}import type { DefineComponent } from 'vue';
import type * as Ceal from './elements.js';

declare module 'vue' {
  interface GlobalComponents {
${elements
  .map(
    (element) => `'${element.tagName}': DefineComponent<Ceal.${attributesOf(element)} & {
${(element.events ?? [])
  .map(({ name }) => `${listener(name)}?: (event: Ceal.${eventsOf(element)}['${name}']) => void;\n`)
  .join('')}}>;\n`,
  )
  .join('')}  }
}
`;
