/**
 * Feeds that no server has: slow ones, broken ones, and ones made from the sample feed. Each has an address of its own
 * beside the sample feed, so that a widget asks for it as for any other and its pictures are found.
 */

/** A feed as it is written. */
export interface RawFeed extends Record<string, unknown> {
  enterprises: Record<string, unknown>[];
}

/** Answers a request; `times`: the number of earlier requests for this address. */
export type Answer = (times: number) => Response | Promise<Response>;

const SAMPLE = 'feeds/overvecht.json';
const STORY_FEED = /\/feeds\/story-([\w-]+)\.json$/;
const answers = new Map<string, { readonly answer: Answer; times: number }>();
const realFetch = window.fetch.bind(window);

window.fetch = async (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const known = answers.get(STORY_FEED.exec(address.pathname)?.[1] ?? '');
  if (!known) return realFetch(input, init);
  return unlessAborted(known.answer(known.times++), init?.signal);
};

/** The address at which a feed is had from now on. */
export function feedAt(name: string, answer: Answer): string {
  answers.set(name, { answer, times: 0 });
  return `feeds/story-${name}.json`;
}

/** The sample feed, changed. */
export function changedFeed(name: string, change: (feed: RawFeed) => unknown): string {
  return feedAt(name, async () => Response.json(change(await sampleFeed())));
}

export async function sampleFeed(): Promise<RawFeed> {
  const response = await realFetch(SAMPLE);
  return (await response.json()) as RawFeed;
}

function unlessAborted(
  response: Response | Promise<Response>,
  signal?: AbortSignal | null,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), {
      once: true,
    });
    Promise.resolve(response).then(resolve, reject);
  });
}
