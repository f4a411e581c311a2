import type { Availability } from '../../signup/contract.js';

/** In milliseconds. What comes later is of no use to somebody who is already filling in. */
const PATIENCE = 8_000;

/** Free places by edition, as the receiver counts them. Empty where it does not answer: a guess would be worse. */
export async function freePlaces(address: string): Promise<ReadonlyMap<string, number>> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.ok ? readAvailability(await response.json()) : new Map();
  } catch {
    return new Map();
  }
}

function readAvailability(answer: unknown): ReadonlyMap<string, number> {
  const { editions } = (answer ?? {}) as Partial<Availability>;
  const told = Array.isArray(editions) ? (editions as unknown[]) : [];
  return new Map(
    told.flatMap((edition) => {
      const { id, free } = (edition ?? {}) as Record<string, unknown>;
      return typeof id === 'string' && Number.isInteger(free) && Number(free) >= 0
        ? [[id, Number(free)]]
        : [];
    }),
  );
}
