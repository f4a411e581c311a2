/// <reference types="mocha" />
/** Addresses that only a test knows. Everything else goes to the network as ever. */

/**
 * Answers a request; `times` is how often this address was asked before, `signal` tells when nobody listens any more,
 * `init` is what was asked.
 */
export type Answer = (
  times: number,
  signal: AbortSignal | undefined,
  init: RequestInit | undefined,
) => Response | Promise<Response>;

export interface Place {
  readonly address: string;
  /** Number of requests. */
  readonly asked: number;
  /** Number of requests that were aborted. */
  readonly abandoned: number;
  answer: Answer;
}

const places = new Map<string, { -readonly [K in keyof Place]: Place[K] }>();
const real = window.fetch.bind(window);
let count = 0;

window.fetch = (input, init) => {
  const place = places.get(new URL(input instanceof Request ? input.url : input, document.baseURI).href);
  if (!place) return real(input, init);
  const signal = init?.signal ?? undefined;
  signal?.addEventListener('abort', () => place.abandoned++, { once: true });
  // An answer that throws is a connection that fails.
  const answer = new Promise<Response>((resolve) => resolve(place.answer(place.asked++, signal, init)));
  return unlessAborted(answer, signal);
};

afterEach(() => places.clear());

/** An address of its own, until the end of the test. */
export function placeWith(answer: Answer): Place {
  const address = new URL(`/feeds-of-tests/${++count}.json`, document.baseURI).href;
  const place = { address, asked: 0, abandoned: 0, answer };
  places.set(address, place);
  return place;
}

/** An address that gives a feed. */
export const placeOf = (feed: unknown): Place => placeWith(() => Response.json(feed));

/** An address where there is nothing. */
export const nowhere = (): Place => placeWith(() => new Response(null, { status: 404 }));

/** An address that keeps silent until it is told what to say. */
export function silentPlace(): Place & { readonly respond: (response: Response) => void } {
  let respond!: (response: Response) => void;
  const answer = new Promise<Response>((resolve) => (respond = resolve));
  return Object.assign(
    placeWith(() => answer),
    { respond },
  );
}

function unlessAborted(response: Promise<Response>, signal?: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    response.then(resolve, reject);
  });
}
