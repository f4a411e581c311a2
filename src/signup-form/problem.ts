import { isRecord } from '../feed/record.js';
import { PROBLEMS, type ProblemKind } from '../signup/contract.js';

/** What a receiver finds wrong: with a field, or with the whole where it names none. */
export interface Complaint {
  /** As the receiver calls it, in our notation: `email`, `answers.idee`. */
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly text: string;
}

export interface Problem {
  readonly complaints: readonly Complaint[];
  /** One of ours, by the end of its type. */
  readonly kind: ProblemKind | undefined;
  /** What it says about the whole. */
  readonly text: string | undefined;
}

/** More would not be read by anybody. */
const MOST = 50;
const LONGEST = 300;

/**
 * Reads what a receiver says of a sign-up that it does not take, in the five shapes that are about: RFC 9457 with
 * pointers, `invalidParams` (Dutch API rules), a list of errors with `field`, lists of words by field, one message.
 */
export function readProblem(json: unknown): Problem {
  if (!isRecord(json)) return { complaints: [], kind: undefined, text: undefined };
  const complaints = [json['errors'], json['invalidParams'], json['invalid-params']].flatMap(readComplaints);
  const type = wordsOf(json['type']).split(/[/:#]/).at(-1);
  const text = [json['detail'], json['error'], json['message'], json['title']].map(wordsOf).find(Boolean);
  return {
    complaints: complaints.slice(0, MOST),
    kind: PROBLEMS.find((kind) => kind === type),
    text: text || complaints.find(({ field }) => !field)?.text || undefined,
  };
}

function readComplaints(list: unknown): readonly Complaint[] {
  if (Array.isArray(list)) return list.slice(0, MOST).flatMap(readComplaint);
  if (!isRecord(list)) return [];
  return Object.entries(list).map(([name, words]) => ({
    field: fieldName(name),
    text: wordsOf(Array.isArray(words) ? words[0] : words),
  }));
}

function readComplaint(raw: unknown): readonly Complaint[] {
  if (!isRecord(raw)) return typeof raw === 'string' ? [{ text: wordsOf(raw) }] : [];
  const { pointer, name, field, code } = raw;
  const place = [pointer, name, field].find((each) => typeof each === 'string' && each !== '');
  return [
    {
      field: fieldName(place as string | undefined),
      code: typeof code === 'string' ? code : undefined,
      text: [raw['detail'], raw['reason'], raw['message']].map(wordsOf).find(Boolean) ?? '',
    },
  ];
}

/** `#/answers/idee`, `/answers/idee` and `answers[idee]` are all `answers.idee`; an index in a list is left out. */
function fieldName(place: string | undefined): string | undefined {
  const steps = place
    ?.replace(/^#/, '')
    .split(/[/.[\]]+/)
    .filter((step) => step !== '' && !/^\d+$/.test(step));
  return steps && steps.length > 0 ? steps.join('.') : undefined;
}

/** Words for a visitor; never markup, which is a page and not a message. */
function wordsOf(value: unknown): string {
  return typeof value === 'string' && !/<[a-z!/]/i.test(value) ? value.trim().slice(0, LONGEST) : '';
}
