import type { FeedDocument } from '../../feed/document.js';
import { editions } from '../../feed/sections/editions.js';
import { plainText } from '../../i18n/text.js';
import type { ConfirmationLinks } from '../confirmation-links.js';
import { signupWords } from '../feed/signup-words.js';
import { receiverTranslator } from '../locales/index.js';
import { isMailable, toMessage } from './mail.js';
import { mailName } from './mail-name.js';
import type { Notice } from './outbox.js';

/** A message to a participant, in the language in which the form was read. Nothing in it was typed but the name. */
export interface ParticipantMail {
  readonly language: string;
  readonly to: {
    /** Absent where it could be more than a name. */
    readonly name?: string;
    readonly email?: string;
    readonly phone?: string;
  };
  readonly subject: string;
  readonly text: string;
  /** The whole mail (RFC 5322, MIME), for `sendmail -t`; absent without an address that it can go to. */
  readonly message?: string;
}

export interface MailSource {
  readonly feed: FeedDocument;
  /** The public address at which participants withdraw, if there is one. */
  readonly withdrawals: string | undefined;
  /** The sender of mails, as `Name <name@example.org>`; without it the mail server's own. */
  readonly mailFrom?: string | undefined;
  /** What participants are asked who have to confirm their address. */
  readonly confirm?: { readonly hours: number; readonly links: ConfirmationLinks } | undefined;
}

/** What a participant should read; `undefined` where there is nothing to tell, or another notice tells more. */
export function participantMailOf(notice: Notice, source: MailSource): ParticipantMail | undefined {
  const { event, entry, at, offeredAt } = notice;
  if (!entry || event === 'signup.withdrawn') return undefined;
  // The place that came free meanwhile is told by the offer.
  if (event === 'signup.received' && offeredAt !== null) return undefined;
  const { phone } = entry;
  const name = mailName(entry.name);
  const email = entry.email !== undefined && isMailable(entry.email) ? entry.email : undefined;
  const { language, subject, text } = textOf(notice, { name, language: entry.language }, source);
  return {
    language,
    to: {
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
    },
    subject,
    text,
    ...(email !== undefined && {
      message: toMessage({
        from: source.mailFrom,
        to: { name, address: email },
        subject,
        text,
        language,
        date: at,
      }),
    }),
  };
}

function textOf(
  { event, feed: feedId, reference, status, signup: signupId, edition: editionId, confirmBy }: Notice,
  reader: { readonly name: string | undefined; readonly language: string },
  { feed, withdrawals, confirm }: MailSource,
): Pick<ParticipantMail, 'language' | 'subject' | 'text'> {
  const t = receiverTranslator(reader.language, feed.head.language);
  const { language } = t;
  const { signup, localeContext, contact } = signupWords(feed, signupId, language);
  const edition = feed.read(editions).values.find(({ id }) => id === editionId);
  const title = plainText(edition?.title ?? signup?.title, localeContext) || signupId;
  const isOffer = event === 'signup.offered';
  const news = isOffer ? 'mail.offered' : status === 'waiting-list' ? 'mail.waiting' : 'mail.accepted';
  const lines = [
    reader.name === undefined ? t('mail.helloAnybody') : t('mail.hello', { name: reader.name }),
    t(news, { title }),
    confirmBy !== null &&
      confirm &&
      t('mail.confirm', { n: confirm.hours, address: confirm.links.linkOf(feedId, reference, language) }),
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
    subject: t(isOffer ? 'mail.subjectOffered' : 'mail.subject', { title }),
    text: `${lines.filter(Boolean).join('\n\n')}\n`,
  };
}
