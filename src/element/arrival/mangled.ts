/** Links that programs and people have changed on their way: what stands for what in an address. */

/** Signs that nobody sees, and that are copied along. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu;
/** Ways in which an ampersand comes out of HTML. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);/gi;
/** Times that a text is decoded at most: each program on the way may have encoded it. */
const MAX_ENCODINGS = 3;

/** Decodes a text, or leaves it as it is where it is not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads keys that begin with a prefix out of a fragment, wherever they stand in it and however often it was encoded. */
export function readMangled(fragment: string, prefix: string): URLSearchParams {
  const values = new URLSearchParams();
  const beginning = new RegExp(prefix.replace(/\W/g, '\\$&'), 'i');
  let text = fragment;
  for (let encodings = 0; encodings < MAX_ENCODINGS && values.size === 0; encodings++) {
    const [, ...parts] = text.replace(AMPERSAND, '&').replace(UNSEEN, '').split(beginning);
    for (const part of parts) {
      const [, key, value] = /^(\w+)(?:=|%3D)([^&]*)/i.exec(part) ?? [];
      if (key) values.append(key.toLowerCase(), new URLSearchParams(`_=${value}`).get('_')!);
    }
    text = decoded(text);
  }
  return values;
}

/** The texts that a value may stand for, the likeliest first: as it is, then without what cannot be in an id. */
export function readings(value: string): readonly string[] {
  const text = decoded(decoded(value));
  const plain = text.replace(UNSEEN, '').trim();
  // What was copied along stands behind a space or on the next line.
  const [start = ''] = text
    .replace(/\p{Cf}/gu, '')
    .split(/[?#&;,<>|"'’`*()[\]{}\s]/)
    .filter(Boolean);
  return [value, plain, start, bare(start), bare(plain), slugOf(plain)];
}

/** A text without signs at its ends; mail that is quoted as printable has an equals sign as `=3D`. */
const bare = (text: string): string =>
  text.replace(/^(?:=|3D)+/, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The id that a feed's keeper may have written like that. */
const slugOf = (text: string): string =>
  bare(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).replace(/[^a-z0-9]+/g, '-');
