/** Names of the ways in which a text is no JSON; their words are in `damage-words/`. */
export type DamageKind =
  | 'empty'
  | 'before-start'
  | 'cut-off'
  | 'extra-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'missing-quote'
  | 'stray-quote'
  | 'single-quotes'
  | 'curly-quotes'
  | 'escaped-quotes'
  | 'unquoted-key'
  | 'unquoted-text'
  | 'unknown-word'
  | 'bad-number'
  | 'decimal-comma'
  | 'bad-escape'
  | 'line-break'
  | 'tab'
  | 'control-character'
  | 'invisible-character'
  | 'comment'
  | 'markup'
  | 'code'
  | 'bracket'
  | 'second-document'
  | 'after-end'
  | 'unexpected';

/** The first place where a text stops being JSON. Lines and columns count from 1. */
export interface JsonDamage {
  readonly kind: DamageKind;
  readonly line: number;
  readonly column: number;
  /** The piece of text that is meant, shortened. */
  readonly found: string;
  /** The text around it in its line, shortened. */
  readonly near: string;
  /** The line of the bracket that is not closed, or on which a wrong bracket is noticed; else that of the place. */
  readonly related: number;
}
