/** A receiver's log, kept to be looked at. */
import type { Log } from '../../../src/receiver/log.js';
import type { LogLine } from './served.js';

export interface KeptLog {
  readonly log: LogLine[];
  /** Writes a line. */
  readonly note: Log;
  readonly linesOf: (event: string) => readonly LogLine[];
}

/** Makes a log that keeps its lines. */
export function keptLog(): KeptLog {
  const log: LogLine[] = [];
  return {
    log,
    note: (event, facts) => log.push({ event, ...facts }),
    linesOf: (event) => log.filter((line) => line.event === event),
  };
}
