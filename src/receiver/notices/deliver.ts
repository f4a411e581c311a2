import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';

const WEBHOOK_TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 20_000;

/** Delivers a message; rejects where it did not arrive. `id` is the same at every attempt. */
export type Deliver = (id: string, body: string) => Promise<void>;

/** Delivers to a webhook, signed as Standard Webhooks says, so that the recipient can verify the sender. */
export function toWebhook(address: string, secret: string): Deliver {
  const key = keyOf(secret);
  return async (id, body) => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    const response = await fetch(address, {
      method: 'POST',
      body,
      // The message is for this address alone.
      redirect: 'error',
      signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`status ${response.status}`);
  };
}

/** The key of a secret: Standard Webhooks write base64 behind `whsec_`; any other text is the key itself. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret);
}

/** Delivers to a command, on its standard input; nothing of the message is in its arguments. */
export function toCommand(command: string): Deliver {
  return (_, body) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, {
        shell: true,
        stdio: ['pipe', 'ignore', 'inherit'],
        timeout: COMMAND_TIMEOUT_MS,
      });
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`exit ${code ?? 'by signal'}`)),
      );
      // A command that does not read its input ends the pipe early.
      child.stdin.on('error', () => {});
      child.stdin.end(body);
    });
}
