/**
 * Feeds that are too much: too many, too long, too deep, too large. Made when they are needed, since nobody wants them in
 * a repository. Each gives the text of a feed.
 */

const MEBIBYTE = 1024 * 1024;

const feedText = (id: string, rest: object): string =>
  JSON.stringify({ version: 1, id, language: 'nl', ...rest });
const enterprise = (number: number, rest: object = {}) => ({
  id: `ex-${number}`,
  name: `Idee ${number}`,
  ...rest,
  example: true,
});

/** One entry more than a list may have. Read: the first 10,000. */
export function tooManyItems(count = 10_001): string {
  return feedText('te-veel', { enterprises: Array.from({ length: count }, (_, n) => enterprise(n + 1)) });
}

/** A description of a megabyte. Read: its first 5,000 characters. */
export function longText(characters = 1_000_000): string {
  return feedText('lange-tekst', { enterprises: [enterprise(1, { description: 'a'.repeat(characters) })] });
}

/** Lists in lists, and objects in objects, where a text belongs. Read: the entry without them. */
export function deepNesting(depth = 10_000): string {
  const lists = '['.repeat(depth) + ']'.repeat(depth);
  const objects = '{"nl":'.repeat(depth) + '"diep"' + '}'.repeat(depth);
  return feedText('diep', { enterprises: [enterprise(1, { tagline: 'LISTS', description: 'OBJECTS' })] })
    .replace('"LISTS"', lists)
    .replace('"OBJECTS"', objects);
}

/** More than 16 MiB. Refused before it is parsed. */
export function tooLarge(bytes = 17 * MEBIBYTE): string {
  const text = feedText('te-groot', { enterprises: [enterprise(1)], padding: '' });
  return text.replace('"padding":""', `"padding":"${'x'.repeat(Math.max(0, bytes - text.length))}"`);
}

/** A text in thousands of languages. Read: the first hundred. */
export function manyLanguages(count = 10_000): string {
  const names = Array.from({ length: count }, (_, n) => [`nl-x-${n}`, `Naam ${n}`] as const);
  const name: Record<string, string> = { nl: 'Naam', ...Object.fromEntries(names) };
  return feedText('veel-talen', { enterprises: [enterprise(1, { name })] });
}

/** Thousands of keys that the format does not know. Read: the entry without them. */
export function manyKeys(count = 100_000): string {
  const keys = Object.fromEntries(Array.from({ length: count }, (_, n) => [`sleutel${n}`, n]));
  return feedText('veel-sleutels', { ...keys, enterprises: [enterprise(1, keys)] });
}

/** Everything wrong in every one of many entries: as many issues as can be. Read: nothing. */
export function manyIssues(count = 10_000): string {
  return feedText('veel-fouten', {
    enterprises: Array.from({ length: count }, () => ({ id: '!', name: '', themes: 5, founded: 'ooit' })),
  });
}
