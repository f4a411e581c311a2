import type { FeedDocument } from '../../feed/document.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import { languageFor, t, textIn } from '../words.js';
import type { Notice } from './outbox.js';

/** What is handed to a webhook or a command, in the manner of Standard Webhooks. */
export interface NoticeMessage {
  readonly type: Notice['event'];
  readonly timestamp: string;
  readonly data: Pick<
    Notice,
    'reference' | 'status' | 'signup' | 'edition' | 'receivedAt' | 'replaces' | 'entry'
  > & {
    /** For the participant; to be sent by whoever gets this. */
    readonly confirmation?: Confirmation;
  };
}

/** A message to a participant, in the language in which the form was read. */
export interface Confirmation {
  readonly language: string;
  readonly to: { readonly name: string; readonly email?: string; readonly phone?: string };
  readonly subject: string;
  readonly text: string;
}

export interface MessageSource {
  readonly feed: FeedDocument;
  /** Where a participant can withdraw, if that is known. */
  readonly withdrawals: string | undefined;
}

export function messageOf(notice: Notice, source: MessageSource, instant: number): NoticeMessage {
  const { event, reference, status, signup, edition, receivedAt, replaces, entry } = notice;
  const confirmation = confirmationOf(notice, source);
  return {
    type: event,
    timestamp: new Date(instant).toISOString(),
    data: {
      reference,
      status,
      signup,
      edition,
      receivedAt,
      replaces,
      entry,
      ...(confirmation && { confirmation }),
    },
  };
}

function confirmationOf(notice: Notice, { feed, withdrawals }: MessageSource): Confirmation | undefined {
  const { event, entry, reference, status } = notice;
  if (!entry || event === 'signup.withdrawn') return undefined;
  const language = languageFor(entry.language, feed.head.language);
  const signup = feed.read(signups).values.find(({ id }) => id === notice.signup);
  const edition = feed.read(editions).values.find(({ id }) => id === notice.edition);
  const told = edition?.title ?? signup?.title;
  const title = told ? textIn(told, language, feed.head.language) : notice.signup;
  const contact = signup?.controller && textIn(signup.controller.contact, language, feed.head.language);
  const isOffer = event === 'signup.offered';
  const news = isOffer ? 'mail.offered' : status === 'waiting-list' ? 'mail.waiting' : 'mail.accepted';
  const lines = [
    t(language, 'mail.hello', { name: entry.name }),
    t(language, news, { title }),
    signup?.nextSteps && status === 'accepted'
      ? textIn(signup.nextSteps, language, feed.head.language)
      : undefined,
    isOffer ? t(language, 'mail.notComing') : undefined,
    t(language, 'mail.reference', { reference }),
    withdrawals
      ? t(language, 'mail.withdraw', { address: withdrawals })
      : contact && t(language, 'mail.withdrawContact', { contact }),
    contact && t(language, 'mail.questions', { contact }),
  ];
  return {
    language,
    to: {
      name: entry.name,
      ...(entry.email !== undefined && { email: entry.email }),
      ...(entry.phone !== undefined && { phone: entry.phone }),
    },
    subject: t(language, isOffer ? 'mail.subjectOffered' : 'mail.subject', { title }),
    text: `${lines.filter(Boolean).join('\n\n')}\n`,
  };
}
