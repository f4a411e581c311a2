import type { Log } from '../log.js';
import { toCommand } from './command.js';
import { toEach, type Deliver } from './deliver.js';
import { toWebhook } from './webhook.js';

/** Those who are told of sign-ups. */
interface Recipients {
  readonly webhook?: { readonly address: string; readonly secret: string } | undefined;
  readonly command?: string | undefined;
}

/** Delivers to the webhook and to the command; `undefined` where there is neither. Throws for a secret that is none. */
export function deliverTo({ webhook, command }: Recipients, log: Log): Deliver | undefined {
  const recipients = [
    ...(webhook ? [toWebhook(webhook.address, webhook.secret, { onGone: () => log('webhook-gone') })] : []),
    ...(command ? [toCommand(command)] : []),
  ];
  return recipients.length === 0 ? undefined : toEach(recipients);
}
