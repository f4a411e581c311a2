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

/**
 * Reads why a receiver does not take a sign-up, in the five shapes that are in use: RFC 9457 with pointers,
 * `invalidParams` (Dutch API rules), a list of errors with `field`, lists of texts by field, one message. Never throws.
 */
export function readProblem(json: unknown): Problem {
  if (!isRecord(json)) return { errors: [], kind: undefined, text: undefined };
  const lists = ['errors', 'invalidParams', 'invalid-params', 'issues', 'detail'];
  const errors = flatMap(lists, (key) => readErrors(json[key]));
  const type = readText(json['type']).split(/[/:#]/).at(-1);
  const text = firstText([json['detail'], json['error'], json['message'], json['title']]);
  return {
    errors: errors.slice(0, MAX_ERRORS),
    kind: PROBLEMS.filter((kind) => kind === type)[0],
    text: text || errors.filter(({ field }) => !field)[0]?.text || undefined,
  };
}

function readErrors(list: unknown): readonly ReceiverError[] {
  if (Array.isArray(list)) return flatMap(list.slice(0, MAX_ERRORS), readError);
  if (!isRecord(list)) return [];
  return Object.entries(list)
    .slice(0, MAX_ERRORS)
    .map(([name, texts]) => ({
      field: fieldName(name),
      text: firstText([isRecord(texts) ? Object.values(texts) : texts].flat(2)) ?? '',
    }));
}

/** The names under which places stand: in RFC 9457, in Dutch API rules and services, and in frameworks that check a body. */
const PLACES = ['pointer', 'name', 'field', 'path', 'loc', 'property'];
const TEXTS = ['detail', 'reason', 'message', 'msg'];

function readError(raw: unknown): readonly ReceiverError[] {
  if (!isRecord(raw)) return typeof raw === 'string' ? [{ text: readText(raw) }] : [];
  const { code } = raw;
  const places = [asRecord(raw['source'])['pointer'], ...PLACES.map((key) => raw[key])];
  const [field] = places.map(fieldName).filter(Boolean);
  const text = firstText(TEXTS.map((key) => raw[key])) ?? '';
  return [{ field, code: typeof code === 'string' ? code : undefined, text }];
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
