import type { IncomingMessage } from 'node:http';
import { MAX_LENGTH } from '../../signup/contract.js';
import type { Service } from '../service.js';
import { withdrawalPage, withdrawnPage } from './pages.js';
import { answerTexts } from './answer-texts.js';
import type { Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';

/** Answers `GET /withdrawals` with a page on which a visitor withdraws, without script. */
export function getWithdrawal(request: IncomingMessage, { feed }: Service): Reply {
  return withdrawalPage(requestTranslator(request, feed));
}

/**
 * Answers `POST /withdrawals` with `reference` and `contact`. A wrong reference and a wrong contact get the same answer:
 * nobody learns here who has signed up.
 */
export function postWithdrawal(request: IncomingMessage, service: Service): Promise<Reply> {
  return answerTexts(request, service.feed, {
    names: ['reference', 'contact'],
    act: async (by) => {
      if (!by) return 'unreadable';
      const isLong = [by.reference, by.contact].some((text) => text.length > MAX_LENGTH.text);
      return !isLong && (await service.withdraw(by)) ? undefined : 'not-found';
    },
    status: 'withdrawn',
    page: (t, problem) => (problem ? withdrawalPage(t, problem) : withdrawnPage(t)),
  });
}
