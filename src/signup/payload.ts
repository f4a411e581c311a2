import { ANSWER_PREFIX, type Format, type ReviewReason, type SignupEntry } from './contract.js';
import { KEY_HEADER } from './exchange.js';
import { textValue, type Field, type Values } from './fields.js';
import { toJson } from '../feed/json.js';
import { flatMap } from '../lists.js';

/** The part of an entry that the visitor does not fill in. */
export interface EntryContext {
  readonly feed: string | undefined;
  readonly signup: string;
  /** The only edition that is open; `undefined` where there is none or a choice. */
  readonly edition: string | undefined;
  readonly language: string;
  readonly review: readonly ReviewReason[];
  readonly challenge: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
}

/** An entry without its key. The same content is sent under the same key. */
export type Content = Omit<SignupEntry, 'submissionId' | 'replaces'>;

/** The content of an entry, from cleaned values. */
export function contentOf(fields: readonly Field[], values: Values, context: EntryContext): Content {
  const ownValues: Record<string, string | readonly string[]> = {};
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name } of fields) {
    const value = values[name];
    if (value === undefined) continue;
    if (name.startsWith(ANSWER_PREFIX)) answers[name.slice(ANSWER_PREFIX.length)] = value;
    else ownValues[name] = value;
  }
  const { feed, signup, edition, language, review, challenge, hidden } = context;
  return {
    ...(feed && { feed }),
    signup,
    ...(edition && { edition }),
    ...ownValues,
    name: textValue(values, 'name'),
    answers,
    consents: [...(ownValues['consents'] ?? [])],
    language,
    ...(review.length > 0 && { review }),
    ...(!isEmpty(challenge) && { challenge }),
    ...(!isEmpty(hidden) && { fields: hidden }),
  };
}

/**
 * Text of the content that a key stands for, to compare by. The challenge, which is new each time, and the reasons for
 * review are no part of it.
 */
export function comparable(content: Content): string {
  return toJson({ ...content, challenge: undefined, review: undefined });
}

/** An entry as the body of a request, with the headers that belong to it. */
export function encode(entry: SignupEntry, format: Format): Pick<RequestInit, 'body' | 'headers'> {
  const accept = 'application/json, application/problem+json';
  if (format === 'json') {
    const key = { [KEY_HEADER]: `"${entry.submissionId}"` };
    return { body: toJson(entry), headers: { accept, 'content-type': 'application/json', ...key } };
  }
  // Headers of our own would need the server's leave (CORS preflight), which services for forms do not give.
  const body = format === 'form' ? new FormData() : new URLSearchParams();
  for (const [name, value] of flatten(entry)) body.append(name, value);
  return { body, headers: { accept } };
}

/** An entry as names and values, as a form sends them: a name with several values stands there several times. */
function flatten({
  answers,
  challenge,
  fields,
  ...rest
}: SignupEntry): readonly (readonly [string, string])[] {
  const named = Object.entries(answers).map(([id, value]) => [ANSWER_PREFIX + id, value] as const);
  const all = [...Object.entries(rest), ...named, ...pairs(challenge), ...pairs(fields)];
  return flatMap(all, ([name, value]) =>
    flatMap([value], (texts) => texts).map((text) => [name, String(text)] as const),
  );
}

function pairs(record: Readonly<Record<string, string>> = {}): readonly (readonly [string, string])[] {
  return Object.entries(record);
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
