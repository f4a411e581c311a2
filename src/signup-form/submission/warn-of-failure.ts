import type { SignupFailure } from '../outcome.js';

/** Causes that the site's owner can remove. */
const CAUSES: { readonly [reason in SignupFailure['reason']]?: string } = {
  blocked: 'the Content-Security-Policy of this page blocks it. Add the host to its connect-src.',
  'no-endpoint': 'the attribute "endpoint" is missing, or is no address that can be sent to.',
  uncertain:
    'no answer that can be read. If the endpoint is on another site, that site must allow this page and the headers "Content-Type" and "Idempotency-Key" (CORS).',
  refused: 'the endpoint refuses it. Does it take this format?',
  gone: 'the endpoint says that it is gone.',
};

const UNREADABLE = 'the endpoint has a problem, or its answer is not the one of a receiver.';

const warned = new Set<string>();

/** Says once in the console why sign-ups do not arrive, in English: visitors get texts of their own. */
export function warnOfFailure(endpoint: string | undefined, { reason, status }: SignupFailure): void {
  const cause = status && reason === 'uncertain' ? UNREADABLE : CAUSES[reason];
  const line = `${endpoint ?? '<ceal-signup-form>'}: a sign-up could not be sent: ${cause}${status ? ` (HTTP ${status})` : ''}`;
  if (!cause || warned.has(line)) return;
  warned.add(line);
  console.warn(`[ceal-widgets] ${line}`);
}
