import { asRecord } from '../../feed/record.js';
import { flatMap } from '../../lists.js';

/** A later answer is of no use to somebody who is already filling in the form. */
const AVAILABILITY_TIMEOUT_MS = 8_000;

/** Free places by edition (`Availability` of the contract), as the receiver counts them. Empty where it does not answer: a guess would be worse. */
export async function freePlaces(address: string): Promise<ReadonlyMap<string, number>> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(AVAILABILITY_TIMEOUT_MS),
    });
    return response.ok ? readAvailability(await response.json()) : new Map();
  } catch {
    return new Map();
  }
}

function readAvailability(json: unknown): ReadonlyMap<string, number> {
  const { editions } = asRecord(json);
  const list: unknown[] = Array.isArray(editions) ? editions : [];
  return new Map(
    flatMap(list.map(asRecord), ({ id, free }) => {
      const isCount = Number.isInteger(free) && Number(free) >= 0;
      return typeof id === 'string' && isCount ? [[id, Number(free)]] : [];
    }),
  );
}
