import type { Outcome } from '../outcome.js';

type Failed = Extract<Outcome, { kind: 'failed' }>;

const HINTS: { readonly [reason in Failed['reason']]?: string } = {
  blocked: 'the Content-Security-Policy of this page blocks it. Add the host to its connect-src.',
  'no-endpoint': 'the attribute "endpoint" is missing, or is no address that can be sent to.',
  unsure:
    'no answer that can be read. If the endpoint is on another site, that site must allow this page and the headers "Content-Type" and "Idempotency-Key" (CORS).',
  refused: 'the endpoint refuses it. Does it take this format?',
  gone: 'the endpoint says that it is gone.',
};

const UNREADABLE = 'the endpoint has a problem, or its answer is not the one of a receiver.';

const said = new Set<string>();

/** Says once in the console, to the site's owner, why sign-ups do not arrive. Visitors get words of their own. */
export function hintOwner(endpoint: string | undefined, { reason, status }: Failed): void {
  const hint = status && reason === 'unsure' ? UNREADABLE : HINTS[reason];
  const line = `${endpoint ?? '<ceal-signup-form>'}: a sign-up could not be sent: ${hint}${status ? ` (HTTP ${status})` : ''}`;
  if (!hint || said.has(line)) return;
  said.add(line);
  console.warn(`[ceal-widgets] ${line}`);
}
