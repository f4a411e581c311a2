import type { IncomingMessage } from 'node:http';
import type { Service } from '../service.js';
import { confirmationPage, confirmedPage } from './pages.js';
import { answerTexts } from './answer-texts.js';
import type { Reply } from './reply.js';
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
export function postConfirmation(request: IncomingMessage, service: Service): Promise<Reply> {
  return answerTexts(request, service.feed, {
    names: ['reference', 'token'],
    act: async (by) => (by && (await service.confirm(by)) ? undefined : 'unconfirmed'),
    status: 'confirmed',
    page: confirmedPage,
  });
}
