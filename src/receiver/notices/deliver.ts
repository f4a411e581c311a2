import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';

/** In milliseconds. */
const PATIENCE = { webhook: 10_000, command: 20_000 } as const;

/** Hands a message on; rejects where it did not arrive. `id` is the same each time that a message is tried. */
export type Deliver = (id: string, body: string) => Promise<void>;

/** A webhook, signed as Standard Webhooks says, so that whoever gets it can tell that it is ours. */
export function toWebhook(address: string, secret: string): Deliver {
  const key = keyOf(secret);
  return async (id, body) => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    const response = await fetch(address, {
      method: 'POST',
      body,
      // Elsewhere nobody was meant to read it.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE.webhook),
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

/** Secrets of Standard Webhooks are base64 behind `whsec_`; any other text is taken as it is. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret);
}

/** A command, which gets the message on its standard input and nothing of it in its arguments. */
export function toCommand(command: string): Deliver {
  return (_, body) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, {
        shell: true,
        stdio: ['pipe', 'ignore', 'inherit'],
        timeout: PATIENCE.command,
      });
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`exit ${code ?? 'by signal'}`)),
      );
      // It may not want to read.
      child.stdin.on('error', () => {});
      child.stdin.end(body);
    });
}
