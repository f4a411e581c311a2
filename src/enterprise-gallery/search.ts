import { type LocaleContext, plainText } from '../i18n/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';
import { fold, searchWords } from './fold.js';

/** What is searched of one enterprise, folded. */
interface Entry {
  readonly name: string;
  readonly tagline: string;
  readonly rest: string;
}

/** Folded text of every enterprise, made when the first search needs it and kept for the next ones. */
export class SearchIndex {
  readonly #catalogue: Catalogue;
  readonly #reader: LocaleContext;
  readonly #entries: Entry[] = [];

  constructor(catalogue: Catalogue, localeContext: LocaleContext) {
    this.#catalogue = catalogue;
    this.#reader = localeContext;
  }

  /** Makes at most `count` entries more; whether all are there now. */
  prepare(count: number): boolean {
    const { enterprises } = this.#catalogue;
    const end = Math.min(this.#entries.length + count, enterprises.length);
    for (let at = this.#entries.length; at < end; at++) this.#entries.push(this.#entryOf(enterprises[at]!));
    return end === enterprises.length;
  }

  /**
   * The enterprises in which every word of the query stands somewhere, the best first: the name counts before the
   * tagline, the tagline before the rest, the start of a word before its middle. Equally good ones keep their order.
   */
  find(query: string): readonly Enterprise[] {
    const { enterprises } = this.#catalogue;
    const words = searchWords(query);
    if (words.length === 0) return enterprises;
    this.prepare(enterprises.length);
    const found: { enterprise: Enterprise; score: number }[] = [];
    for (const [at, entry] of this.#entries.entries()) {
      const score = scoreOf(entry, words);
      if (score > 0) found.push({ enterprise: enterprises[at]!, score });
    }
    return found.sort((a, b) => b.score - a.score).map(({ enterprise }) => enterprise);
  }

  #entryOf(enterprise: Enterprise): Entry {
    const t = (text: Parameters<typeof plainText>[0]) => plainText(text, this.#reader);
    const { theme, neighbourhood, edition } = this.#catalogue.labels;
    const rest = [
      t(enterprise.description),
      t(enterprise.place?.name),
      ...enterprise.themes.map((id) => t(theme.get(id))),
      t(neighbourhood.get(enterprise.neighbourhood ?? '')),
      t(edition.get(enterprise.edition ?? '')),
    ];
    return {
      name: fold([t(enterprise.name), ...enterprise.alternateNames.map(t)].join('\n')),
      tagline: fold(t(enterprise.tagline)),
      rest: fold(rest.join('\n')),
    };
  }
}

/** 0 when a word is nowhere to be found. */
function scoreOf(entry: Entry, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const worth =
      3 * worthIn(entry.name, word, 4) || 2 * worthIn(entry.tagline, word, 1) || worthIn(entry.rest, word, 1);
    if (worth === 0) return 0;
    score += worth;
  }
  return score;
}

/** 2 × weight at the start of a word, the weight itself inside one, 0 nowhere. */
function worthIn(text: string, word: string, weight: number): number {
  let at = text.indexOf(word);
  if (at < 0) return 0;
  for (; at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !isLetter(text[at - 1]!)) return 2 * weight;
  return weight;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
