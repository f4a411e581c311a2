import type { IncomingMessage } from 'node:http';
import { asRecord } from '../../feed/record.js';
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
  const fail = (code: ProblemCode): Reply => {
    const problem = problemOf(code, t);
    return body.kind === 'form' ? withdrawalPage(t, problem) : problemReply(problem, t);
  };
  if (!('value' in body)) return fail(body.kind);
  if (typeof reference !== 'string' || typeof contact !== 'string') return fail('unreadable');
  if (!(await service.withdraw({ reference, contact }))) return fail('not-found');
  return body.kind === 'form' ? withdrawnPage(t) : jsonReply(200, { status: 'withdrawn' });
}
