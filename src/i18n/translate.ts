import { languageOf } from './locale.js';

/** Words for a count, chosen by the language's plural rules; `zero` wins for none at all. */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A term of the interface: text with `{name}` places to fill, or one text per plural form of `{n}`. */
export type Message = string | Plural;

/** The words of one widget in one language. The Dutch ones are the source, and the type of every other language. */
export type Messages = Readonly<Record<string, Message>>;

/** Makes the type of the other languages from the Dutch words: the same keys, any text. */
export type MessagesLike<M extends Messages> = { readonly [K in keyof M]: Message };

export type MessageArgs = Readonly<Record<string, string | number>>;

/** Words by language tag. */
export type Languages<M extends Messages> = Readonly<Record<string, MessagesLike<M>>>;

/** Says a term in the language of the element, with its places filled. */
export interface Translator<M extends Messages> {
  (term: keyof M & string, fill?: MessageArgs): string;
  /** The language that the words are in; not always the page's, which we may not speak. */
  readonly language: string;
}

/**
 * The words for a locale: its language if we have it, else `fallback`, else the first. `labels` replaces any of them.
 */
export function createTranslator<M extends Messages>(
  languages: Languages<M>,
  locale: string,
  fallback?: string,
  labels: Readonly<Record<string, unknown>> = {},
): Translator<M> {
  const language = [locale, fallback ?? '']
    .map(languageOf)
    .concat(Object.keys(languages))
    .find((tag) => Object.hasOwn(languages, tag))!;
  const t = (term: keyof M & string, fill: MessageArgs = {}) => {
    const label = Object.hasOwn(labels, term) ? labels[term] : undefined;
    return interpolate(isMessage(label) ? label : languages[language]![term], fill, language);
  };
  return Object.assign(t, { language });
}

const isText = (value: unknown) => typeof value === 'string';

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return isText(value);
  return Object.hasOwn(value, 'other') && Object.values(value).every(isText);
}

function interpolate(term: Message, fill: MessageArgs, language: string): string {
  const text = typeof term === 'string' ? term : pluralForm(term, Number(fill['n'] ?? 0), language);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(fill, name) ? fill[name] : place;
    if (typeof value !== 'number') return value!;
    return value < 10_000 ? String(value) : value.toLocaleString(language);
  });
}

function pluralForm(term: Plural, n: number, language: string): string {
  if (n === 0 && term.zero !== undefined) return term.zero;
  return term[pluralRules(language).select(n)] ?? term.other;
}

const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  let found = rules.get(language);
  if (!found) rules.set(language, (found = new Intl.PluralRules(language)));
  return found;
}
