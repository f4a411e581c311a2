import type { DiagnosticKey } from './diagnostic.js';

export const en: Record<DiagnosticKey, string> = {
  valid: 'Everything fits that this widget reads of the feed.',
  invalid: 'Not everything in the feed fits.',
  'no-feed':
    'No feed was given: in "src", in "data", as JSON inside the element, or by a <ceal-feed> around it.',
  'not-json': 'This is not JSON.',
  'web-page': 'This address gives a web page, not a feed. Is the address right, or does it need a login?',
  'too-large': 'The feed is larger than 16 MiB.',
  'newer-version': 'The feed has a newer format than this copy of ceal-widgets reads. Update ceal-widgets.',
  'not-a-feed': 'The JSON is no CEAL feed: an object with "version" and "id" is expected.',
  'bad-address': 'The address in "src" cannot be read.',
  'not-found': 'There is nothing at this address.',
  refused: 'The server does not allow access to this address.',
  'server-error': 'The server has a problem.',
  'timed-out': 'No whole answer came within 12 seconds.',
  'opened-from-disk':
    'This page was opened as a file on a computer. Browsers then give it no files beside it. Open it through a web server.',
  offline: 'This device is offline.',
  'blocked-by-policy':
    'The Content-Security-Policy of this page blocks the request. Add the host to its connect-src.',
  unreachable:
    'No answer came. A feed on another site needs "Access-Control-Allow-Origin" (CORS) from that site.',
};
