/**
 * A line for a terminal: with `\ufffd` for control characters, which would move its cursor or change its colours, and for
 * those that turn the direction of a text.
 */
export const printable = (line: string): string => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
