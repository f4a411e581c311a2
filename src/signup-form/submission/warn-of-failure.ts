import { KEY_HEADER } from '../../signup/exchange.js';
import type { SignupFailure } from '../outcome.js';

/** Causes that the site's owner can remove. */
const CAUSES: { readonly [reason in SignupFailure['reason']]?: string } = {
  blocked: 'the Content-Security-Policy of this page has to name the host in its connect-src.',
  'no-endpoint': 'the attribute "endpoint" is missing, or no address that can be sent to.',
  uncertain: `no answer that can be read. Another site has to allow this page and the headers "Content-Type" and "${KEY_HEADER}" (CORS).`,
  refused: 'the endpoint refuses it. Does it take this format?',
  gone: 'the endpoint is gone.',
};

const UNREADABLE = 'the endpoint does not answer as a receiver does.';

const warned = new Set<string>();

/** Says once in the console why sign-ups do not arrive, in English: visitors get texts of their own. */
export function warnOfFailure(endpoint: string | undefined, { reason, status }: SignupFailure): void {
  const cause = status && reason === 'uncertain' ? UNREADABLE : CAUSES[reason];
  const line = `[ceal-widgets] ${endpoint ?? '<ceal-signup-form>'}: a sign-up could not be sent: ${cause}${status ? ` (HTTP ${status})` : ''}`;
  if (!cause || warned.has(line)) return;
  warned.add(line);
  console.warn(line);
}
