import { flatMap } from '../../lists.js';
import { LANGUAGE_PATTERN } from '../patterns.js';
import { asRecord, isAbsent, isRecord } from '../record.js';
import { isMojibake } from './mojibake.js';
import { comparable } from './mend.js';

/** Markup: comments, what is no text, and all that looks like a tag. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>|<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][\w:-]*)(?:\s[^<>]*)?\/?>/gi;
/** Elements of HTML that stand without their end; of other words between angle brackets it says that they are elements. */
const ALONE =
  /^(?:p|br|wbr|hr|li|d[dt]|t[dhr]|h[1-6]|div|span|img|input|[ou]l|table|i?frame|script|style|strong|em)$/i;
/** Elements that begin or end a line. */
const IS_LINE = /^<\/?(?:[bh]r|p|li|div|h[1-6]|tr|ul|ol|blockquote|dd|dt|figcaption|section|article)\b/i;

/** Letters of the names of entities that are made with an accent, such as `&eacute;`, and that accent. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  uml: '\u0308',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};
/** Other entities that editors write. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  plusmn: '±',
  sup2: '²',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  iexcl: '¡',
  iquest: '¿',
  sect: '§',
  para: '¶',
  larr: '←',
  rarr: '→',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwj: '',
  zwnj: '',
};

/** The characters of Windows-1252 in the place of control characters, which a decoder in Node leaves. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Control characters become what Windows-1252 has in their place, as HTML reads `&#146;`. */
const decodeWindows = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));

function characterOf(entity: string, name: string): string {
  const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name);
  if (number) {
    const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
    return isCharacter ? decodeWindows(String.fromCodePoint(code)) : entity;
  }
  const [, letter = '', accent = ''] = /^([a-z])(\w+)$/i.exec(name) ?? [];
  const mark = Object.hasOwn(ACCENTS, accent) && ACCENTS[accent];
  if (mark) return (letter + mark).normalize('NFC');
  return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : entity;
}

/**
 * Reads a text that came from an editor of web pages: markup goes, with a line break for what begins a line, and
 * entities become their characters. Markup goes first: what entities spell as markup is text and stays text.
 */
export function mendMarkup(text: string): string {
  if (!/[<&\\\]]/.test(text)) return text;
  const ends = new Set(text.toLowerCase().match(/<\/[a-z][\w:-]*/g));
  let hasMarkup = false;
  const plain = text
    .replace(TAG, (tag: string, _: unknown, name: string | undefined) => {
      const isElement =
        !name || ALONE.test(name) || /\s[\w-]+=/.test(tag) || ends.has(`</${name.toLowerCase()}`);
      if (!isElement) return tag;
      hasMarkup = true;
      return IS_LINE.test(tag) ? '\n' : /^<t[dh]\b/i.test(tag) ? ' ' : '';
    })
    // Escaped twice, where a line begins after it; a folder on a disk keeps its backslash.
    .replace(/(?<!\\|[A-Z]:\S{0,80})(?:\\r)?\\n(?=[\s\p{Lu}\d•*-]|\\n|$)/gu, '\n')
    .replace(/&(?:amp;)*(#?\w+);/g, (entity, name: string) => characterOf(entity, name));
  // A picture or a script instead of words is shown as what it is: somebody has to see that the words are missing.
  if (hasMarkup && plain.trim() === '' && /<(?:img|script|style|iframe)\b/i.test(text)) return text;
  return hasMarkup ? plain.replace(/[^\S\n]*[\r\n][\r\n\s]*/g, '\n').trim() : plain;
}

/** Lists and groups around a text that are looked into. */
const MAX_DEPTH = 9;
/** Parts of a text that are one text, a line for each. */
const MAX_PARTS = 100;

/** Names under which content management systems keep a text inside an object. */
const TEXT_KEYS = [
  'rendered',
  'value',
  '@value',
  'text',
  'plain',
  'plain_text',
  'raw',
  '#text',
  'html',
  'label',
  'title',
  'rich_text',
  'blocks',
  'root',
  'content',
  'children',
  'data',
];

/** Names under which they keep its language. */
const LANGUAGE_KEYS = ['lang', 'language', 'langcode', 'locale', '@language'];

/** A text for each language, of a list of them: `[{"lang": "nl", "value": …}]`. */
function byLanguage(parts: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
  const entries = parts.map((part) => {
    const record = asRecord(part);
    const language = LANGUAGE_KEYS.filter((key) => typeof record[key] === 'string')[0];
    return language === undefined ? undefined : ([String(mendLanguage(record[language])), record] as const);
  });
  return entries.every((entry) => entry !== undefined) ? Object.fromEntries<unknown>(entries) : undefined;
}

/** Names of languages that people write for their tags. */
const LANGUAGES = new Map(
  flatMap(
    [
      'nl nederlands dutch nederlandse ned',
      'en engels english eng',
      'ar arabisch arabic',
      'tr turks turkish turkce',
      'de duits german deutsch',
      'fr frans french francais',
      'es spaans spanish espanol',
      'pl pools polish',
      'uk oekraiens ukrainian',
      'pt portugees portuguese',
    ],
    (line) => {
      const [tag = '', ...names] = line.split(' ');
      return names.map((name) => [name, tag] as const);
    },
  ),
);

/** Reads a language tag with an underscore or blanks, or the name of a language. */
export function mendLanguage(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  const tag = input.trim().replace(/_/g, '-').replace(/\..*$/, '');
  const name = comparable(input).normalize('NFD').replace(/\p{M}/gu, '');
  return LANGUAGES.get(name) ?? (LANGUAGE_PATTERN.test(tag) ? tag : input);
}

/** A text as it is meant, and what was done to it. */
export interface MendedText {
  readonly value: unknown;
  readonly code?: 'read-as' | 'markup' | undefined;
  readonly isMojibake: boolean;
}

/** Reads a text, in one language or several: markup goes, figures become text, a list of one is that one. */
export function mendText(input: unknown): MendedText {
  let code: MendedText['code'];
  let foundMojibake = false;
  const mendOne = (written: string) => {
    const text = decodeWindows(written);
    const plain = mendMarkup(text);
    if (plain !== text) code ??= 'markup';
    if (isMojibake(plain)) foundMojibake = true;
    else if (text !== written) code ??= 'read-as';
    return plain;
  };
  const mend = (value: unknown, depth = 0): unknown => {
    if (depth > MAX_DEPTH) return undefined;
    if (typeof value === 'string') return mendOne(value);
    if (typeof value === 'number' && Number.isFinite(value)) {
      code = 'read-as';
      return String(value);
    }
    if (Array.isArray(value) && value.length > 0) {
      if (value.length > MAX_PARTS) return value;
      code = 'read-as';
      if (value.length === 1) return mend(value[0], depth + 1);
      const languages = byLanguage(value);
      if (languages) return mend(languages, depth + 1);
      const parts = value.map((part) => mend(part, depth + 1));
      // Editors of blocks cut one line into spans.
      const isSpans = value.every((part) => isRecord(part) && ('plain_text' in part || 'text' in part));
      return parts.every((part) => typeof part === 'string') ? parts.join(isSpans ? '' : '\n') : value;
    }
    if (!isRecord(value)) return value;
    const words: [string, unknown][] = [];
    for (const [key, entry] of Object.entries(value).slice(0, 200)) {
      const language = String(mendLanguage(key));
      if (language !== key) code = 'read-as';
      // Words of a language that is written twice: the first stands.
      if (LANGUAGE_PATTERN.test(language) && !words.some(([known]) => known === language) && !isAbsent(entry))
        words.push([language, mend(entry, depth + 1)]);
    }
    const wrapped = TEXT_KEYS.filter((key) => !isAbsent(value[key]))[0];
    const hasLanguage = words.some(([, text]) => typeof text === 'string');
    if (wrapped === undefined || (hasLanguage && !TEXT_KEYS.some((key) => key in value)))
      return Object.fromEntries(words);
    code = 'read-as';
    return mend(value[wrapped], depth + 1);
  };
  return { value: mend(input), code, isMojibake: foundMojibake };
}
