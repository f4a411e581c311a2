import { createHmac } from 'node:crypto';

/** The sizes of a key that Standard Webhooks allow. */
const MIN_KEY_BYTES = 24;
const MAX_KEY_BYTES = 64;
/** The present secret, and the one before or after it while they are changed. */
const MAX_SECRETS = 2;

const SECRET_HELP = `CEAL_WEBHOOK_SECRET is whsec_ and the base64 of ${MIN_KEY_BYTES} to ${MAX_KEY_BYTES} bytes, or two of these with a space between. Make one: echo "whsec_$(openssl rand -base64 32)"`;

/** A secret cannot sign: its message is for whoever starts the receiver. */
export class WebhookSecretError extends Error {
  constructor() {
    super(SECRET_HELP);
  }
}

/**
 * The keys of a webhook's secret as Standard Webhooks write it: `whsec_` and base64; two of them, between spaces, while
 * one takes the place of the other. Throws `WebhookSecretError` for anything else.
 */
export function webhookKeys(secrets: string): readonly Buffer[] {
  const written = secrets.split(' ').filter((secret) => secret !== '');
  const keys = written.flatMap((secret) => keyOf(secret) ?? []);
  if (keys.length === 0 || keys.length > MAX_SECRETS || keys.length < written.length)
    throw new WebhookSecretError();
  return keys;
}

function keyOf(secret: string): Buffer | undefined {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  if (base64 === undefined) return undefined;
  const key = Buffer.from(base64, 'base64');
  // Node decodes what is cut off or padded wrongly as well as it can.
  const isWhole = key.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '');
  return isWhole && key.length >= MIN_KEY_BYTES && key.length <= MAX_KEY_BYTES ? key : undefined;
}

/** What is signed: an id that is the same at each attempt, seconds since 1970, and the body. */
interface SignedContent {
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
}

/** The value of `webhook-signature`: a signature by each key (Standard Webhooks, version 1). */
export function signatureOf(keys: readonly Buffer[], { id, timestamp, body }: SignedContent): string {
  return keys
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ');
}
