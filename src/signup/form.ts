import type { FeedDocument } from '../feed/document.js';
import { editions } from '../feed/sections/editions.js';
import { parts } from '../feed/sections/programme.js';
import { signups, type Signup } from '../feed/sections/signups.js';
import { fieldsOf, type Field, type FieldOption, type Values } from './fields.js';
import { canSignUp, windowOf, type SignupWindow } from './window.js';

/** The part of a feed that a form is made of: one sign-up and the windows of its editions. */
export interface Form {
  readonly document: FeedDocument;
  readonly signup: Signup;
  /** In the order of the feed; empty where the sign-up is for no edition in particular. */
  readonly windows: readonly SignupWindow[];
  readonly parts: readonly FieldOption[];
}

/**
 * The form of a feed at an instant (milliseconds since the epoch): of the wanted sign-up or else the first one, and for
 * the wanted edition or else all of them. `undefined` where the feed has no such sign-up.
 */
export function formOf(
  document: FeedDocument,
  wanted: { readonly signup?: string | undefined; readonly edition?: string | undefined },
  instant: number,
): Form | undefined {
  const all = document.read(signups).values;
  const signup = wanted.signup ? all.filter(({ id }) => id === wanted.signup)[0] : all[0];
  if (!signup) return undefined;
  const chosen = wanted.edition !== undefined && signup.editions.includes(wanted.edition);
  const ids = chosen ? [wanted.edition] : signup.editions;
  return {
    document,
    signup,
    windows: document
      .read(editions)
      .values.filter(({ id }) => ids.includes(id))
      .map((edition) => windowOf(edition, instant)),
    parts: document
      .read(parts)
      .values.filter(({ id }) => signup.parts.includes(id))
      .map(({ id, title }) => ({ id, label: title })),
  };
}

/** The editions that somebody can sign up for now. */
export function openWindows(form: Form): readonly SignupWindow[] {
  return form.windows.filter(canSignUp);
}

/** @returns whether there is anything to sign up for now. */
export function isOpen(form: Form): boolean {
  return form.windows.length === 0 || openWindows(form).length > 0;
}

/** The id of the only edition that is open; `undefined` where there is none or a choice. */
export function onlyEdition(form: Form): string | undefined {
  const open = openWindows(form);
  return open.length === 1 ? open[0]!.edition.id : undefined;
}

/** The fields of a form. Only open editions can be chosen. */
export function fieldsIn(form: Form, values: Values): readonly Field[] {
  const offered = openWindows(form).map(({ edition }) => ({ id: edition.id, label: edition.title }));
  return fieldsOf(form.signup, { editions: offered, parts: form.parts }, values);
}
