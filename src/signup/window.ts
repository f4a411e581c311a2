import { isBefore, parseDate, type DateValue, type FeedDate } from '../dates/edtf.js';
import type { Edition } from '../feed/sections/editions.js';

/** The state of signing up for an edition at an instant; `full` leads to the waiting list. */
export interface SignupWindow {
  readonly edition: Edition;
  readonly state: 'open' | 'full' | 'soon' | 'closed' | 'cancelled';
  /** The date on which the state changes or changed, where the feed gives it. */
  readonly date?: FeedDate | undefined;
}

/**
 * The sign-up window of an edition at an instant (milliseconds since the epoch), by the clocks of Amsterdam. A last day
 * counts to its end.
 */
export function windowOf(edition: Edition, instant: number): SignupWindow {
  const { status, signupFrom, signupUntil } = edition;
  const now: DateValue = { precision: 'moment', text: new Date(instant).toISOString(), hasOffset: true };
  const from = signupFrom && parseDate(signupFrom);
  const until = signupUntil && parseDate(signupUntil);
  const is = (state: SignupWindow['state'], date?: FeedDate) => ({ edition, state, date });

  if (status === 'cancelled') return is('cancelled');
  if (until && isBefore(until, now)) return is('closed', signupUntil);
  if (status === 'finished') return is('closed');
  if (from ? isBefore(now, from) : status === 'planned') return is('soon', signupFrom);
  if (status === 'running' && !until) return is('closed');
  return is(status === 'full' ? 'full' : 'open', signupUntil);
}

/** @returns whether somebody can sign up, for a place or for the waiting list. */
export function canSignUp(window: SignupWindow): boolean {
  return window.state === 'open' || window.state === 'full';
}
