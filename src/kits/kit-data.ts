/** `widgets.json` of a kit: the widgets with their options, from which its fields and its allow-list are made. */
import { LANGUAGES, type InEachLanguage } from '../i18n/languages.js';
import { flatMap } from '../lists.js';
import { languages as siteWords } from '../site/locales/index.js';
import { languages } from './locales/index.js';

/** What the kits read of the manifest of custom elements. */
export interface ElementManifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly ManifestAttribute[];
    }[];
  }[];
}

interface ManifestAttribute {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

/** An option of a widget. Its words are those that begin with `option-`; without them it has no field. */
export interface KitOption {
  readonly name: string;
  readonly kind: 'flag' | 'number' | 'choice' | 'text';
  /** The values of a choice. */
  readonly choices?: readonly string[];
  /** The value that it has without being given; none for none. */
  readonly usual?: string;
  /** True for a list that is usually full, so that an empty one says something else than none given. */
  readonly canBeEmpty?: true;
}

export interface KitWidget {
  /** The tag without `ceal-`. */
  readonly name: string;
  readonly title: InEachLanguage<string>;
  readonly help: InEachLanguage<string>;
  readonly options: readonly KitOption[];
}

export interface KitData {
  readonly version: string;
  readonly widgets: readonly KitWidget[];
  readonly words: typeof languages;
}

/** Options that no kit offers: JSON, for which systems have no field, and values that no visitor gets to see. */
const WITHHELD = ['data', 'labels', 'hidden-fields'];

/** @returns what a kit knows of the widgets with these tags */
export function kitData(manifest: ElementManifest, tags: readonly string[], version: string): KitData {
  const declarations = flatMap(manifest.modules, (module) => module.declarations ?? []);
  return {
    version,
    widgets: tags.map((tag) => {
      const attributes = declarations.filter(({ tagName }) => tagName === tag)[0]?.attributes ?? [];
      const name = tag.replace('ceal-', '');
      return {
        name,
        title: wordOf(`widget-${name}`),
        help: wordOf(`widget-${name}-help`),
        options: attributes
          .filter((attribute) => !WITHHELD.includes(attribute.name))
          // What it is about comes first: the feed.
          .toSorted((a, b) => Number(b.name === 'src') - Number(a.name === 'src'))
          .map(optionOf),
      };
    }),
    words: languages,
  };
}

/** A word of the kits, or else of the pages of a site, in each language; the key itself for a widget that has none. */
const wordOf = (key: string): InEachLanguage<string> =>
  Object.fromEntries(
    LANGUAGES.map((language) => {
      const words = { ...siteWords[language], ...languages[language] };
      return [language, (words as Readonly<Record<string, string>>)[key] ?? key];
    }),
  ) as InEachLanguage<string>;

/** The type of a list of words, and its default where that is none, as the manifest has them. */
const LIST = 'readonly string[]';
const EMPTY_LIST = '[]';

function optionOf({ name, type, default: usual }: ManifestAttribute): KitOption {
  const choices = [...(type?.text.matchAll(/'([\w-]+)'/g) ?? [])].map(([, choice]) => choice!);
  const kind = choices[0] ? 'choice' : KINDS[type?.text ?? ''];
  return {
    name,
    kind: kind ?? 'text',
    ...(choices[0] && { choices }),
    ...(usual && usual !== EMPTY_LIST && { usual: usual.replace(/^'(.*)'$/, '$1') }),
    ...(type?.text === LIST && usual !== EMPTY_LIST && { canBeEmpty: true }),
  };
}

const KINDS: Readonly<Record<string, KitOption['kind']>> = { boolean: 'flag', number: 'number' };
