import { codeOf } from '../error-code.js';
import { DeliveryError, type Deliver } from './deliver.js';
import { signatureOf, webhookKeys } from './signature.js';

const WEBHOOK_TIMEOUT_MS = 10_000;
const GONE = 410;

export interface WebhookOptions {
  /** The time that the webhook has for its answer. */
  readonly timeoutMs?: number;
  /** Called once, when the webhook says that it wants nothing any more. */
  readonly onGone?: () => void;
}

/**
 * Delivers to a webhook, signed as Standard Webhooks say, so that the recipient can verify the sender. Throws where the
 * secret cannot sign. After a 410 it sends nothing any more, as they say too.
 */
export function toWebhook(
  address: string,
  secret: string,
  { timeoutMs = WEBHOOK_TIMEOUT_MS, onGone }: WebhookOptions = {},
): Deliver {
  const keys = webhookKeys(secret);
  let isGone = false;
  return async ({ id, body, signal }) => {
    if (isGone) throw new DeliveryError('gone', { isGone });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const response = await fetch(address, {
      method: 'POST',
      body,
      // The message is for this address alone.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(keys, { id, timestamp, body }),
      },
    }).catch((error: unknown) => {
      throw new DeliveryError(reasonOf(error));
    });
    // Nobody reads what it says, and it may say it for ever.
    await response.body?.cancel().catch(() => {});
    if (response.ok) return;
    if (response.status === GONE && !isGone) {
      isGone = true;
      onGone?.();
    }
    throw new DeliveryError(`status ${response.status}`, {
      retryAfterMs: retryAfterMs(response, Date.now()),
      isGone,
    });
  };
}

/** The reason why there was no answer: the code of the connection's error, else its kind. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause = error } = error;
  return codeOf(cause) ?? error.name;
}

/** The wait that an answer asks for by `Retry-After` (RFC 9110, 10.2.3): seconds or a date. */
function retryAfterMs({ status, headers }: Response, now: number): number {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (status !== 429 && status !== 503) return 0;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
