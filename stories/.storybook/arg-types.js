/**
 * The arguments that Storybook shows for an element, from the manifest. Storybook's own reader has one entry a name, and
 * `loading` is an attribute and a slot here, `search` an attribute and a part.
 */

/** The base class of every widget. */
const BASE_CLASS = 'CealWidget';

const elementOf = (manifest, tag) =>
  manifest.modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);

/** A type as the table shows it. An attribute is text in any case. */
const summary = (text) => (text === 'unknown' ? undefined : text?.replace('readonly string[]', 'words'));

/** The type of a control: a list of words, `boolean`, `number`, or text for everything an attribute can say. */
function typeOf(text = '') {
  const words = [...text.matchAll(/'([^']+)'/g)].map(([, word]) => word);
  if (words.length > 0) return { name: 'enum', value: words };
  return { name: ['boolean', 'number'].includes(text) ? text : 'string' };
}

const controlled = (isShared) => (attribute) => {
  const type = typeOf(attribute.type?.text);
  return {
    name: attribute.name,
    description: attribute.description,
    type,
    ...(type.name === 'enum' && { options: type.value }),
    table: {
      category: isShared(attribute) ? 'Attributes of every widget' : 'Attributes',
      type: { summary: summary(attribute.type?.text) },
      defaultValue: { summary: attribute.default },
    },
  };
};

const listed = (category) => (thing) => ({
  name: thing.name || '(default)',
  description: thing.description,
  control: false,
  table: {
    category,
    type: { summary: thing.return?.type?.text ?? (thing.kind ? thing.type?.text : undefined) },
    defaultValue: { summary: thing.default },
  },
});

/** One entry for each thing a page may use; those of attributes have a control and the attribute's own name. */
export function argTypesOf(manifest, tag) {
  const element = elementOf(manifest, tag);
  if (!element) return {};
  const {
    attributes = [],
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = element;
  const isShared = ({ inheritedFrom }) => Boolean(inheritedFrom) && element.superclass?.name === BASE_CLASS;
  const entries = (things, prefix, describe) =>
    things.map((thing) => [`${prefix}${thing.name}`, describe(thing)]);
  return Object.fromEntries([
    ...entries(attributes, '', controlled(isShared)),
    ...entries(
      members.filter(({ kind }) => kind === 'method'),
      'method ',
      listed('Methods'),
    ),
    ...entries(events, 'event ', listed('Events')),
    ...entries(slots, 'slot ', listed('Slots')),
    ...entries(cssParts, 'part ', listed('Parts')),
    ...entries(cssProperties, 'token ', listed('Tokens')),
  ]);
}

export const descriptionOf = (manifest, tag) => elementOf(manifest, tag)?.description;
