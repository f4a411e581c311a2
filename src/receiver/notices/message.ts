import type { FeedDocument } from '../../feed/document.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import { plainText } from '../../i18n/text.js';
import { receiverTranslator } from '../locales/index.js';
import type { Notice } from './outbox.js';

/** The message that a webhook or a command gets, in the form of Standard Webhooks. */
export interface NoticeMessage {
  readonly type: Notice['event'];
  readonly timestamp: string;
  readonly data: Pick<
    Notice,
    'reference' | 'status' | 'signup' | 'edition' | 'receivedAt' | 'replaces' | 'entry'
  > & {
    /** A text for the participant, to be sent by the recipient of this message. */
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
  /** The public address at which participants withdraw, if there is one. */
  readonly withdrawals: string | undefined;
}

/** The message of a notice, with the feed as it is now. */
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
  const t = receiverTranslator(entry.language, feed.head.language);
  const { language } = t;
  const localeContext = { locale: language, feedLanguage: feed.head.language };
  const signup = feed.read(signups).values.find(({ id }) => id === notice.signup);
  const edition = feed.read(editions).values.find(({ id }) => id === notice.edition);
  const title = plainText(edition?.title ?? signup?.title, localeContext) || notice.signup;
  const contact = plainText(signup?.controller?.contact, localeContext);
  const isOffer = event === 'signup.offered';
  const news = isOffer ? 'mail.offered' : status === 'waiting-list' ? 'mail.waiting' : 'mail.accepted';
  const lines = [
    t('mail.hello', { name: entry.name }),
    t(news, { title }),
    status === 'accepted' && plainText(signup?.nextSteps, localeContext),
    isOffer ? t('mail.notComing') : undefined,
    t('mail.reference', { reference }),
    withdrawals
      ? t('mail.withdraw', { address: withdrawals })
      : contact && t('mail.withdrawContact', { contact }),
    contact && t('mail.questions', { contact }),
  ];
  return {
    language,
    to: {
      name: entry.name,
      ...(entry.email !== undefined && { email: entry.email }),
      ...(entry.phone !== undefined && { phone: entry.phone }),
    },
    subject: t(isOffer ? 'mail.subjectOffered' : 'mail.subject', { title }),
    text: `${lines.filter(Boolean).join('\n\n')}\n`,
  };
}
