import { participantMailOf, type ParticipantMail, type MailSource } from './participant-mail.js';
import type { Notice } from './outbox.js';

/** The message that a webhook or a command gets, in the form of Standard Webhooks. */
export interface NoticeBody {
  readonly type: Notice['event'];
  /** The time of what it tells. */
  readonly timestamp: string;
  readonly data: Pick<
    Notice,
    'feed' | 'reference' | 'status' | 'signup' | 'edition' | 'receivedAt' | 'replaces' | 'entry'
  > & {
    readonly confirmBy?: string;
    readonly reason?: 'unconfirmed';
    /** True if the address had a mail within the hour, and so gets none of this. */
    readonly repeated?: true;
    /** A text for the participant, to be sent by the recipient of this message. */
    readonly mail?: ParticipantMail;
  };
}

/**
 * The message of a notice, with the feed as it is now. The same for every attempt, as long as neither the sign-up nor the
 * feed changes. Without `mayMail` it has no text for the participant.
 */
export function noticeBodyOf(
  notice: Notice,
  source: MailSource,
  { mayMail = true }: { readonly mayMail?: boolean } = {},
): NoticeBody {
  const { event, at, feed, reference, status, signup, edition, receivedAt, replaces, entry } = notice;
  const { confirmBy, reason } = notice;
  const mail = mayMail ? participantMailOf(notice, source) : undefined;
  return {
    type: event,
    timestamp: at,
    data: {
      feed,
      reference,
      status,
      signup,
      edition,
      receivedAt,
      replaces,
      entry,
      ...(confirmBy !== null && { confirmBy }),
      ...(reason !== null && { reason }),
      ...(!mayMail && { repeated: true }),
      ...(mail && { mail }),
    },
  };
}
