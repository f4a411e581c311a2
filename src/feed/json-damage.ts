import type { DamageKind, JsonDamage } from './damage.js';

/** The thing that may come next. `first` ones may also be the end of their bracket. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'nothing';

/** A bracket that is open. Columns are indentations: they count from 0. */
interface OpenBracket {
  readonly at: number;
  /** The indentation of the line that it stands on. */
  readonly column: number;
  /** The indentation of its first entry that begins a line; `undefined` before there is one. */
  entryColumn: number | undefined;
}

const MAX_FOUND_CHARACTERS = 40;
const MAX_NEAR_CHARACTERS = 24;

const BLANKS = /[ \t\r\n]*/y;
const PLAIN_TEXT = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]*/y;
const WORD = /[\p{L}_$][\p{L}\p{N}\p{M}_$.-]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const TAG_OR_ENTITY = /<!?\/?[a-zA-Z][^>]{0,80}>?|&#?\w{1,8};/y;
const COMMENT = /\/[/*]|#|<!--/y;
const CODE = /(?:var|let|const|export|module|window|return|callback|function)\b|[\w$.]+\(/y;
/** White space that JSON does not know, and characters that nobody sees. */
const INVISIBLE = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/;
const CURLY_QUOTES = '“”„‟″«»';
const SINGLE_QUOTES = "'’‘‚‛`´′";
const NOT_JSON_WORDS: ReadonlySet<string> = new Set(
  'nan undefined none nil null true false infinity -infinity ja nee yes no'.split(' '),
);

/**
 * Finds where and how a text stops being JSON, in words that are the same in every browser; `undefined` for JSON. Takes
 * time in proportion to the text, whatever is in it, and no stack.
 */
export function findJsonDamage(text: string): JsonDamage | undefined {
  return new JsonScanner(text).scan();
}

class JsonScanner {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #expected: Expected = 'value';
  readonly #open: OpenBracket[] = [];
  /** The end of the last token, and the place of the last comma. */
  #lastEnd = 0;
  #lastComma = -1;
  /** The first place of a line, in a text whose lines are indented, that does not fit the brackets before it. */
  #suspect: number | undefined;
  #isIndented = false;
  /** The indentation of the line. */
  #column = 0;
  /** The place of the bracket that was closed last. */
  #lastClosed = -1;

  constructor(text: string) {
    this.#text = text;
    // As a feed is opened: without the mark and blanks of any kind around it.
    this.#at = text.length - text.replace(/^\ufeff/, '').trimStart().length;
    this.#end = text.trimEnd().length;
    this.#lastEnd = this.#at;
  }

  scan(): JsonDamage | undefined {
    if (this.#at >= this.#end) return this.#damage('empty', 0);
    this.#column = this.#at - this.#lineStartBefore(this.#at);
    for (;;) {
      const startsLine = this.#skipBlanks();
      if (this.#at >= this.#end)
        return this.#expected === 'nothing' ? undefined : this.#structural('cut-off', this.#end);
      if (startsLine && this.#suspect === undefined) this.#checkIndentation();
      const damage = this.#readToken();
      if (damage) return damage;
      this.#lastEnd = this.#at;
    }
  }

  #readToken(): JsonDamage | undefined {
    const sign = this.#text[this.#at]!;
    switch (this.#expected) {
      case 'first-value':
        return sign === ']' ? this.#close() : this.#readValue(sign);
      case 'value':
        return this.#readValue(sign);
      case 'first-key':
        return sign === '}' ? this.#close() : this.#readKey(sign);
      case 'key':
        return this.#readKey(sign);
      case 'colon':
        return this.#readColon(sign);
      case 'comma':
        return this.#readComma(sign);
      case 'nothing':
        return this.#afterEnd(sign);
    }
  }

  #readValue(sign: string): JsonDamage | undefined {
    if (sign === '{' || sign === '[') {
      this.#open.push({ at: this.#at, column: this.#column, entryColumn: undefined });
      this.#expected = sign === '{' ? 'first-key' : 'first-value';
      this.#at += 1;
      return undefined;
    }
    if (sign === '"') return this.#readString(this.#afterValue());
    if (/[-\d]/.test(sign)) return this.#readNumber();
    for (const word of ['true', 'false', 'null'])
      if (this.#match(WORD) === word) {
        this.#at += word.length;
        this.#expected = this.#afterValue();
        return undefined;
      }
    if (sign === ',') return this.#noValue();
    if (sign === '}' || sign === ']') {
      if (this.#lastComma === this.#lastEnd - 1) return this.#damage('extra-comma', this.#lastComma);
      return this.#isAfterColon()
        ? this.#damage('missing-value', this.#lastEnd)
        : this.#structural('bracket');
    }
    if (this.#open.length === 0 && this.#match(CODE)) return this.#damage('code');
    return this.#oddSign(sign) ?? this.#wordInsteadOfValue() ?? this.#damage('unexpected');
  }

  #noValue(): JsonDamage {
    return this.#isAfterColon() ? this.#damage('missing-value', this.#lastEnd) : this.#damage('extra-comma');
  }

  #isAfterColon(): boolean {
    return this.#text[this.#lastEnd - 1] === ':' && this.#expected === 'value';
  }

  #wordInsteadOfValue(): JsonDamage | undefined {
    const word = this.#match(WORD);
    if (word && this.#open.length === 0) return this.#damage('before-start');
    if (!word) return /[+.]/.test(this.#text[this.#at]!) ? this.#damage('bad-number') : undefined;
    return this.#damage(NOT_JSON_WORDS.has(word.toLowerCase()) ? 'unknown-word' : 'unquoted-text');
  }

  #readKey(sign: string): JsonDamage | undefined {
    if (sign === '"') return this.#readString('colon');
    if (sign === '}' || sign === ',')
      return this.#damage('extra-comma', sign === ',' ? this.#at : this.#lastComma);
    if (sign === '{' || sign === '[' || sign === ']') return this.#structural('bracket');
    if (/\d/.test(sign) && this.#lastComma === this.#at - 1 && /\d/.test(this.#text[this.#at - 2] ?? ''))
      return this.#damage('decimal-comma', this.#lastComma);
    const damage = this.#oddSign(sign);
    if (damage) return damage;
    return this.#damage(/[\p{L}\p{N}_$]/u.test(sign) ? 'unquoted-key' : 'unexpected');
  }

  #readColon(sign: string): JsonDamage | undefined {
    if (sign === ':') {
      this.#expected = 'value';
      this.#at += 1;
      return undefined;
    }
    if (this.#at === this.#lastEnd && this.#match(WORD)) return this.#damage('stray-quote');
    return this.#oddSign(sign, true) ?? this.#structural('missing-colon', this.#lastEnd);
  }

  #readComma(sign: string): JsonDamage | undefined {
    if (sign === ',') {
      this.#lastComma = this.#at;
      this.#expected = this.#isInList() ? 'value' : 'key';
      this.#at += 1;
      return undefined;
    }
    if (sign === '}' || sign === ']')
      return (sign === ']') === this.#isInList() ? this.#close() : this.#structural('bracket');
    if (sign === ':') return this.#isInList() ? this.#structural('bracket') : this.#damage('unexpected');
    const isAfterQuote = this.#at === this.#lastEnd && this.#text[this.#at - 1] === '"';
    if (isAfterQuote && this.#match(WORD)) return this.#damage('stray-quote');
    const odd = this.#oddSign(sign, true);
    if (odd) return odd;
    return /["'{[\w-]/.test(sign) ? this.#damage('missing-comma', this.#lastEnd) : this.#damage('unexpected');
  }

  #afterEnd(sign: string): JsonDamage {
    if (sign === ':') return this.#damage('bracket', 0);
    if (/[,}\]]/.test(sign)) return this.#structural('bracket');
    if (/[{["]/.test(sign)) return this.#structural('second-document');
    return this.#oddSign(sign, true) ?? this.#damage('after-end');
  }

  /** Damage by signs that JSON has at no place outside a text; with `isAfter` quotes may follow what is complete. */
  #oddSign(sign: string, isAfter = false): JsonDamage | undefined {
    if (this.#match(COMMENT)) return this.#damage('comment');
    if (this.#match(TAG_OR_ENTITY)) return this.#damage('markup');
    if (CURLY_QUOTES.includes(sign)) return this.#damage('curly-quotes');
    if (SINGLE_QUOTES.includes(sign) && !isAfter) return this.#damage('single-quotes');
    if (sign === '\\')
      return this.#damage(this.#text[this.#at + 1] === '"' ? 'escaped-quotes' : 'bad-escape');
    if (INVISIBLE.test(sign)) return this.#damage('invisible-character');
    return undefined;
  }

  #readString(next: Expected): JsonDamage | undefined {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#at += this.#match(PLAIN_TEXT)!.length;
      const sign = this.#at < this.#end ? this.#text[this.#at]! : '';
      if (sign === '"') break;
      if (sign === '') return this.#damage('cut-off', this.#end, this.#lineOf(this.#open[0]?.at ?? start));
      if (sign !== '\\') return this.#controlCharacter(start, sign);
      const escape = this.#match(ESCAPE);
      if (!escape) return this.#damage('bad-escape');
      this.#at += escape.length;
    }
    this.#at += 1;
    this.#expected = next;
    return undefined;
  }

  /** Damage by a character that a text may not hold as it is. A line that ends may also lack its closing quote. */
  #controlCharacter(start: number, sign: string): JsonDamage {
    if (sign === '\t') return this.#damage('tab');
    if (sign !== '\n' && sign !== '\r') return this.#damage('control-character');
    const line = this.#text.slice(start + 1, this.#at).trimEnd();
    const after = line.at(-2) ?? '';
    const [closing = ''] = /[,:}\]]$/.test(line) ? [after] : [line.at(-1)];
    if (closing && CURLY_QUOTES.includes(closing)) return this.#damage('curly-quotes', start);
    if (closing && SINGLE_QUOTES.includes(closing) && closing !== '’')
      return this.#damage('single-quotes', start);
    const rest = this.#text.slice(this.#at, this.#at + 400).trimStart();
    const goesOn = rest !== '' && !/^(?:["{}[\],]|$)/.test(rest);
    return goesOn ? this.#damage('line-break') : this.#damage('missing-quote', start);
  }

  #readNumber(): JsonDamage | undefined {
    const number = this.#match(NUMBER) ?? '';
    if (number === '' || this.#match(NUMBER_LIKE) !== number) return this.#damage('bad-number');
    this.#at += number.length;
    this.#expected = this.#afterValue();
    return undefined;
  }

  #close(): undefined {
    this.#lastClosed = this.#open.pop()!.at;
    this.#expected = this.#afterValue();
    this.#at += 1;
  }

  #afterValue(): Expected {
    return this.#open.length > 0 ? 'comma' : 'nothing';
  }

  #isInList(): boolean {
    return this.#text[this.#open.at(-1)!.at] === '[';
  }

  /** Skips white space; returns whether a new line has begun. */
  #skipBlanks(): boolean {
    const blanks = this.#match(BLANKS)!;
    this.#at += blanks.length;
    const lastBreak = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
    if (lastBreak < 0) return false;
    this.#column = blanks.length - lastBreak - 1;
    return true;
  }

  /** Compares the indentation of a line with the brackets that are open: where one is wrong, they part at its place. */
  #checkIndentation(): void {
    const bracket = this.#open.at(-1);
    const sign = this.#text[this.#at]!;
    if (!bracket || sign === ',' || this.#expected === 'colon') return;
    const column = this.#column;
    if (sign === '}' || sign === ']') {
      if (column !== bracket.column && this.#isIndented) this.#suspectBracket(bracket);
      return;
    }
    if (this.#expected === 'value' && this.#text[this.#lastEnd - 1] === ':') {
      this.#suspect = this.#lastEnd - 1;
      return;
    }
    const isDeeper = column > bracket.column;
    this.#isIndented ||= isDeeper;
    bracket.entryColumn ??= isDeeper || !this.#isIndented ? column : undefined;
    if (bracket.entryColumn === column) return;
    this.#suspectBracket(bracket);
  }

  #suspectBracket(bracket: OpenBracket): void {
    const outer = this.#open.at(-2);
    // One that was put before the first bracket of a line, in its indentation.
    const lineStart = this.#lineStartBefore(bracket.at);
    const distance = bracket.at - lineStart - this.#column;
    const isBefore =
      outer?.column === bracket.column &&
      this.#lineStartBefore(outer.at) === lineStart &&
      (distance === 0 || distance === 1);
    this.#suspect = isBefore ? outer.at : this.#isExtra(bracket) ? bracket.at : this.#at;
  }

  /** True for the outer one of two brackets of a line of which the inner one is closed: it is one too many. */
  #isExtra({ at, entryColumn }: OpenBracket): boolean {
    const isOuter = entryColumn === undefined && this.#lastClosed > at;
    return isOuter && this.#lineStartBefore(this.#lastClosed) === this.#lineStartBefore(at);
  }

  #lineStartBefore(at: number): number {
    return at === 0
      ? 0
      : Math.max(this.#text.lastIndexOf('\n', at - 1), this.#text.lastIndexOf('\r', at - 1)) + 1;
  }

  /** Damage by brackets, which is often noticed long after its place. */
  #structural(kind: DamageKind, at = this.#at): JsonDamage {
    const bracket = this.#open.at(-1);
    const isEarlier = bracket && this.#lineStartBefore(bracket.at) !== this.#lineStartBefore(at);
    if (kind === 'cut-off' && isEarlier && this.#isExtra(bracket)) this.#suspect ??= bracket.at;
    if (this.#suspect !== undefined) return this.#damage('bracket', this.#suspect, this.#lineOf(at));
    return this.#damage(kind, at, bracket && this.#lineOf(bracket.at));
  }

  #damage(kind: DamageKind, at = this.#at, related?: number): JsonDamage {
    const start = this.#lineStartBefore(at);
    const line = this.#lineOf(at);
    const found = this.#text
      .slice(at, at + MAX_FOUND_CHARACTERS)
      .match(/^(?:[\p{L}\p{N}_$+.-]+|<[^>]*>?|&[#\w]*;|[^])?/u)![0];
    const end = at + MAX_NEAR_CHARACTERS;
    const near = this.#text
      .slice(Math.max(start, at - MAX_NEAR_CHARACTERS), end)
      .split(/[\r\n]/, 1)[0]!
      .trim();
    return { kind, line, column: at - start + 1, found, near, related: related ?? line };
  }

  #lineOf(at: number): number {
    let line = 1;
    for (const { index } of this.#text.matchAll(/\r\n?|\n/g)) {
      if (index >= at) break;
      line += 1;
    }
    return line;
  }

  /** The match of a sticky pattern at the present place; `undefined` for none. */
  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }
}
