/** The list of our languages: whatever is said in one of them is said in all. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { inLanguage, LANGUAGES, type InEachLanguage, type Language } from '../../src/i18n/languages.js';
import { filesUnder } from '#tools/files.mjs';

const sources = filesUnder('src', (path) => path.endsWith('.ts'));

/** A table of words that the compiler asks every language of. */
const TABLE = /: (InEachLanguage<.*>|Languages<.*>|\{ readonly \[L in Language\]: .*\}) = \{ nl, en\b/;

/** The modules that a source takes values from; types are free. */
const importedBy = (source: string): readonly string[] =>
  [...source.matchAll(/^(?:import|export) (?!type\b)[^;]*?'([^']+)';$/gm)].map(([, target = '']) => target);

/** The paths of a language's words, as files and as targets of imports. */
const pathIn = (language: Language) => new RegExp(`/${language}(\\.[jt]s$|/)`);

/** The words in a file, without what stands above them. */
function wordsIn(path: string): string {
  const source = readFileSync(path, 'utf8');
  return source.slice(source.indexOf(' = {'));
}

describe('the list of languages', () => {
  it('begins with Dutch, the source of all other words', () => assert.equal(LANGUAGES[0], 'nl'));

  it('has a file, or a folder, beside every Dutch one', () => {
    const dutch = sources.flatMap((path) => /^.*\/nl(?=\.ts$|\/index\.ts$)/.exec(path)?.[0] ?? []);
    assert.ok(dutch.length > 5);
    const wanted = dutch.flatMap((path) => LANGUAGES.map((language) => path.replace(/nl$/, language)));
    const missing = wanted.filter((path) => !existsSync(`${path}.ts`) && !existsSync(`${path}/index.ts`));
    assert.deepEqual(missing, [], 'words to translate from the nl beside them');
  });

  it('is what every table of words is typed by, so that one without a language does not compile', () => {
    for (const path of sources) {
      const text = readFileSync(path, 'utf8');
      const inBoth =
        /^import \{ nl\b.*\/nl(\/index)?\.js';$/m.test(text) && /\/en(\/index)?\.js';$/m.test(text);
      if (inBoth) assert.match(text, TABLE, path);
    }
  });

  it('has such a table beside every Dutch file of words', () => {
    const tables = new Set(
      sources.filter((path) => TABLE.test(readFileSync(path, 'utf8'))).map((path) => dirname(path)),
    );
    const dutch = sources.filter((path) => /\/nl(\/index)?\.ts$/.test(path));
    for (const path of dutch) assert.ok(tables.has(path.replace(/\/nl(\/index)?\.ts$/, '')), path);
  });

  it('is kept apart: no words come from the file of another language', () => {
    const borrowed = LANGUAGES.flatMap((language) => {
      const others = LANGUAGES.filter((other) => other !== language).map(pathIn);
      return sources
        .filter((path) => pathIn(language).test(path))
        .flatMap((path) => importedBy(readFileSync(path, 'utf8')).map((target) => ({ path, target })))
        .filter(({ target }) => others.some((other) => other.test(target)));
    });
    assert.deepEqual(borrowed, []);
  });

  it('has no words that are a mere copy of another language’s', () => {
    const copies = LANGUAGES.flatMap((language, index) =>
      LANGUAGES.slice(0, index).flatMap((earlier) =>
        sources
          .filter((path) => pathIn(language).test(path))
          .map((path) => ({ path, copied: path.replace(pathIn(language), `/${earlier}$1`) }))
          .filter(({ path, copied }) => existsSync(copied) && wordsIn(path) === wordsIn(copied)),
      ),
    );
    assert.deepEqual(copies, []);
  });
});

describe('words in a language', () => {
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [language, language]),
  ) as InEachLanguage<string>;

  it('are those of the tag, whatever its region', () => {
    assert.equal(inLanguage(words, 'nl'), 'nl');
    assert.equal(inLanguage(words, 'nl-BE'), 'nl');
    assert.equal(inLanguage(words, 'NL'), 'nl');
  });

  it('are English where the language is none of ours', () => assert.equal(inLanguage(words, 'fy'), 'en'));
});
