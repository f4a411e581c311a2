import type { IncomingMessage } from 'node:http';
import { asRecord } from '../../feed/record.js';
import type { Service } from '../service.js';
import { readBody } from './body.js';
import { confirmationPage, confirmedPage } from './pages.js';
import { jsonReply, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';

/**
 * Answers `GET /confirmations` with a page that has one button: programs that look through mail open every link, and
 * confirm nothing by it.
 */
export function getConfirmation(request: IncomingMessage, { feed }: Service): Reply {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const t = requestTranslator(request, feed, searchParams.get('language') ?? undefined);
  const [reference, token] = ['reference', 'token'].map((name) => searchParams.get(name) ?? '');
  return confirmationPage({ reference: reference!, token: token! }, t);
}

/** Answers `POST /confirmations` with `reference` and `token`. Too late and never there get the same answer. */
export async function postConfirmation(request: IncomingMessage, service: Service): Promise<Reply> {
  const body = await readBody(request);
  const { reference, token, language } = asRecord('value' in body ? body.value : undefined);
  const t = requestTranslator(request, service.feed, typeof language === 'string' ? language : undefined);
  const isForm = 'isForm' in body ? body.isForm : body.kind === 'form';
  const fail = (code: ProblemCode): Reply => {
    const problem = problemOf(code, t);
    return isForm ? confirmedPage(t, problem) : problemReply(problem, t);
  };
  if (!('value' in body)) return fail(body.kind === 'too-many-values' ? 'unreadable' : body.kind);
  if (typeof reference !== 'string' || typeof token !== 'string') return fail('unconfirmed');
  if (!(await service.confirm({ reference, token }))) return fail('unconfirmed');
  return isForm ? confirmedPage(t) : jsonReply(200, { status: 'confirmed' });
}
