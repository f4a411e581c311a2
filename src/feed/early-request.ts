/** A request for a feed that the loader began before the code that reads feeds was there. */
export interface EarlyRequest {
  /** The absolute address. */
  readonly address: string;
  readonly response: Promise<Response>;
  /** The time when it began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** True once the answer has begun to come. */
  isAnswered: boolean;
  /** Number of elements for which it was begun. */
  holders: number;
  /** True once one of them has it. On the request itself, as two copies of this library may share it. */
  isTaken: boolean;
  abort(): void;
}

/** The key on an element; `embed/early-requests.ts` sets it. The loader has no module in common with the chunks. */
const REQUEST_KEY = Symbol.for('ceal-widgets/feed-request');

type Holder = { [REQUEST_KEY]?: EarlyRequest | undefined };

/** Passes the request that was begun for a placeholder on to its element. */
export function passEarlyRequest(from: object, to: object): void {
  (to as Holder)[REQUEST_KEY] = (from as Holder)[REQUEST_KEY];
}

/** Takes the request that was begun for an element; `undefined` for none, one for another address, and one in use. */
export function takeEarlyRequest(element: object, address: string): EarlyRequest | undefined {
  const holder = element as Holder;
  const request = holder[REQUEST_KEY];
  delete holder[REQUEST_KEY];
  if (!request || request.isTaken) return undefined;
  request.holders--;
  if (request.address === address) {
    request.isTaken = true;
    return request;
  }
  if (request.holders === 0) request.abort();
  return undefined;
}
