import { isAbsent } from './record.js';

/** Names that fields had before version 1.0, by their name now: they ask for a second reading. */
const FORMER_NAMES: Readonly<Record<string, string | undefined>> = {
  alternative: 'or',
  successorId: 'becameId',
  retentionMonths: 'keepMonths',
  nextSteps: 'next',
};

/** The key under which an object has a field: its name, or the one that it had. */
export function keyIn(object: Readonly<Record<string, unknown>>, name: string): string {
  const former = FORMER_NAMES[name];
  return former !== undefined && isAbsent(object[name]) && !isAbsent(object[former]) ? former : name;
}
