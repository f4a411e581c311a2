import type { FeedDocument } from '../feed/document.js';
import type { Edition } from '../feed/sections/editions.js';
import type { Signup } from '../feed/sections/signups.js';
import { plainText } from '../i18n/text.js';
import { ANSWER_PREFIX, type ReviewReason, type SignupEntry } from '../signup/contract.js';
import { BUILT_IN_FIELDS, takesSeveral, textValue, type Field, type Values } from '../signup/fields.js';
import { fieldsIn, formOf, openWindows, type Form } from '../signup/form.js';
import { contentOf } from '../signup/payload.js';
import { check, cleanText, cleanValues } from '../signup/rules.js';
import { UNASKED_LIMITS, type ParsedEntry, type RawEntry, type ReceiverReview } from './entry.js';
import type { EntryError } from './errors.js';

/** An entry as it is stored: the answers to what was asked, the words that were agreed to, and what is left over. */
export interface KeptEntry extends Pick<
  SignupEntry,
  | 'name'
  | 'email'
  | 'phone'
  | 'roles'
  | 'part'
  | 'oldEnough'
  | 'guardian'
  | 'guardianAgrees'
  | 'answers'
  | 'consents'
  | 'language'
  | 'fields'
> {
  /** The words of each consent when it was given, by its id. */
  readonly consentWords?: Readonly<Record<string, string>>;
  /** Answers to questions that the feed does not ask (any more), by the name of the field. */
  readonly unasked?: Values;
  /** Reasons to look at it before trusting it; `openapi.yaml` says what each means. */
  readonly review?: readonly (ReviewReason | ReceiverReview)[];
}

/** The outcome of holding an entry against the feed at an instant. */
export type EntryValidation =
  | { readonly kind: 'invalid'; readonly errors: readonly EntryError[] }
  | { readonly kind: 'not-open' | 'closed' }
  | {
      readonly kind: 'valid';
      readonly signup: Signup;
      readonly edition: Edition | undefined;
      /** True if the feed says that the edition is full. */
      readonly waitingOnly: boolean;
      readonly kept: KeptEntry;
    };

/** The fields of an entry that have values of their own; the edition is looked at by itself. */
const OWN_FIELDS = BUILT_IN_FIELDS.filter((name) => name !== 'edition');

/** Holds an entry against the feed, by the rules of the form, at an instant in epoch milliseconds. Pure. */
export function validateEntry(
  { entry, errors: typeErrors, marks = [] }: ParsedEntry,
  document: FeedDocument,
  instant: number,
): EntryValidation {
  const errors = [...typeErrors];
  const { id: feed, language: feedLanguage } = document.head;
  if (entry.feed && feed && entry.feed !== feed) errors.push({ path: ['feed'], code: 'other-feed' });
  const form = entry.signup ? formOf(document, entry, instant) : undefined;
  if (!form) {
    if (entry.signup) errors.push({ path: ['signup'], code: 'unknown' });
    return { kind: 'invalid', errors };
  }

  const window = chosenWindow(form, entry, errors);
  const values = valuesOf(entry);
  // `chosenWindow` has the only word on the edition: one that does not exist is not reported as not chosen too.
  const fields = fieldsIn(form, values).filter(({ name }) => name !== 'edition');
  const clean = cleanValues(fields, toShape(fields, values, errors));
  const withError = new Set(errors.map(({ path }) => path[0]));
  for (const { field, ...finding } of check(fields, clean))
    if (!withError.has(field.split('.')[0])) errors.push({ path: pathOf(field), ...finding });
  // A command that sends mail would take it for an option.
  if (textValue(clean, 'email').startsWith('-') && !errors.some(({ path }) => path[0] === 'email'))
    errors.push({ path: ['email'], code: 'email-dash' });
  const unasked = unaskedOf(values, fields, errors);
  if (errors.length > 0) return { kind: 'invalid', errors };
  if (window && 'refusal' in window) return { kind: window.refusal };

  const language = entry.language ?? 'nl';
  const content = contentOf(fields, clean, {
    feed: undefined,
    signup: form.signup.id,
    edition: undefined,
    language,
    review: [],
    challenge: {},
    hidden: hiddenOf(entry.fields),
  });
  const { signup: _signup, edition: _edition, ...rest } = content;
  const review = [
    ...(['honeypot', 'tooFast'] as const).filter((reason) => entry.review?.includes(reason)),
    ...(Object.keys(unasked).length > 0 ? (['unasked'] as const) : []),
    ...marks,
  ];
  const agreed = form.signup.consents.filter(({ id }) => content.consents.includes(id));
  const consentWords = Object.fromEntries(
    agreed.map(({ id, label }) => [id, plainText(label, { locale: language, feedLanguage })]),
  );
  return {
    kind: 'valid',
    signup: form.signup,
    edition: window?.edition,
    waitingOnly: window?.full ?? false,
    kept: {
      ...rest,
      ...(agreed.length > 0 && { consentWords }),
      ...(Object.keys(unasked).length > 0 && { unasked }),
      ...(review.length > 0 && { review }),
    },
  };
}

type ChosenWindow =
  { readonly edition: Edition; readonly full: boolean } | { readonly refusal: 'not-open' | 'closed' };

/** The edition that an entry is for: the one it names, or the only one that is open. */
function chosenWindow(form: Form, entry: RawEntry, errors: EntryError[]): ChosenWindow | undefined {
  if (entry.edition && !form.signup.editions.includes(entry.edition)) {
    errors.push({ path: ['edition'], code: 'unknown' });
    return undefined;
  }
  if (form.windows.length === 0) return undefined;
  const open = openWindows(form);
  if (open.length > 1) errors.push({ path: ['edition'], code: 'choose' });
  const [window] = open;
  if (!window) return { refusal: form.windows.some(({ state }) => state === 'soon') ? 'not-open' : 'closed' };
  return { edition: window.edition, full: window.state === 'full' };
}

/** The values of an entry, by the names of fields. */
function valuesOf(entry: RawEntry): Values {
  const own = OWN_FIELDS.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]] as const]));
  const answers = Object.entries(entry.answers ?? {}).map(
    ([id, value]) => [ANSWER_PREFIX + id, value] as const,
  );
  return Object.fromEntries([...own, ...answers]);
}

/** Brings values into the shape of their fields: one text becomes a list of one, as forms without script need, and back. */
function toShape(fields: readonly Field[], values: Values, errors: EntryError[]): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, string | readonly string[]][] => {
      const value = values[field.name];
      if (value === undefined) return [];
      if (takesSeveral(field)) return [[field.name, [value].flat()]];
      if (typeof value === 'string') return [[field.name, value]];
      if (value.length > 1) errors.push({ path: pathOf(field.name), code: 'type' });
      return value.length === 1 ? [[field.name, value[0]!]] : [];
    }),
  );
}

/** The values that no field asks for, those of lists and their names each on one line. */
function unaskedOf(values: Values, fields: readonly Field[], errors: EntryError[]): Values {
  const asked = new Set(fields.map(({ name }) => name));
  const others = Object.entries(values).filter(([name]) => !asked.has(name));
  if (others.length > UNASKED_LIMITS.fields) errors.push({ path: ['answers'], code: 'too-many' });
  return Object.fromEntries(
    others.slice(0, UNASKED_LIMITS.fields).flatMap(([name, value]) => {
      const kept = typeof value === 'string' ? value : value.map((text) => cleanText(text));
      const { name: maxName, value: max } = UNASKED_LIMITS;
      const length = [kept].flat().join('').length + Math.max(0, name.length - maxName);
      if (length > max) errors.push({ path: pathOf(name), code: 'long', params: { max, length } });
      return kept.length > 0 ? [[cleanText(name), kept]] : [];
    }),
  );
}

/** The page's own fields that are filled in, their names each on one line. */
function hiddenOf(raw: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => (value ? [[cleanText(name), value]] : [])),
  );
}

/** The path of a field in an entry. Ids of questions have no dots. */
function pathOf(field: string): readonly string[] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
}
