import { type LocaleContext, plainText, type Text } from '../i18n/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';
import { fold, searchTerms } from './fold.js';

/** Texts of one enterprise that are searched, folded. */
interface SearchEntry {
  readonly name: string;
  readonly tagline: string;
  readonly rest: string;
}

/** Folded texts of all enterprises, made when the first search needs them and kept for the next ones. */
export class SearchIndex {
  readonly #catalogue: Catalogue;
  readonly #localeContext: LocaleContext;
  readonly #entries: SearchEntry[] = [];

  constructor(catalogue: Catalogue, localeContext: LocaleContext) {
    this.#catalogue = catalogue;
    this.#localeContext = localeContext;
  }

  /** Makes at most `count` more entries. Returns true when all are there. */
  prepare(count: number): boolean {
    const { enterprises } = this.#catalogue;
    const end = Math.min(this.#entries.length + count, enterprises.length);
    for (let index = this.#entries.length; index < end; index++)
      this.#entries.push(this.#entryOf(enterprises[index]!));
    return end === enterprises.length;
  }

  /**
   * The enterprises in which every word of a text stands somewhere, the best first: the name counts before the tagline,
   * the tagline before the rest, the start of a word before its middle. Equally good ones keep their order.
   */
  find(text: string): readonly Enterprise[] {
    const { enterprises } = this.#catalogue;
    const terms = searchTerms(text);
    if (terms.length === 0) return enterprises;
    this.prepare(enterprises.length);
    const found: { enterprise: Enterprise; score: number }[] = [];
    this.#entries.forEach((entry, index) => {
      const score = scoreOf(entry, terms);
      if (score > 0) found.push({ enterprise: enterprises[index]!, score });
    });
    return found.sort((a, b) => b.score - a.score).map(({ enterprise }) => enterprise);
  }

  #entryOf(enterprise: Enterprise): SearchEntry {
    const plain = (text: Text | undefined) => plainText(text, this.#localeContext);
    const { theme, neighbourhood, edition } = this.#catalogue.labels;
    const rest = [
      plain(enterprise.description),
      plain(enterprise.place?.name),
      ...enterprise.themes.map((id) => plain(theme.get(id))),
      plain(neighbourhood.get(enterprise.neighbourhood ?? '')),
      plain(edition.get(enterprise.edition ?? '')),
    ];
    return {
      name: fold([plain(enterprise.name), ...enterprise.alternateNames.map(plain)].join('\n')),
      tagline: fold(plain(enterprise.tagline)),
      rest: fold(rest.join('\n')),
    };
  }
}

/** Sum of what the terms are worth; 0 when one of them is nowhere to be found. */
function scoreOf(entry: SearchEntry, terms: readonly string[]): number {
  let score = 0;
  for (const term of terms) {
    const worth =
      3 * worthIn(entry.name, term, 4) || 2 * worthIn(entry.tagline, term, 1) || worthIn(entry.rest, term, 1);
    if (worth === 0) return 0;
    score += worth;
  }
  return score;
}

/** Twice the weight where the term starts a word, the weight itself inside one, 0 nowhere. */
function worthIn(text: string, term: string, weight: number): number {
  let index = text.indexOf(term);
  if (index < 0) return 0;
  for (; index >= 0; index = text.indexOf(term, index + 1))
    if (index === 0 || !isLetter(text[index - 1]!)) return 2 * weight;
  return weight;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
