import type { FeedDocument } from '../feed/document.js';
import type { Edition } from '../feed/sections/editions.js';
import type { Signup } from '../feed/sections/signups.js';
import { ANSWER_PREFIX, MAX_LENGTH, type ReviewReason, type SignupEntry } from '../signup/contract.js';
import { takesSeveral, type Field, type Values } from '../signup/fields.js';
import { fieldsIn, formOf, openWindows, type Form } from '../signup/form.js';
import { contentOf } from '../signup/payload.js';
import { check, cleanText, cleanValues } from '../signup/rules.js';
import type { Complaint } from './errors.js';
import type { RawEntry, ReadEntry } from './entry.js';
import { textIn } from './words.js';

/** What is kept of an entry: what was asked and answered, the words that were agreed to, and what is left over. */
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
  /** What each consent said when it was given. */
  readonly consentWords?: Readonly<Record<string, string>>;
  /** What was answered to questions that the feed does not ask (any more). */
  readonly unasked?: Values;
  readonly review?: readonly (ReviewReason | 'unasked')[];
}

/** How an entry stands against the feed at an instant. */
export type Judgement =
  | { readonly kind: 'wrong'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'not-open' | 'closed' }
  | {
      readonly kind: 'good';
      readonly signup: Signup;
      readonly edition: Edition | undefined;
      /** The feed says that it is full. */
      readonly waitingOnly: boolean;
      readonly kept: KeptEntry;
    };

const OWN_FIELDS = [
  'name',
  'email',
  'phone',
  'roles',
  'part',
  'oldEnough',
  'guardian',
  'guardianAgrees',
  'consents',
] as const;
const MOST_FIELDS = 50;
const LONGEST_NAME = 100;
const LONGEST = MAX_LENGTH['long-text'];

/** Holds an entry against the feed, by the rules of the form. Pure. */
export function judge({ entry, complaints }: ReadEntry, document: FeedDocument, instant: number): Judgement {
  const found = [...complaints];
  const { id: feed, language: feedLanguage } = document.head;
  if (entry.feed && feed && entry.feed !== feed) found.push({ path: ['feed'], code: 'other-feed' });
  const form = entry.signup ? formOf(document, entry, instant) : undefined;
  if (!form) {
    if (entry.signup) found.push({ path: ['signup'], code: 'unknown' });
    return { kind: 'wrong', complaints: found };
  }

  const window = chosenWindow(form, entry, found);
  const values = valuesOf(entry);
  // Whose edition does not exist is told that alone, and not that it must be chosen.
  const fields = fieldsIn(form, values).filter(({ name }) => name !== 'edition');
  const clean = cleanValues(fields, shaped(fields, values, found));
  const told = new Set(found.map(({ path }) => path[0]));
  for (const { field, code, params } of check(fields, clean))
    if (!told.has(field.split('.')[0])) found.push({ path: pathOf(field), code, params });
  const unasked = unaskedOf(values, fields, found);
  const hidden = hiddenOf(entry.fields, found);
  if (found.length > 0) return { kind: 'wrong', complaints: found };
  if (window && 'refusal' in window) return { kind: window.refusal };

  const language = entry.language ?? 'nl';
  const content = contentOf(fields, clean, {
    feed: undefined,
    signup: form.signup.id,
    edition: undefined,
    language,
    review: [],
    challenge: {},
    hidden,
  });
  const { signup: _signup, edition: _edition, ...rest } = content;
  const review = [
    ...(['honeypot', 'tooFast'] as const).filter((reason) => entry.review?.includes(reason)),
    ...(Object.keys(unasked).length > 0 ? (['unasked'] as const) : []),
  ];
  const agreed = form.signup.consents.filter(({ id }) => content.consents.includes(id));
  const consentWords = Object.fromEntries(
    agreed.map(({ id, label }) => [id, textIn(label, language, feedLanguage)]),
  );
  return {
    kind: 'good',
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

type Chosen =
  { readonly edition: Edition; readonly full: boolean } | { readonly refusal: 'not-open' | 'closed' };

/** The edition that an entry is for: the one it names, or the only one that is open. */
function chosenWindow(form: Form, entry: RawEntry, found: Complaint[]): Chosen | undefined {
  if (entry.edition && !form.signup.editions.includes(entry.edition)) {
    found.push({ path: ['edition'], code: 'unknown' });
    return undefined;
  }
  if (form.windows.length === 0) return undefined;
  const open = openWindows(form);
  if (open.length > 1) found.push({ path: ['edition'], code: 'choose' });
  const [window] = open;
  if (!window) return { refusal: form.windows.some(({ state }) => state === 'soon') ? 'not-open' : 'closed' };
  return { edition: window.edition, full: window.state === 'full' };
}

/** What an entry says, by the names of fields. */
function valuesOf(entry: RawEntry): Values {
  const own = OWN_FIELDS.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]] as const]));
  const answers = Object.entries(entry.answers ?? {}).map(
    ([id, value]) => [ANSWER_PREFIX + id, value] as const,
  );
  return Object.fromEntries([...own, ...answers]);
}

/** A field that takes several may be given one, as forms without script do; one that takes one, a list of one. */
function shaped(fields: readonly Field[], values: Values, found: Complaint[]): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, string | readonly string[]][] => {
      const value = values[field.name];
      if (value === undefined) return [];
      if (takesSeveral(field)) return [[field.name, [value].flat()]];
      if (typeof value === 'string') return [[field.name, value]];
      if (value.length > 1) found.push({ path: pathOf(field.name), code: 'type' });
      return value.length === 1 ? [[field.name, value[0]!]] : [];
    }),
  );
}

function unaskedOf(values: Values, fields: readonly Field[], found: Complaint[]): Values {
  const asked = new Set(fields.map(({ name }) => name));
  const others = Object.entries(values).filter(([name]) => !asked.has(name));
  if (others.length > MOST_FIELDS) found.push({ path: ['answers'], code: 'too-many' });
  return Object.fromEntries(
    others.slice(0, MOST_FIELDS).flatMap(([name, value]) => {
      const kept =
        typeof value === 'string'
          ? cleanText(value, { multiline: true })
          : value.map((each) => cleanText(each));
      const length = [kept].flat().join('').length + Math.max(0, name.length - LONGEST_NAME);
      if (length > LONGEST)
        found.push({ path: pathOf(name), code: 'long', params: { max: LONGEST, length } });
      return kept.length > 0 ? [[cleanText(name), kept]] : [];
    }),
  );
}

function hiddenOf(raw: Readonly<Record<string, string>> = {}, found: Complaint[]): Record<string, string> {
  const all = Object.entries(raw);
  if (all.length > MOST_FIELDS) found.push({ path: ['fields'], code: 'too-many' });
  return Object.fromEntries(
    all.slice(0, MOST_FIELDS).flatMap(([name, value]) => {
      const kept = cleanText(value, { multiline: true });
      const length = kept.length + Math.max(0, name.length - LONGEST_NAME);
      if (length > LONGEST)
        found.push({
          path: ['fields', name.slice(0, LONGEST_NAME)],
          code: 'long',
          params: { max: LONGEST, length },
        });
      return kept ? [[cleanText(name), kept]] : [];
    }),
  );
}

/** Ids of questions have no dots. */
function pathOf(field: string): readonly string[] {
  const dot = field.indexOf('.');
  return dot < 0 ? [field] : [field.slice(0, dot), field.slice(dot + 1)];
}
