/** Types and defaults as a reader of tables wants them: the words themselves instead of the names of lists of words. */

/** Reads `const WORDS = ['a', 'b'] as const` and `type Word = (typeof WORDS)[number]` from sources. */
export function readWordLists(sources) {
  const lists = new Map();
  for (const text of sources)
    for (const [, name, items] of text.matchAll(/\bconst (\w+) = \[([^\]]*)\] as const/g))
      lists.set(
        name,
        [...items.matchAll(/'([^']*)'/g)].map(([, word]) => word),
      );
  const types = new Map();
  for (const text of sources)
    for (const [, type, list] of text.matchAll(/\btype (\w+) = \(typeof (\w+)\)\[number\]/g))
      if (lists.has(list)) types.set(type, lists.get(list));
  return { lists, types };
}

const quoted = (words) => words.map((word) => `'${word}'`).join(' | ');

/** The same thing with its type and default told in full. What is absent is told by having no default. */
export function toldInFull(thing, { lists, types }) {
  const { type, default: fallback } = thing;
  const alone = type?.text.replace(/ \| undefined$/, '');
  const text = types.has(alone) ? quoted(types.get(alone)) : alone;
  return {
    ...thing,
    ...(type && { type: { ...type, text } }),
    ...(fallback && lists.has(fallback) && { default: `'${lists.get(fallback).join(' ')}'` }),
  };
}
