import { isBefore, parseDate, type DateValue, type FeedDate } from '../dates/edtf.js';
import type { Edition } from '../feed/sections/editions.js';

/** Whether somebody can sign up for an edition now; `full` is for the waiting list. */
export interface Window {
  readonly edition: Edition;
  readonly state: 'open' | 'full' | 'soon' | 'closed' | 'cancelled';
  /** When that changes or changed, where the feed says it. */
  readonly date?: FeedDate | undefined;
}

/** How it stands with signing up for an edition at an instant, by the clocks of Amsterdam. Days count to their end. */
export function windowOf(edition: Edition, instant: number): Window {
  const { status, signupFrom, signupUntil } = edition;
  const now: DateValue = { precision: 'moment', text: new Date(instant).toISOString(), hasOffset: true };
  const from = signupFrom && parseDate(signupFrom);
  const until = signupUntil && parseDate(signupUntil);
  const is = (state: Window['state'], date?: FeedDate) => ({ edition, state, date });

  if (status === 'cancelled') return is('cancelled');
  if (until && isBefore(until, now)) return is('closed', signupUntil);
  if (status === 'finished') return is('closed');
  if (from ? isBefore(now, from) : status === 'planned') return is('soon', signupFrom);
  if (status === 'running' && !until) return is('closed');
  return is(status === 'full' ? 'full' : 'open', signupUntil);
}

export function canSignUp(window: Window): boolean {
  return window.state === 'open' || window.state === 'full';
}
