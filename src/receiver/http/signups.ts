import type { IncomingMessage } from 'node:http';
import { plainText } from '../../i18n/text.js';
import type { SignupReceipt } from '../../signup/contract.js';
import { cleanEmail, cleanPhone } from '../../signup/contact.js';
import { SUBMISSION_ID } from '../../signup/exchange.js';
import { BUILT_IN_FIELDS } from '../../signup/fields.js';
import { parseEntry, type ParsedEntry, type RawEntry } from '../entry.js';
import { toFieldProblem, type EntryError } from '../errors.js';
import { signupWords, type SignupWords } from '../feed/signup-words.js';
import type { ReceiverTranslator } from '../locales/index.js';
import type { Service, SignUpResult } from '../service.js';
import { readBody } from './body.js';
import type { RefusedBody } from './bounds.js';
import { problemPage, receiptPage, wantsPage } from './pages.js';
import { jsonReply, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';

/** Seconds after which it makes sense to ask again. */
const RETRY_AFTER_SECONDS = { 'in-progress': '1', busy: '10' } as const;

/** The request that is being answered. */
interface RequestContext {
  readonly service: Service;
  readonly t: ReceiverTranslator;
  /** True if somebody without script looks at the answer. */
  readonly wantsPage: boolean;
  /** Empty where it could not be read. */
  readonly entry: RawEntry;
}

/** Answers `POST /signups`: stores an entry once, and answers in its language and in the form in which it was asked. */
export async function postSignup(
  request: IncomingMessage,
  service: Service,
  network: string,
): Promise<Reply> {
  const body = await readBody(request);
  const context: RequestContext = {
    service,
    t: requestTranslator(request, service.feed),
    wantsPage: wantsPage(request),
    entry: {},
  };
  if (body.kind !== 'read') return refuseBody(body.kind, context);
  await body.yielder.pause();
  const parsed = parseEntry(body.value);
  if (!parsed) return refuse('unreadable', context);
  // Too many names to be read, so that there is no key to look for.
  if (parsed.errors.some(({ path }) => path.length === 0)) return refuseBody('too-many-values', context);

  const t = requestTranslator(request, service.feed, parsed.entry.language);
  const keyed = withKey(parsed, request.headers['idempotency-key']);
  if (!keyed) return refuse('key-missing', { ...context, t });
  const entry = { ...keyed.entry, language: languageOf(keyed.entry) ?? t.language };
  await body.yielder.pause();
  const result = await service.signUp({ ...keyed, entry }, { requireKey: !body.isForm, network });
  return replyTo(result, { ...context, t, entry });
}

function replyTo(result: SignUpResult, context: RequestContext): Reply {
  switch (result.kind) {
    case 'stored':
    case 'replayed': {
      const { reference, status } = result;
      const confirmHours = cleanEmail(context.entry.email ?? '') ? context.service.confirmHours : undefined;
      const receipt = { reference, status, confirmHours } as SignupReceipt;
      const httpStatus = result.kind === 'stored' ? 201 : 200;
      if (context.wantsPage)
        return receiptPage(
          httpStatus,
          receipt,
          { contact: wordsOf(context).contact, reachedBy: reachedBy(context.entry) },
          context.t,
        );
      return jsonReply(httpStatus, receipt);
    }
    case 'invalid':
      return refuse('invalid', context, { errors: result.errors });
    case 'in-progress':
      return refuse('in-progress', context, { retryAfter: RETRY_AFTER_SECONDS['in-progress'] });
    case 'busy':
      return refuse('unavailable', context, { retryAfter: RETRY_AFTER_SECONDS.busy });
    default:
      return refuse(result.kind, context);
  }
}

function refuseBody(kind: RefusedBody['reason'] | 'unsupported', context: RequestContext): Reply {
  if (kind !== 'too-many-values') return refuse(kind, context);
  return refuse('invalid', context, { errors: [{ path: [], code: 'too-many' }] });
}

function refuse(
  code: ProblemCode,
  context: RequestContext,
  { errors, retryAfter }: { errors?: readonly EntryError[]; retryAfter?: string } = {},
): Reply {
  const { t, wantsPage } = context;
  const problem = problemOf(code, t, errors && { errors: errors.map((error) => toFieldProblem(error, t)) });
  const headers: Record<string, string> = retryAfter ? { 'retry-after': retryAfter } : {};
  if (!wantsPage) return problemReply(problem, t, headers);
  return problemPage(problem, t, { labels: labelsOf(context), headers });
}

/** A language tag, as far as it can be told from other text (BCP 47). */
const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i;

/** The language in which the feed's texts were read, which need not be one that the receiver has words in. */
function languageOf({ language = '' }: RawEntry): string | undefined {
  return LANGUAGE_TAG.test(language) ? language : undefined;
}

/**
 * Puts the key into the entry. It stands in the header, in the body, or in both, and then it must be the same.
 * @returns `undefined` where there is no valid key, or there are two
 */
function withKey(parsed: ParsedEntry, header: string | string[] | undefined): ParsedEntry | undefined {
  if (parsed.errors.some(({ path }) => path[0] === 'submissionId')) return undefined;
  const { submissionId } = parsed.entry;
  if (header === undefined) return parsed;
  // A string of RFC 8941 stands in quotes; some clients leave them out.
  const key = String(header)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
  if (!SUBMISSION_ID.test(key) || (submissionId && submissionId !== key)) return undefined;
  return { ...parsed, entry: { ...parsed.entry, submissionId: key } };
}

/** The ways to reach somebody as they are kept, for them to see whether they are right. */
function reachedBy({ email = '', phone = '' }: RawEntry): string {
  return [cleanEmail(email), cleanPhone(phone)].filter(Boolean).join(', ');
}

function wordsOf({ service, entry, t }: RequestContext): SignupWords {
  return signupWords(service.feed, entry.signup, t.language);
}

/** The labels of the fields of a form, by the pointers of their errors. */
function labelsOf(context: RequestContext): ReadonlyMap<string, string> {
  const { signup, localeContext } = wordsOf(context);
  const questions = (signup?.questions ?? []).map(
    ({ id, label }) => [`#/answers/${id}`, plainText(label, localeContext)] as const,
  );
  const own = BUILT_IN_FIELDS.map((name) => [`#/${name}`, context.t(`label.${name}`)] as const);
  return new Map([...own, ...questions]);
}
