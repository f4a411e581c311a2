import type { IncomingMessage } from 'node:http';
import type { FeedDocument } from '../../feed/document.js';
import { receiverTranslator, type ReceiverTranslator } from '../locales/index.js';

/** A translator for the answer to a request: into the language it asks for, else one of the browser's, else the feed's. */
export function requestTranslator(
  request: IncomingMessage,
  feed: FeedDocument,
  preferred?: string,
): ReceiverTranslator {
  return receiverTranslator(
    preferred,
    ...acceptedLanguages(request.headers['accept-language']),
    feed.head.language,
  );
}

/** The languages of an `Accept-Language` header, in its order: browsers send the best one first. */
function acceptedLanguages(header = ''): readonly string[] {
  return header.split(',').map((part) => part.split(';')[0]!.trim());
}
