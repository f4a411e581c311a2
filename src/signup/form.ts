import type { FeedDocument } from '../feed/document.js';
import { editions } from '../feed/sections/editions.js';
import { parts } from '../feed/sections/programme.js';
import { signups, type Signup } from '../feed/sections/signups.js';
import { fieldsOf, type Field, type FieldOption, type Values } from './fields.js';
import { canSignUp, windowOf, type Window } from './window.js';

/** What the form is, of everything in the feed: one sign-up, and how it stands with its editions. */
export interface Form {
  readonly document: FeedDocument;
  readonly signup: Signup;
  /** In the order of the feed; none where it is for no edition in particular. */
  readonly windows: readonly Window[];
  readonly parts: readonly FieldOption[];
}

/** The sign-up with an id, or the first one; for one of its editions, or for all. */
export function formOf(
  document: FeedDocument,
  wanted: { readonly signup?: string | undefined; readonly edition?: string | undefined },
  instant: number,
): Form | undefined {
  const all = document.read(signups).values;
  const signup = wanted.signup ? all.find(({ id }) => id === wanted.signup) : all[0];
  if (!signup) return undefined;
  const held = document.read(editions).values;
  const chosen = wanted.edition !== undefined && signup.editions.includes(wanted.edition);
  const ids = chosen ? [wanted.edition] : signup.editions;
  return {
    document,
    signup,
    windows: held.filter(({ id }) => ids.includes(id)).map((edition) => windowOf(edition, instant)),
    parts: document
      .read(parts)
      .values.filter(({ id }) => signup.parts.includes(id))
      .map(({ id, title }) => ({ id, label: title })),
  };
}

/** The editions that somebody can sign up for now. */
export function openWindows(form: Form): readonly Window[] {
  return form.windows.filter(canSignUp);
}

/** Whether there is anything to sign up for now. */
export function isOpen(form: Form): boolean {
  return form.windows.length === 0 || openWindows(form).length > 0;
}

/** The edition where there is nothing to choose. */
export function onlyEdition(form: Form): string | undefined {
  const open = openWindows(form);
  return open.length === 1 ? open[0]!.edition.id : undefined;
}

export function fieldsIn(form: Form, values: Values): readonly Field[] {
  const offered = openWindows(form).map(({ edition }) => ({ id: edition.id, label: edition.title }));
  return fieldsOf(form.signup, { editions: offered, parts: form.parts }, values);
}
