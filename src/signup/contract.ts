/**
 * The contract between the form and its receiver: `POST <endpoint>`, and `GET <availability>` for free places. Plain types
 * and limits, for Node as well: a receiver of any make is held to the same.
 */

/** The body of a sign-up, as JSON. Fields that were left empty are absent. */
export interface SignupEntry {
  /** A UUID, one per filled-in form; in the `Idempotency-Key` header too. The same again is the same sign-up. */
  readonly submissionId: string;
  /** Earlier ids of this sign-up whose outcome never became known: this one takes their place. */
  readonly replaces?: readonly string[];
  /** The ids of the feed and of the sign-up in it. */
  readonly feed?: string;
  readonly signup: string;
  readonly edition?: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly roles?: readonly string[];
  readonly part?: string;
  /** Says whether the visitor has the minimum age, where the sign-up has one. */
  readonly oldEnough?: 'yes' | 'no';
  /** The name of the parent or guardian of who is too young, and that they agree. */
  readonly guardian?: string;
  readonly guardianAgrees?: 'yes';
  /** By the id of the question: text, the id of an option, ids of options, or `yes` and `no`. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** The ids of the consents that were given. */
  readonly consents: readonly string[];
  /** The language in which the visitor read the texts of the feed, as a tag of BCP 47. */
  readonly language: string;
  /** Reasons to look at this entry before trusting it; never reasons to drop it. */
  readonly review?: readonly ReviewReason[];
  /** The names and values of a challenge's controls. */
  readonly challenge?: Readonly<Record<string, string>>;
  /** The page's own reference. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** `honeypot`: the field that nobody sees was filled in. `tooFast`: sent sooner than a person can. */
export type ReviewReason = 'honeypot' | 'tooFast';

/** The answer to an entry that was stored: 201, or 200 when it was stored before. */
export interface SignupReceipt {
  /** A number for the visitor to keep, to ask about the sign-up or to withdraw it. */
  readonly reference?: string;
  /** `waiting-list`: stored, but there was no place left. */
  readonly status?: 'accepted' | 'waiting-list';
  /** The hours within which the visitor must confirm the e-mail address, by a link in a mail; absent where none need be. */
  readonly confirmHours?: number;
}

/** The answer to an entry that was not stored (RFC 9457, `application/problem+json`). */
export interface SignupProblem {
  /** Ends in one of `PROBLEMS`; the receiver's own are `urn:ceal-widgets:problem:…`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** For the visitor, in the language of the entry. */
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
}

/** One field that does not fit. */
export interface FieldProblem {
  /** JSON Pointer as a fragment: `#/email`, `#/answers/idea`. */
  readonly pointer: string;
  /** A code of the rules; the form has words of its own for those. */
  readonly code?: string;
  readonly detail: string;
}

/** Free places, at an address of their own; an edition without a limit is left out. */
export interface Availability {
  readonly editions: readonly { readonly id: string; readonly free: number }[];
}

/** Prefix of the names of answers where an entry is written as a form: `answers.<id of the question>`. */
export const ANSWER_PREFIX = 'answers.';

/** Name of the form field that nobody sees; an entry that has it filled in is marked `honeypot`. */
export const HONEYPOT_FIELD = 'website';

/** Longest texts, in UTF-16 code units as JavaScript counts them. */
export const MAX_LENGTH = { name: 200, email: 254, phone: 40, text: 500, 'long-text': 5_000 } as const;

/** Formats of the request: `json` as our own receiver takes it, the others as services take forms. */
export const FORMATS = ['json', 'form', 'urlencoded'] as const;
export type Format = (typeof FORMATS)[number];
