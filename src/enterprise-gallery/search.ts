import { type LocaleContext, plainText, type Text } from '../i18n/text.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';
import { foldForSearch, searchTerms, spellings } from './fold.js';
import { highlightStyles } from './highlight.styles.js';

export { searchTerms } from './fold.js';
export { highlight } from './highlight.js';
export const styles = [highlightStyles];

/** Texts of one enterprise that are searched, folded. */
interface SearchEntry {
  readonly name: string;
  readonly tagline: string;
  readonly rest: string;
}

/** Folded texts of all enterprises, made when the first search needs them and kept for the next ones. */
export class SearchIndex {
  /** The enterprises to search; of one that was in the catalogue before, the texts are there. */
  catalogue: Catalogue;
  readonly #localeContext: LocaleContext;
  readonly #entries = new Map<Enterprise, SearchEntry>();

  constructor(catalogue: Catalogue, localeContext: LocaleContext) {
    this.catalogue = catalogue;
    this.#localeContext = localeContext;
  }

  /** True when the texts of all enterprises are there. */
  get complete(): boolean {
    return this.#entries.size >= this.catalogue.enterprises.length;
  }

  /** Makes at most `count` more entries. Returns true when all are there. */
  prepare(count: number): boolean {
    for (const enterprise of this.catalogue.enterprises)
      if (!this.#entries.has(enterprise) && count-- > 0) this.#entryOf(enterprise);
    return this.complete;
  }

  /**
   * The enterprises in which every word of a text stands somewhere, the best first: the name counts before the tagline,
   * the tagline before the rest, the start of a word before its middle. Equally good ones keep their order. Of those that
   * are not prepared by the `deadline` nothing is found.
   */
  find(text: string, deadline = Infinity): readonly Enterprise[] {
    const { enterprises } = this.catalogue;
    const terms = searchTerms(text).map(spellings);
    if (terms.length === 0) return enterprises;
    const found: { enterprise: Enterprise; score: number }[] = [];
    for (const enterprise of enterprises) {
      const entry =
        this.#entries.get(enterprise) ??
        (performance.now() < deadline ? this.#entryOf(enterprise) : undefined);
      const score = entry ? scoreOf(entry, terms) : 0;
      if (score > 0) found.push({ enterprise, score });
    }
    return found.sort((a, b) => b.score - a.score).map(({ enterprise }) => enterprise);
  }

  #entryOf(enterprise: Enterprise): SearchEntry {
    const plain = (text: Text | undefined) => plainText(text, this.#localeContext);
    const { theme, neighbourhood, edition } = this.catalogue.labels;
    const rest = [
      plain(enterprise.description),
      plain(enterprise.place?.name),
      ...enterprise.themes.map((id) => plain(theme.get(id))),
      plain(neighbourhood.get(enterprise.neighbourhood ?? '')),
      plain(edition.get(enterprise.edition ?? '')),
    ];
    const entry = {
      name: foldForSearch([plain(enterprise.name), ...enterprise.alternateNames.map(plain)].join('\n')),
      tagline: foldForSearch(plain(enterprise.tagline)),
      rest: foldForSearch(rest.join('\n')),
    };
    this.#entries.set(enterprise, entry);
    return entry;
  }
}

/** Sum of what the terms are worth, each in its best spelling; 0 when one of them is nowhere to be found. */
function scoreOf(entry: SearchEntry, terms: readonly (readonly string[])[]): number {
  let score = 0;
  for (const term of terms) {
    let worth = 0;
    for (const spelling of term) worth = Math.max(worth, worthOf(entry, spelling));
    if (worth === 0) return 0;
    score += worth;
  }
  return score;
}

const worthOf = (entry: SearchEntry, term: string): number =>
  3 * worthIn(entry.name, term, 4) || 2 * worthIn(entry.tagline, term, 1) || worthIn(entry.rest, term, 1);

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
