import type { IncomingMessage } from 'node:http';
import type { FeedDocument } from '../../feed/document.js';
import { asRecord } from '../../feed/record.js';
import type { SignupProblem } from '../../signup/contract.js';
import type { ReceiverTranslator } from '../locales/index.js';
import { readBody } from './body.js';
import { wantsPage } from './pages.js';
import { jsonReply, problemOf, problemReply, type ProblemCode, type Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';

interface TextsRequest<Name extends string> {
  /** The texts that a body must have. */
  readonly names: readonly Name[];
  /** Does what is asked; `texts` is `undefined` where one is missing. @returns the problem, if there is one */
  readonly act: (texts: Readonly<Record<Name, string>> | undefined) => Promise<ProblemCode | undefined>;
  /** The status that JSON has where it was done. */
  readonly status: string;
  /** The answer to somebody without script. */
  readonly page: (t: ReceiverTranslator, problem?: SignupProblem) => Reply;
}

/** Answers a POST of a few texts, from a form or in JSON, in its own `language`. */
export async function answerTexts<Name extends string>(
  request: IncomingMessage,
  feed: FeedDocument,
  { names, act, status, page }: TextsRequest<Name>,
): Promise<Reply> {
  const body = await readBody(request);
  const values = asRecord(body.kind === 'read' ? body.value : undefined);
  const { language } = values;
  const t = requestTranslator(request, feed, typeof language === 'string' ? language : undefined);
  const isWhole = names.every((name) => typeof values[name] === 'string');
  const code =
    body.kind === 'read'
      ? await act(isWhole ? (values as Readonly<Record<Name, string>>) : undefined)
      : body.kind === 'too-many-values'
        ? 'unreadable'
        : body.kind;
  const problem = code && problemOf(code, t);
  if (wantsPage(request)) return page(t, problem);
  return problem ? problemReply(problem, t) : jsonReply(200, { status });
}
