import { isRecord } from '../feed/record.js';
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

/**
 * Reads why a receiver does not take a sign-up, in the five shapes that are in use: RFC 9457 with pointers,
 * `invalidParams` (Dutch API rules), a list of errors with `field`, lists of texts by field, one message. Never throws.
 */
export function readProblem(json: unknown): Problem {
  if (!isRecord(json)) return { errors: [], kind: undefined, text: undefined };
  const errors = flatMap([json['errors'], json['invalidParams'], json['invalid-params']], readErrors);
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
  return Object.entries(list).map(([name, texts]) => ({
    field: fieldName(name),
    text: readText(Array.isArray(texts) ? texts[0] : texts),
  }));
}

function readError(raw: unknown): readonly ReceiverError[] {
  if (!isRecord(raw)) return typeof raw === 'string' ? [{ text: readText(raw) }] : [];
  const { pointer, name, field, code } = raw;
  const place = [pointer, name, field].filter((value) => typeof value === 'string' && value !== '')[0];
  return [
    {
      field: fieldName(place as string | undefined),
      code: typeof code === 'string' ? code : undefined,
      text: firstText([raw['detail'], raw['reason'], raw['message']]) ?? '',
    },
  ];
}

/** `#/answers/idee`, `/answers/idee` and `answers[idee]` are all `answers.idee`; an index in a list is left out. */
function fieldName(place: string | undefined): string | undefined {
  const steps = place?.match(/[^#/.[\]]+/g)?.filter((step) => !/^\d+$/.test(step));
  return steps?.join('.') || undefined;
}

function firstText(values: readonly unknown[]): string | undefined {
  return values.map(readText).filter(Boolean)[0];
}

/** A text for a visitor; empty where it is markup, which is a page and not a message. */
function readText(value: unknown): string {
  return typeof value === 'string' && !/<[a-z!/]/i.test(value) ? value.trim().slice(0, MAX_TEXT_LENGTH) : '';
}
