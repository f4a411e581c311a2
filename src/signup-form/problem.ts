import { attempt } from '../feed/attempt.js';
import { asRecord, isRecord } from '../feed/record.js';
import { PROBLEMS, type ProblemKind } from '../signup/exchange.js';
import { flatMap } from '../lists.js';

/** An error that a receiver finds: in a field, or in the whole where it names none. */
export interface ReceiverError {
  /** The receiver's name for the field, in our notation: `email`, `answers.idee`. */
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly text: string;
}

export interface Problem {
  readonly errors: readonly ReceiverError[];
  /** The last part of its type, where that is one of ours. */
  readonly kind: ProblemKind | undefined;
  /** The receiver's words about the whole. */
  readonly text: string | undefined;
}

/** More would not be read by anybody. */
const MAX_ERRORS = 50;
/** In UTF-16 code units. */
const MAX_TEXT_LENGTH = 300;
/** In a place that is written as a list. */
const MAX_STEPS = 10;

/** Names of lists of errors, in the shapes that are in use. */
const LISTS = ['errors', 'invalidParams', 'invalid-params', 'issues', 'violations', 'detail', 'message'];

/**
 * Reads why a receiver does not take a sign-up, in the shapes that are in use: RFC 9457 with pointers, `invalidParams`
 * (Dutch API rules), a list of errors with `field`, texts by field to any depth, one message. Never throws.
 */
export function readProblem(json: unknown): Problem {
  const record = asRecord(json);
  const lists = [Array.isArray(json) ? json : undefined, ...LISTS.map((key) => record[key])];
  let errors: readonly ReceiverError[] = flatMap(lists, readErrors);
  // Some frameworks give the lists of texts by field as the whole.
  if (errors.length === 0) errors = readMembers(record, (value) => Array.isArray(value));
  const type = readText(record['type']).split(/[/:#]/).at(-1);
  const { detail, errors: said, error, message, title } = record;
  // With a code it is meant for programs, as those of Microsoft's services are.
  const inner = asRecord(error);
  const innerMessage = 'code' in inner ? undefined : inner['message'];
  const text = firstText([detail, said, error, innerMessage, message, title]);
  return {
    errors: errors.slice(0, MAX_ERRORS),
    kind: PROBLEMS.filter((kind) => kind === type)[0],
    text: text || errors.filter(({ field }) => !field)[0]?.text || undefined,
  };
}

const readErrors = (list: unknown): readonly ReceiverError[] =>
  Array.isArray(list) ? readError(list, '') : readMembers(list);

function readMembers(
  record: unknown,
  isRead: (value: unknown) => boolean = () => true,
  place = '',
  depth = 0,
): readonly ReceiverError[] {
  const members = Object.entries(asRecord(record)).slice(0, MAX_ERRORS);
  return flatMap(members, ([name, value]) =>
    isRead(value) ? readError(value, place ? `${place}.${name}` : name, depth) : [],
  );
}

/** The names under which places stand: in RFC 9457, in Dutch API rules and services, and in frameworks that check a body. */
const PLACES = ['pointer', 'name', 'field', 'path', 'loc', 'property', 'propertyPath', 'instancePath'];
const TEXTS = ['detail', 'reason', 'message', 'msg', 'title'];

/** Reads an error, several, or texts by field, under the names of `place`. */
function readError(raw: unknown, place: string, depth = 0): readonly ReceiverError[] {
  if (depth > MAX_STEPS) return [];
  if (typeof raw === 'string') return [{ ...(place && { field: fieldName(place) }), text: readText(raw) }];
  if (Array.isArray(raw)) {
    const text = place && firstText(raw);
    if (text) return readError(text, place);
    return flatMap(raw.slice(0, MAX_ERRORS), (one: unknown) => readError(one, place, depth + 1));
  }
  if (!isRecord(raw)) return [];
  const { code } = raw;
  const places = [asRecord(raw['source'])['pointer'], ...PLACES.map((key) => raw[key]), place];
  const [field] = places.map(fieldName).filter(Boolean);
  const text = firstText(flatMap(TEXTS, (key) => raw[key]));
  if (text === undefined && field === fieldName(place)) return readMembers(raw, undefined, place, depth + 1);
  return [{ field, code: typeof code === 'string' ? code : undefined, text: text ?? '' }];
}

/**
 * `#/answers/idee`, `/answers/idee`, `answers[idee]` and `["answers","idee"]` are all `answers.idee`; an index in a list is
 * left out.
 */
function fieldName(place: unknown): string | undefined {
  if (Array.isArray(place)) return fieldName(place.slice(0, MAX_STEPS).map(String).join('.'));
  if (typeof place !== 'string') return undefined;
  const steps = /^#?\//.test(place)
    ? place.match(/[^#/]+/g)?.map(decodedStep)
    : place.match(/[^#/.[\]'"$]+/g);
  const isIndex = (step: string, at: number) => /^\d+$/.test(step) && at > 0 && steps?.[at - 1] !== 'answers';
  return steps?.filter((step, at) => !isIndex(step, at)).join('.') || undefined;
}

/** A step of a JSON Pointer, which may be written as a fragment (RFC 6901, §3 and §6). */
function decodedStep(step: string): string {
  const text = attempt(() => decodeURIComponent(step)) ?? step;
  return text.replace(/~1/g, '/').replace(/~0/g, '~');
}

function firstText(values: readonly unknown[]): string | undefined {
  return values.map(readText).filter(Boolean)[0];
}

/** A text for a visitor; empty where it is markup, which is a page and not a message. */
function readText(value: unknown): string {
  return typeof value === 'string' && !/<[a-z!/]/i.test(value) ? value.trim().slice(0, MAX_TEXT_LENGTH) : '';
}
