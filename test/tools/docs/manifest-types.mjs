/** Types and defaults as a reader of tables wants them: the words themselves instead of the names of lists of words. */
import { dirname, join, sep } from 'node:path';

/**
 * The lists of words that each module knows, its own and those it imports: `const WORDS = ['a', 'b'] as const` and
 * `type Word = (typeof WORDS)[number]`. Two modules may give different lists one name.
 * @param {Map<string, string>} sources path → text
 */
export function readWordLists(sources) {
  const own = new Map([...sources].map(([path, text]) => [path, listsIn(text)]));
  return new Map([...sources].map(([path, text]) => [path, withImported(path, text, own)]));
}

function listsIn(text) {
  const lists = new Map();
  for (const [, name, items] of text.matchAll(/\bconst (\w+) = \[([^\]]*)\] as const/g))
    lists.set(
      name,
      [...items.matchAll(/'([^']*)'/g)].map(([, word]) => word),
    );
  const types = new Map();
  for (const [, type, list] of text.matchAll(/\btype (\w+) = \(typeof (\w+)\)\[number\]/g))
    if (lists.has(list)) types.set(type, lists.get(list));
  return { lists, types };
}

function withImported(path, text, own) {
  const all = [own.get(path)];
  for (const [, from] of text.matchAll(/\bfrom '(\.[^']+)\.js'/g)) {
    const imported = own.get(`${join(dirname(path), from).split(sep).join('/')}.ts`);
    if (imported) all.push(imported);
  }
  const merge = (kind) => new Map([...all].reverse().flatMap((known) => [...known[kind]]));
  return { lists: merge('lists'), types: merge('types') };
}

const quoted = (words) => words.map((word) => `'${word}'`).join(' | ');

/** The same member with its type and default written out. Without `| undefined`: a missing default says that. */
export function withFullTypes(thing, { lists, types }) {
  const { type, default: fallback } = thing;
  const alone = type?.text.replace(/ \| undefined$/, '');
  const text = types.has(alone) ? quoted(types.get(alone)) : alone;
  return {
    ...thing,
    ...(type && { type: { ...type, text } }),
    ...(fallback && lists.has(fallback) && { default: `'${lists.get(fallback).join(' ')}'` }),
  };
}
