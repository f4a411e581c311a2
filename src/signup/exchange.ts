/** The part of the contract that only sending and receiving need: not in the code that draws the form. */

/** The header that carries `submissionId` as an RFC 8941 string: in quotes. */
export const KEY_HEADER = 'Idempotency-Key';

/** Pattern of `submissionId`: a UUID in lower case. */
export const SUBMISSION_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The kinds of problem that the form has words for; 409 but for the last, which is 422. */
export const PROBLEMS = ['in-progress', 'full', 'not-open', 'closed', 'key-reused'] as const;
export type ProblemKind = (typeof PROBLEMS)[number];
