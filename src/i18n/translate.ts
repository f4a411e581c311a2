import type { InEachLanguage, Language } from '../i18n/languages.js';
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

/** A message of the interface: text with `{name}` placeholders, or one text per plural form of `{n}`. */
export type Message = string | Plural;

/** The words of one widget in one language. The Dutch ones are the source, and the type of every other language. */
export type Messages = Readonly<Record<string, Message>>;

/** Makes the type of the other languages from the Dutch words: the same keys, any text. */
export type MessagesLike<M extends Messages> = { readonly [K in keyof M]: Message };

/** The values of placeholders, by name. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** The words in each of our languages. */
export type Languages<M extends Messages> = InEachLanguage<MessagesLike<M>>;

/** Translates a message, with its placeholders filled. */
export interface Translator<M extends Messages> {
  (key: keyof M & string, args?: MessageArgs): string;
  /** The language that the words are in; not always the page's, which we may not speak. */
  readonly language: string;
}

/**
 * Makes a translator for a locale: its language if there are words in it, else `fallback`, else the first. `labels`
 * replaces any message.
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
    .filter((tag) => Object.hasOwn(languages, tag))[0] as Language;
  const t = (key: keyof M & string, args: MessageArgs = {}) => {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return interpolate(isMessage(label) ? label : languages[language][key], args, language);
  };
  return Object.assign(t, { language });
}

const isText = (value: unknown) => typeof value === 'string';

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return isText(value);
  return Object.hasOwn(value, 'other') && Object.values(value).every(isText);
}

function interpolate(message: Message, args: MessageArgs, language: string): string {
  const text = typeof message === 'string' ? message : pluralForm(message, Number(args['n'] ?? 0), language);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : placeholder;
    if (typeof value !== 'number') return value!;
    return value < 10_000 ? String(value) : value.toLocaleString(language);
  });
}

function pluralForm(plural: Plural, n: number, language: string): string {
  if (n === 0 && plural.zero !== undefined) return plural.zero;
  return plural[pluralRules(language).select(n)] ?? plural.other;
}

/** Rules by language; there are no more languages than translations. */
const rules = new Map<string, Intl.PluralRules>();

function pluralRules(language: string): Intl.PluralRules {
  const known = rules.get(language);
  if (known) return known;
  const created = new Intl.PluralRules(language);
  rules.set(language, created);
  return created;
}
