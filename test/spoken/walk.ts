/** Walks through a widget by ear: one test for each language and browser, and a record of what was heard. */
import { it } from 'node:test';
import type { Text } from '../../src/i18n/text.js';
import { keep } from './heard.js';
import type { Browser, Language } from './reader/browsers.js';
import { ScreenReader } from './reader/screen-reader.js';
import { startSite, TEXTS, type SpokenPage, type SpokenSite } from './site.js';

export interface Walk {
  readonly reader: ScreenReader;
  readonly site: SpokenSite;
  readonly lang: Language;
  readonly browser: Browser;
  /** A text of the feed in the language of the walk. */
  inWords(text: Text): string;
  /** The line below the widget. */
  readonly below: string;
}

export interface WalkOptions {
  /** The page, in a language. */
  readonly page: (lang: Language) => Omit<SpokenPage, 'lang'>;
  /** Firefox by default. */
  readonly browsers?: readonly Browser[];
}

const LANGUAGES: readonly Language[] = ['nl', 'en'];

/** Two browsers are heard where they have differed. */
export const BOTH: readonly Browser[] = ['firefox', 'chromium'];

export function walk(
  name: string,
  { page, browsers = ['firefox'] }: WalkOptions,
  go: (walk: Walk) => Promise<void>,
): void {
  for (const browser of browsers)
    for (const lang of LANGUAGES)
      it(`${name} (${browser}, ${lang})`, async (test) => {
        const site = await startSite({ ...page(lang), lang });
        let reader: ScreenReader | undefined;
        try {
          reader = await ScreenReader.open(site.url, { browser, lang, opened: site.opened });
          await reader.start();
          await go({
            reader,
            site,
            lang,
            browser,
            below: TEXTS[lang].below,
            inWords: (text) => wordsOf(text, lang),
          });
        } finally {
          await reader?.end();
          site.close();
          keep(test.name, reader?.steps ?? []);
        }
      });
}

const wordsOf = (text: Text, lang: Language): string =>
  typeof text === 'string' ? text : (text[lang] ?? text['nl'] ?? '');
