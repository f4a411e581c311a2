import type { IncomingMessage } from 'node:http';

/** The sites whose pages may send: the receiver's own, and those on the list. Programs send no `Origin`, and may. */
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
    // Pages with `no-referrer` send the origin `null`; `Sec-Fetch-Site` still tells the receiver's own.
    if (origin === 'null') return headers['sec-fetch-site'] === 'same-origin';
    const forwarded = this.#behindProxy ? lastValue(headers['x-forwarded-host']) : undefined;
    return originsOf(forwarded ?? headers.host ?? '').includes(origin);
  }

  /** The headers that let a page of an allowed site read the answer (CORS). */
  headersFor(request: IncomingMessage): Readonly<Record<string, string>> {
    const { origin } = request.headers;
    if (origin === undefined || !this.allows(request)) return { vary: 'Origin' };
    return {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'Retry-After',
    };
  }
}

/** The answer to a preflight of an allowed site (CORS). */
export const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Accept, Content-Type, Idempotency-Key',
  'access-control-max-age': '600',
} as const;

/**
 * The origins of a host as a browser writes them (RFC 6454 §6.2), to be compared as text: a parser takes more than
 * browsers send. In both schemes, as a proxy may do the TLS.
 */
function originsOf(host: string): readonly string[] {
  return ['http:', 'https:'].flatMap((scheme) => {
    const address = `${scheme}//${host}`;
    return URL.canParse(address) ? new URL(address).origin : [];
  });
}

/** The last value of a header that every proxy adds to: the one that the nearest proxy has written. */
export function lastValue(header: string | string[] | undefined): string | undefined {
  return [header ?? []].flat().join().split(',').at(-1)?.trim() || undefined;
}
