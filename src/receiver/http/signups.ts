import type { IncomingMessage } from 'node:http';
import { signups } from '../../feed/sections/signups.js';
import type { SignupReceipt } from '../../signup/contract.js';
import { SUBMISSION_ID } from '../../signup/exchange.js';
import { fieldProblem, type Complaint } from '../errors.js';
import { readEntry, type RawEntry, type ReadEntry } from '../entry.js';
import type { Service, SignUpResult } from '../service.js';
import { acceptedLanguages, languageFor, t, textIn, type Language, type Term } from '../words.js';
import { readBody } from './body.js';
import { problemPage, receiptPage } from './pages.js';
import { json, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';

/** When it makes sense to ask again, in seconds. */
const RETRY_AFTER = { 'in-progress': '1', busy: '10' } as const;

/** `POST /signups`: stores an entry once, and answers in its language and in the form in which it was asked. */
export async function postSignup(request: IncomingMessage, service: Service): Promise<Reply> {
  const body = await readBody(request);
  const asking = { service, isPage: body.kind === 'form' && wantsPage(request), entry: {} as RawEntry };
  const languages = [...acceptedLanguages(request.headers['accept-language']), service.feed.head.language];
  if (!('value' in body)) return refusal(body.kind, asking, languageFor(...languages));
  const read = readEntry(body.value);
  if (!read) return refusal('unreadable', asking, languageFor(...languages));

  const language = languageFor(read.entry.language, ...languages);
  const keyed = withKey(read, request.headers['idempotency-key']);
  if (!keyed) return refusal('key-missing', asking, language);
  const entry = { ...keyed.entry, language };
  const result = await service.signUp({ ...keyed, entry }, body.kind === 'json');
  return replyTo(result, { ...asking, entry }, language);
}

interface Asking {
  readonly service: Service;
  /** The answer is looked at by somebody without script. */
  readonly isPage: boolean;
  readonly entry: RawEntry;
}

function replyTo(result: SignUpResult, asking: Asking, language: Language): Reply {
  switch (result.kind) {
    case 'stored':
    case 'replayed': {
      const { reference, status } = result;
      const receipt = { reference, status: status as SignupReceipt['status'] } as SignupReceipt;
      if (asking.isPage) return receiptPage(receipt, contactOf(asking, language), language);
      return json(result.kind === 'stored' ? 201 : 200, receipt);
    }
    case 'wrong':
      return refusal('invalid', asking, language, { complaints: result.complaints });
    case 'in-progress':
      return refusal('in-progress', asking, language, { retryAfter: RETRY_AFTER['in-progress'] });
    case 'busy':
      return refusal('unavailable', asking, language, { retryAfter: RETRY_AFTER.busy });
    default:
      return refusal(result.kind, asking, language);
  }
}

function refusal(
  code: ProblemCode,
  asking: Asking,
  language: Language,
  { complaints, retryAfter }: { complaints?: readonly Complaint[]; retryAfter?: string } = {},
): Reply {
  const errors = complaints?.map((complaint) => fieldProblem(complaint, language));
  const problem = problemOf(code, language, errors && { errors });
  const headers: Record<string, string> = retryAfter ? { 'retry-after': retryAfter } : {};
  if (!asking.isPage) return problemReply(problem, language, headers);
  const page = problemPage(problem, labelsOf(asking, language), language);
  return { ...page, headers: { ...page.headers, ...headers } };
}

/** The key stands in the header, in the body, or in both: then it must be the same. */
function withKey(read: ReadEntry, header: string | string[] | undefined): ReadEntry | undefined {
  if (read.complaints.some(({ path, code }) => path[0] === 'submissionId' && code === 'type'))
    return undefined;
  const { submissionId } = read.entry;
  const complaints = read.complaints.filter(({ path }) => path[0] !== 'submissionId');
  if (header === undefined) return { ...read, complaints };
  // A string of RFC 8941 stands in quotes; not every client knows.
  const key = String(header)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
  if (!SUBMISSION_ID.test(key) || (submissionId && submissionId !== key)) return undefined;
  return { entry: { ...read.entry, submissionId: key }, complaints };
}

function wantsPage(request: IncomingMessage): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('text/html') && !accept.includes('json');
}

function contactOf({ service, entry }: Asking, language: Language): string {
  const { head } = service.feed;
  const signup = service.feed.read(signups).values.find(({ id }) => id === entry.signup);
  return signup?.controller ? textIn(signup.controller.contact, language, head.language) : '';
}

/** What the fields of a form are called, by pointer. */
function labelsOf({ service, entry }: Asking, language: Language): ReadonlyMap<string, string> {
  const { head } = service.feed;
  const signup = service.feed.read(signups).values.find(({ id }) => id === entry.signup);
  const asked = (signup?.questions ?? []).map(
    ({ id, label }) => [`#/answers/${id}`, textIn(label, language, head.language)] as const,
  );
  const own = OWN_LABELS.map((name) => [`#/${name}`, t(language, `label.${name}` satisfies Term)] as const);
  return new Map([...own, ...asked]);
}

const OWN_LABELS = [
  'name',
  'email',
  'phone',
  'roles',
  'edition',
  'part',
  'oldEnough',
  'guardian',
  'guardianAgrees',
] as const;
