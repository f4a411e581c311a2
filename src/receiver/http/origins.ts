import type { IncomingMessage } from 'node:http';

/** Who may send from a page: the receiver's own site, and the sites on the list. Programs send no origin. */
export class Origins {
  readonly #allowed: ReadonlySet<string>;
  readonly #behindProxy: boolean;

  constructor(allowed: readonly string[], behindProxy: boolean) {
    this.#allowed = new Set(allowed);
    this.#behindProxy = behindProxy;
  }

  allows({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    if (origin === undefined || this.#allowed.has('*') || this.#allowed.has(origin)) return true;
    // Pages that send no referrer have no name either; the browser still says whether it is the same site.
    if (origin === 'null') return headers['sec-fetch-site'] === 'same-origin';
    const forwarded = this.#behindProxy ? lastOf(headers['x-forwarded-host']) : undefined;
    return hostOf(origin) === (forwarded ?? headers.host);
  }

  /** What lets a page of another site read the answer (CORS). */
  headersFor(request: IncomingMessage): Readonly<Record<string, string>> {
    const { origin } = request.headers;
    if (origin === undefined) return { vary: 'Origin' };
    if (!this.allows(request)) return { vary: 'Origin' };
    return {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'Retry-After',
    };
  }
}

/** What a page may send, once it is allowed to send at all. */
export const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Accept, Content-Type, Idempotency-Key',
  'access-control-max-age': '600',
} as const;

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Of a header that every proxy adds to, what the nearest one has written. */
export function lastOf(header: string | string[] | undefined): string | undefined {
  return [header ?? []].flat().join().split(',').at(-1)?.trim() || undefined;
}
