import { isBefore, parseDate, type DateValue } from '../../dates/edtf.js';
import type { Edition } from '../../feed/sections/editions.js';
import type { Signup, SignupQuestion } from '../../feed/sections/signups.js';
import {
  goesOn,
  holdFields,
  NOBODY,
  SIGNUP_FIELDS,
  slipOf,
  type HeldEntry,
  type Remembered,
  type Slip,
} from './held-fields.js';
import type { WrittenEntry } from './written-feed.js';

/** What a sign-up is held against. */
interface SignupContext {
  /** The editions that there are, or were, by id. */
  readonly editions: ReadonlyMap<string, Remembered<Edition>>;
  /** Now, in epoch milliseconds. */
  readonly instant: number;
}

/** Holds a sign-up against what is remembered of it. */
export function holdSignup(
  signup: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  context: SignupContext,
  slips: Slip[],
): HeldEntry<Signup> {
  const fields = holdFields(signup, before, SIGNUP_FIELDS, written, slips);
  const list = holdList(signup, before, written, context, slips);
  const changes = {
    editions: list.editions,
    questions: holdQuestions(signup, before, written, slips),
    ...holdMonths(signup, before, written, list.editions, context, slips),
  };
  return {
    held: { ...fields.held, ...changes },
    memory: { ...fields.memory, ...changes },
    isClosed: fields.isClosed || list.isClosed,
  };
}

/** Holds the editions of a sign-up: one that had some, or names some, never comes to have none, and no limit with it. */
function holdList(
  { editions: list }: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  { editions }: SignupContext,
  slips: Slip[],
): { readonly editions: readonly string[]; readonly isClosed: boolean } {
  const last = before?.editions ?? [];
  const state = written.stateOf('editions');
  if (list.length > 0 && state === 'read' && list.every((id) => editions.has(id)))
    return { editions: list, isClosed: false };
  const held = [...new Set([...list, ...last])].filter((id) => editions.has(id));
  if (held.length > 0) {
    if (last.length > 0) slips.push(slipOf(written, { name: 'editions' }, goesOn(held), held));
    return { editions: held, isClosed: false };
  }
  const isClosed = state !== 'absent';
  if (isClosed) slips.push(slipOf(written, { name: 'editions' }, `Until then ${NOBODY}`, ['lente']));
  return { editions: list, isClosed };
}

/** Holds what is required: of a question that is read, and the whole question where it cannot be read any more. */
function holdQuestions(
  signup: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  slips: Slip[],
): readonly SignupQuestion[] {
  const asked = new Map(before?.questions?.map((question) => [question.id, question]));
  const writtenQuestions = written.list('questions');
  const questions = signup.questions.map((question) => {
    const inFeed = writtenQuestions.of(question.id);
    if (question.required !== undefined || inFeed.stateOf('required') === 'absent') return question;
    const required = asked.get(question.id)?.required ?? true;
    slips.push(slipOf(inFeed, { name: 'required' }, `Until then it is ${required}`, required));
    return { ...question, required };
  });
  const ids = new Set(questions.map(({ id }) => id));
  const lost = [...asked.values()].filter(({ id, required }) => required && !ids.has(id));
  if (lost.length === 0 || !written.isPartial('questions')) return questions;
  const { path, quote } = written.at('questions');
  const names = lost.map(({ id }) => `"${id}"`).join(', ');
  slips.push({
    path,
    message: `${quote ?? '"questions"'} cannot be read or is gone. What was required goes on: ${names}. Write each with its "id" and "label" again; "required": false asks for no answer.`,
  });
  return [...questions, ...lost];
}

/**
 * Holds the months against a nought that a purge would take for all that is stored: not while people may still sign up, or
 * where no end is known.
 */
function holdMonths(
  { retentionMonths }: Signup,
  before: Remembered<Signup> | undefined,
  written: WrittenEntry,
  list: readonly string[],
  { editions, instant }: SignupContext,
  slips: Slip[],
): Pick<Signup, 'retentionMonths'> | undefined {
  const last = before?.retentionMonths ?? 0;
  if (retentionMonths !== 0 || last === 0) return undefined;
  const now: DateValue = { precision: 'moment', text: new Date(instant).toISOString(), hasOffset: true };
  const isOver = (id: string) => {
    const end = parseDate(editions.get(id)?.end ?? '');
    return end !== undefined && isBefore(end, now);
  };
  if (list.length > 0 && list.every(isOver)) return undefined;
  const { path, quote } = written.at('retentionMonths');
  slips.push({
    path,
    message: `${quote} would remove everybody at the next purge. ${goesOn(last)}. Write for example "retentionMonths": 1; 0 is taken when all editions are over.`,
  });
  return { retentionMonths: last };
}
