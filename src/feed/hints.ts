import type { FailureReason } from './request.js';

/** For the site's owner, in the console. Visitors get their own words, in their own language, in the page. */
export const HINTS: Record<FailureReason, string> = {
  'not-json': 'the answer is not JSON, or breaks off. Check the feed with a JSON validator.',
  'web-page': 'the address gives a web page, not a feed. Is the address right, or does it need a login?',
  'too-large': 'the feed is larger than 16 MiB.',
  'newer-version': 'the feed has a newer format than this copy of ceal-widgets reads. Update ceal-widgets.',
  'not-a-feed': 'the JSON is no CEAL feed: an object with "version" and "id" is expected.',
  'bad-address': 'the address in "src" cannot be read.',
  'not-found': 'there is nothing at this address.',
  refused: 'the server does not allow access to this address.',
  'server-error': 'the server has a problem.',
  'timed-out': 'no whole answer within 12 seconds.',
  offline: 'this device is offline.',
  'blocked-by-policy':
    'the Content-Security-Policy of this page blocks the request. Add the host to its connect-src.',
  unreachable:
    'no answer. If the feed is on another site, that site must send "Access-Control-Allow-Origin" (CORS).',
};
