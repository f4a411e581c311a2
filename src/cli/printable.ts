/**
 * A line for a terminal: with `\ufffd` for control characters, which would move its cursor or change its colours, and for
 * those that turn the direction of a text.
 */
export const printable = (line: string): string => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');

/** The message of an error for a terminal, which may have lines. */
export const printableError = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').map(printable).join('\n');
