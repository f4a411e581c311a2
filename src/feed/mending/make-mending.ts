import { isFeedDate, type FeedDate } from '../../dates/edtf.js';
import { attempt } from '../attempt.js';
import type { Fields, InputReporter, ObjectOf, Schema, Shape } from '../fields.js';
import type { MakeMending, MendedList } from '../mending.js';
import { toJson } from '../json.js';
import { readingFields } from '../reading-fields.js';
import { isAbsent, isRecord } from '../record.js';
import type { ListKey } from '../section.js';
import { mendChoice } from './choice.js';
import { dateHint, mendDate } from './date.js';
import { mendFlag } from './flag.js';
import { idFor, mendId } from './id.js';
import { mendKeys } from './keys.js';
import {
  idParts,
  mendListSection,
  listIn,
  namedEntries,
  numberedEntries,
  unwrapped,
  withGivenIds,
} from './lists.js';
import type { Mender } from './mend.js';
import { mendCount, mendNumber } from './number.js';
import { readAgain } from './read-again.js';
import { mendLanguage, mendText, type MendedText } from './text.js';
import { isNothing, mendUrl } from './url.js';
import { mendWholeDays } from './whole-days.js';

/** A schema of ids: in a list of them a text with commas is several. */
const idSchemas = new WeakSet<Schema<unknown>>();
/** Schemas of objects: of other values, an `id` may be a language. */
const objectSchemas = new WeakSet<Schema<unknown>>();

/** Makes the second reading of a feed: the same fields, each with a mender before its rules. */
export const makeMending: MakeMending = (base, feed) => {
  const lists = new Map<unknown, MendedList | undefined>();
  const list = (raw: unknown) => {
    if (!lists.has(raw))
      lists.set(
        raw,
        attempt(() => mendListSection(raw)),
      );
    return lists.get(raw);
  };
  const listOf = (key: ListKey) => list(attempt(() => feed[key]));
  return {
    fields: mendingFields(readingFields(base)),
    list,
    readAgain,
    withGivenIds: (entry, id, references, report) => withGivenIds(entry, id, references, listOf, report),
  };
};

function mendingFields(strict: Fields): Fields {
  return {
    ...strict,
    id: () => {
      const schema = mended(strict.id(), mendId);
      idSchemas.add(schema);
      return schema;
    },
    language: () => mended(strict.language(), mendLanguage),
    title: () => mendedText(strict.title()),
    text: () => mendedText(strict.text()),
    url: () => mended(strict.url(), mendUrl, isLonger),
    date: () => mended(withHint(strict.date()), mendDate),
    count: (min, max) => mended(strict.count(min, max), mendCount),
    number: (min, max) => mended(strict.number(min, max), mendNumber),
    flag: () => mended(strict.flag(), mendFlag),
    oneOf: (values, fallback, unknown) => {
      const schema = strict.oneOf(values, fallback, unknown);
      const choice = mended(schema, (input) => mendChoice(input, values));
      return (input, report) => (isEmpty(input) ? schema(undefined, report) : choice(input, report));
    },
    optional: (inner) => strict.optional(present(inner)),
    withDefault: (inner, fallback) => strict.withDefault(present(inner), fallback),
    list: (entry, max) => mendedList(strict, entry, max),
    object: (shape) => {
      const schema = mendedObject(strict, shape);
      objectSchemas.add(schema);
      return schema;
    },
  };
}

/** Reads blanks, and groups of nothing, as nothing at all. */
function present<T>(inner: Schema<T>): Schema<T> {
  return (input, report) => (isEmpty(input) ? undefined : inner(input, report));
}

/** Groups inside groups that are looked into for something. */
const MAX_EMPTY_DEPTH = 4;

function isEmpty(input: unknown, depth = 0): boolean {
  if (isAbsent(input) || (typeof input === 'string' && input.trim() === '')) return true;
  if (typeof input !== 'object' || depth > MAX_EMPTY_DEPTH) return false;
  return Object.values(input!).every((value) => isEmpty(value, depth + 1));
}

/** The value as it should be written, for an issue. */
const MAX_SHOWN_CHARACTERS = 80;
const shown = (value: unknown) =>
  (typeof value === 'string' ? value : toJson(value)).slice(0, MAX_SHOWN_CHARACTERS);

/** One value in a list of one, or in an object of one, as content management systems write it. */
const onlyOne: Mender = (input) => {
  const only: unknown = Array.isArray(input) && input.length === 1 ? input[0] : input;
  return isRecord(only) && Object.keys(only).join() === 'value' ? only['value'] : only;
};

/** Reads with a schema what a mender makes of the input; what was changed and fits is reported. */
function mended<T>(
  schema: Schema<T>,
  mend: Mender,
  isAdded: (input: unknown, value: unknown) => boolean = () => false,
): Schema<T> {
  return (input, report) => {
    const value = mend(onlyOne(input));
    if (value === input) return schema(input, report);
    let fits = true;
    const result = schema(value, (code, _, params) => {
      // This is the reading that was asked for.
      if (code !== 'unsure') fits = false;
      return report(code, quotable(input), params);
    });
    if (fits)
      report(isAdded(input, value) ? 'scheme-added' : 'read-as', quotable(input), { as: shown(value) });
    return result;
  };
}

/** True if the value is what was written, with something before it. */
const isLonger = (input: unknown, value: unknown) =>
  typeof input === 'string' && String(value).slice(-input.length) === input;

/** Says of a date without one meaning what it may be. */
function withHint(schema: Schema<FeedDate>): Schema<FeedDate> {
  return (input, report) =>
    schema(input, (code, ...reported) => {
      const hint = dateHint(input);
      return hint ? report(hint.code, input, hint.params) : report(code, ...reported);
    });
}

/** An issue quotes texts and numbers; others as they are written in JSON. */
const quotable = (input: unknown) =>
  typeof input === 'string' || typeof input === 'number' ? input : shown(input);

function mendedText<T>(schema: Schema<T>): Schema<T> {
  return (input, report) => {
    const { value, code, isMojibake }: MendedText = mendText(input);
    const result = schema(value, report);
    if (result === undefined) return undefined;
    if (code) report(code, quotable(input), { as: shown(value) });
    if (isMojibake) report('mojibake', quotable(value));
    return result;
  };
}

function mendedList<T>(strict: Fields, entry: Schema<T>, max: number): Schema<readonly T[]> {
  const strictList = strict.list(entry, max);
  const list: typeof strictList = objectSchemas.has(entry)
    ? (input, report) => withDistinctIds(strictList(input, report))
    : strictList;
  return (raw, report) => {
    const input = listIn(raw).list;
    if (isEmpty(input)) return list(undefined, report);
    if (Array.isArray(input) && input === raw)
      return list(
        input.filter((value) => !isEmpty(value)),
        withIndexes(input, report),
      );
    const numbered = numberedEntries(input) ?? (objectSchemas.has(entry) ? namedEntries(input) : undefined);
    if (numbered) {
      report('list-as-object', quotable(input));
      return list(
        numbered.map(([, value]) => value),
        (code, value, params, [index, ...path] = []) =>
          report(
            code,
            value,
            params,
            index === undefined ? [] : [numbered[index as number]?.[0] ?? index, ...path],
          ),
      );
    }
    const values = Array.isArray(input) ? input : partsOf(input, idSchemas.has(entry));
    report('read-as', quotable(raw), { as: shown(values) });
    return list(values, atTheSamePlace(report));
  };
}

/** Reports what is wrong inside a group that was made where the group stands, as the feed has no other place for it. */
const atTheSamePlace =
  (report: InputReporter): InputReporter =>
  (code, input, params) =>
    report(code, input, params);

/** Gives entries whose ids were made the same a number behind theirs. */
function withDistinctIds<T>(values: readonly T[] | undefined): readonly T[] | undefined {
  const taken = new Set<string>();
  return values?.map((value) => {
    const { id } = value as { id?: unknown };
    if (typeof id !== 'string') return value;
    let distinct = id;
    for (let number = 2; taken.has(distinct); number++) distinct = `${id.slice(0, 58)}-${number}`;
    taken.add(distinct);
    return distinct === id ? value : { ...value, id: distinct };
  });
}

/** Reports at the places of a list in which the empty entries still stand. */
function withIndexes(input: readonly unknown[], report: InputReporter): InputReporter {
  const indexes = [...input.keys()].filter((index) => !isEmpty(input[index]));
  return (code, value, params, [index, ...path] = []) =>
    report(code, value, params, index === undefined ? [] : [indexes[index as number] ?? index, ...path]);
}

/** The entries of what stands where a list belongs: ids between commas, addresses between blanks, else one. */
function partsOf(input: unknown, areIds: boolean): readonly unknown[] {
  if (typeof input !== 'string') return [input];
  const parts = input.split(/[,;|\s]+/).filter((part) => part !== '');
  if (areIds) return idParts(input);
  return parts.length > 1 &&
    parts.every((part) => /^https?:\/\//i.test(part) || !['', part].includes(String(mendUrl(part))))
    ? parts
    : [input];
}

/** Dates of which the first, or both, may be a whole day that was written as midnight. */
const DAYS = [
  ['start', 'end'],
  ['date', ''],
  ['from', 'until'],
  ['founded', ''],
  ['signupFrom', ''],
  ['signupUntil', ''],
] as const;

function mendedObject<S extends Shape>(strict: Fields, shape: S): Schema<ObjectOf<S>> {
  const object = strict.object(shape);
  const keys = Object.keys(shape);
  return (raw, reportInside) => {
    const input = onlyOne(unwrapped(raw));
    const asObject = isRecord(input) ? input : objectOf(input, keys);
    if (!asObject) return object(raw, reportInside);
    if (asObject !== raw) reportInside('read-as', quotable(raw), { as: shown(asObject) });
    const report = asObject === raw ? reportInside : atTheSamePlace(reportInside);
    let value = mendKeys(asObject, keys, (key, name) => void report('read-as', key, { as: name }, [key]));
    value = withAddressAsName(value, keys, report);
    if (keys.includes('id') && isEmpty(value['id']) && !shape['id']!.isOptional) {
      const id = idFor(value);
      if (typeof id === 'string' && id !== '') {
        value = { ...value, id };
        if (asObject === raw) report('read-as', shown(raw), { as: shown({ id }) });
      }
    }
    return object(withWholeDays(value, keys, report), report);
  };
}

/** Fields of a group that one text may stand for, as for a step; more is an entry with a life of its own. */
const MAX_TEXT_FIELDS = 7;

/** The object that a text, a number or a list of two stands for. */
function objectOf(input: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const has = (key: string) => keys.includes(key);
  if (has('min')) return minutesOf(input);
  if (typeof input !== 'string' || isNothing(input) || (keys.length > MAX_TEXT_FIELDS && !has('activities')))
    return undefined;
  const text = input;
  if (has('src')) return { src: text };
  if (has('url') && has('label')) {
    const address = mendUrl(text);
    const isAddress = (address && address !== text) || /^[a-z][a-z\d+.-]*:\S+$/i.test(text.trim());
    if (!keys.includes('note')) return { url: text };
    return isAddress ? { label: text, url: text } : { label: text };
  }
  const name = ['name', 'title', 'label', 'text'].filter(has)[0];
  return name === undefined || has('steps') ? undefined : { [name]: text };
}

/** A number of minutes, or of people: `30` is from 30 to 30, `20-30` from 20 to 30. */
function minutesOf(input: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof input === 'number') return { min: input, max: input };
  const range = Array.isArray(input) ? input.join('-') : input;
  if (typeof range !== 'string') return undefined;
  const match = /^(\d+)(?:\s*(?:-|–|—|tot|t\/m|to)\s*(\d+))?\s*(?:min(?:\.|uten|utes|uut)?|')?$/i.exec(
    range.trim(),
  );
  if (!match) return undefined;
  return { min: Number(match[1]), max: Number(match[2] ?? match[1]) };
}

/** A place with only an address, or a source with only one of the web: it stands as the name. */
function withAddressAsName(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  report: InputReporter,
): Readonly<Record<string, unknown>> {
  const [name, address] = keys.includes('note') ? ['label', 'url'] : ['name', 'address'];
  if (!keys.includes(address) || !isEmpty(value[name]) || isEmpty(value[address])) return value;
  const words = value[address];
  report('read-as', quotable(words), { as: shown({ [name]: words }) }, [address]);
  return { ...value, ...(address === 'address' && { address: undefined }), [name]: words };
}

function withWholeDays(
  written: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  report: InputReporter,
): Readonly<Record<string, unknown>> {
  let value = written;
  for (const [first, last] of DAYS) {
    if (!keys.includes(first)) continue;
    // Until a moment on our clock is as it says.
    if (first === 'signupUntil' && /\+0[12]:?00$/.test(String(value[first]))) continue;
    const range = last && !isFeedDate(String(value[first])) && isEmpty(value[last]) && mendDate(value[first]);
    const [from, to] = typeof range === 'string' ? range.split('/') : [];
    if (from && to && isFeedDate(from) && isFeedDate(to) && keys.includes(first) && keys.includes(last)) {
      report('read-as', quotable(value[first]), { as: shown({ [first]: from, [last]: to }) }, [first]);
      value = { ...value, [first]: from, [last]: to };
      continue;
    }
    const dateUnder = (key: string) => {
      const date = key !== '' && keys.includes(key) ? mendDate(value[key]) : undefined;
      return typeof date === 'string' && isFeedDate(date) ? date : undefined;
    };
    const [start, end] = [dateUnder(first), dateUnder(last)];
    const days = mendWholeDays({ start, end });
    if (!days) continue;
    const mendedDates = { [first]: days.start, ...(last && days.end !== undefined && { [last]: days.end }) };
    for (const [key, as] of Object.entries(mendedDates))
      if (as !== value[key]) report('whole-day', quotable(value[key]), { as: String(as) }, [key]);
    value = { ...value, ...mendedDates, ...(last && days.end === undefined && { [last]: undefined }) };
  }
  return value;
}
