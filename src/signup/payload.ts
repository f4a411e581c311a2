import { KEY_HEADER, type Format, type ReviewReason, type SignupEntry } from './contract.js';
import { textValue, type Field, type Values } from './fields.js';

/** What goes into an entry besides what was filled in. */
export interface Circumstances {
  readonly feed: string | undefined;
  readonly signup: string;
  /** Where there is no choice of editions. */
  readonly edition: string | undefined;
  readonly language: string;
  readonly review: readonly ReviewReason[];
  readonly challenge: Readonly<Record<string, string>>;
  readonly hidden: Readonly<Record<string, string>>;
}

/** An entry without its key: what decides whether the key stays the same. */
export type Content = Omit<SignupEntry, 'submissionId' | 'replaces'>;

const ANSWER = 'answers.';

/** The content of an entry, from cleaned values. */
export function contentOf(
  fields: readonly Field[],
  values: Values,
  surroundingLanguage: Circumstances,
): Content {
  const own: Record<string, string | readonly string[]> = {};
  const answers: Record<string, string | readonly string[]> = {};
  for (const { name } of fields) {
    const value = values[name];
    if (value === undefined) continue;
    if (name.startsWith(ANSWER)) answers[name.slice(ANSWER.length)] = value;
    else own[name] = value;
  }
  const { feed, signup, edition, language, review, challenge, hidden } = surroundingLanguage;
  return {
    ...(feed && { feed }),
    signup,
    ...(edition && { edition }),
    ...own,
    name: textValue(values, 'name'),
    answers,
    consents: [...(own['consents'] ?? [])],
    language,
    ...(review.length > 0 && { review }),
    ...(!isEmpty(challenge) && { challenge }),
    ...(!isEmpty(hidden) && { fields: hidden }),
  };
}

/** What must be the same for a key to be: neither the challenge, which is new each time, nor how fast it went. */
export function comparable(content: Content): string {
  return JSON.stringify({ ...content, challenge: undefined, review: undefined });
}

/** An entry as the body of a request, with the headers that belong to it. */
export function encode(entry: SignupEntry, format: Format): Pick<RequestInit, 'body' | 'headers'> {
  const accept = 'application/json, application/problem+json';
  if (format === 'json') {
    const key = { [KEY_HEADER]: `"${entry.submissionId}"` };
    return { body: JSON.stringify(entry), headers: { accept, 'content-type': 'application/json', ...key } };
  }
  // Headers of our own would need the server's leave (CORS preflight), which services for forms do not give.
  const body = format === 'form' ? new FormData() : new URLSearchParams();
  for (const [name, value] of flatten(entry)) body.append(name, value);
  return { body, headers: { accept } };
}

/** An entry as names and values, the way a form sends them: what takes several stands several times. */
function flatten({
  answers,
  challenge,
  fields,
  ...own
}: SignupEntry): readonly (readonly [string, string])[] {
  const inAnswers = Object.entries(answers).map(([id, value]) => [ANSWER + id, value] as const);
  const all = [...Object.entries(own), ...inAnswers, ...pairs(challenge), ...pairs(fields)];
  return all.flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)] as const));
}

function pairs(record: Readonly<Record<string, string>> = {}): readonly (readonly [string, string])[] {
  return Object.entries(record);
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
