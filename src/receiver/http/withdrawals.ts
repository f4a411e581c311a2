import type { IncomingMessage } from 'node:http';
import { asRecord } from '../../feed/record.js';
import type { Service } from '../service.js';
import { acceptedLanguages, languageFor, type Language } from '../words.js';
import { readBody } from './body.js';
import { withdrawalPage, withdrawnPage } from './pages.js';
import { json, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';

/** `GET /withdrawals`: a page on which a visitor withdraws, without script. */
export function getWithdrawal(request: IncomingMessage, service: Service): Reply {
  return withdrawalPage(languageOf(request, service, undefined));
}

/**
 * `POST /withdrawals` with `reference` and `contact`. Whether the reference or the contact was wrong is not said: nobody
 * learns here who has signed up.
 */
export async function postWithdrawal(request: IncomingMessage, service: Service): Promise<Reply> {
  const body = await readBody(request);
  const { reference, contact, language: given } = asRecord('value' in body ? body.value : undefined);
  const language = languageOf(request, service, given);
  const fail = (code: ProblemCode): Reply => {
    const problem = problemOf(code, language);
    return body.kind === 'form' ? withdrawalPage(language, problem) : problemReply(problem, language);
  };
  if (!('value' in body)) return fail(body.kind);
  if (typeof reference !== 'string' || typeof contact !== 'string') return fail('unreadable');
  if (!(await service.withdraw({ reference, contact }))) return fail('not-found');
  return body.kind === 'form' ? withdrawnPage(language) : json(200, { status: 'withdrawn' });
}

function languageOf(request: IncomingMessage, service: Service, given: unknown): Language {
  const accepted = acceptedLanguages(request.headers['accept-language']);
  return languageFor(typeof given === 'string' ? given : undefined, ...accepted, service.feed.head.language);
}
