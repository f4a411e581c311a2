import type { IncomingMessage } from 'node:http';
import { asRecord } from '../../feed/record.js';
import { MAX_LENGTH } from '../../signup/contract.js';
import type { Service } from '../service.js';
import { readBody } from './body.js';
import { withdrawalPage, withdrawnPage } from './pages.js';
import { jsonReply, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';

/** Answers `GET /withdrawals` with a page on which a visitor withdraws, without script. */
export function getWithdrawal(request: IncomingMessage, { feed }: Service): Reply {
  return withdrawalPage(requestTranslator(request, feed));
}

/**
 * Answers `POST /withdrawals` with `reference` and `contact`. A wrong reference and a wrong contact get the same answer:
 * nobody learns here who has signed up.
 */
export async function postWithdrawal(request: IncomingMessage, service: Service): Promise<Reply> {
  const body = await readBody(request);
  const { reference, contact, language } = asRecord('value' in body ? body.value : undefined);
  const t = requestTranslator(request, service.feed, typeof language === 'string' ? language : undefined);
  const isForm = 'isForm' in body ? body.isForm : body.kind === 'form';
  const fail = (code: ProblemCode): Reply => {
    const problem = problemOf(code, t);
    return isForm ? withdrawalPage(t, problem) : problemReply(problem, t);
  };
  if (!('value' in body)) return fail(body.kind === 'too-many-values' ? 'unreadable' : body.kind);
  if (typeof reference !== 'string' || typeof contact !== 'string') return fail('unreadable');
  const isLong = [reference, contact].some((text) => text.length > MAX_LENGTH.text);
  if (isLong || !(await service.withdraw({ reference, contact }))) return fail('not-found');
  return isForm ? withdrawnPage(t) : jsonReply(200, { status: 'withdrawn' });
}
