/** The form of TYPO3's content element, and the words in it: a field for each option, made of what all kits know. */
import { escapeMarkup } from '../escape-markup.js';
import type { Language } from '../i18n/languages.js';
import { flatMap } from '../lists.js';
import type { KitData, KitOption, KitWidget } from './kit-data.js';

const WORDS = 'Resources/Private/Language/fields.xlf';
const DUTCH_WORDS = 'Resources/Private/Language/nl.fields.xlf';
const FORM = 'Configuration/FlexForms/Widget.xml';
/** The longest text that a field takes: that of an address in browsers. */
const MAX_LENGTH = 2048;

/** @returns the text of each file, by its path in the extension */
export const typo3Files = (data: KitData): Readonly<Record<string, string>> => ({
  [FORM]: form(data),
  [WORDS]: labels(data, 'en'),
  [DUTCH_WORDS]: labels(data, 'nl'),
});

type Words = Readonly<Record<string, string>>;

/** The words of all fields, and for each value of an option one that says that it is the usual one. */
function wordsOf({ words }: KitData, language: Language): Words {
  const own = words[language] as Words;
  const values = Object.keys(own).filter((key) => /^value-|^yes$|^no$/.test(key));
  const usual = values.map((key) => [`usual-${key}`, `${own[key]} (${own['usual']})`] as const);
  return { ...own, ...Object.fromEntries(usual) };
}

function labels(data: KitData, language: Language): string {
  const english = wordsOf(data, 'en');
  const own = wordsOf(data, language);
  const target = language === 'en' ? '' : ` target-language="${language}"`;
  const units = Object.keys(english).map((key) =>
    language === 'en'
      ? `<trans-unit id="${key}"><source>${escapeMarkup(english[key]!)}</source></trans-unit>`
      : `<trans-unit id="${key}" approved="yes"><source>${escapeMarkup(english[key]!)}</source><target>${escapeMarkup(own[key]!)}</target></trans-unit>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en"${target} datatype="plaintext" original="EXT:ceal_widgets/${WORDS}" product-name="ceal_widgets">
<header/>
<body>
${units.join('\n')}
</body>
</file>
</xliff>
`;
}

const label = (key: string): string => `LLL:EXT:ceal_widgets/${WORDS}:${key}`;

/** The name of a widget in links, which no widget has for an option. */
const ID: KitOption = { name: 'id', kind: 'text' };

function form(data: KitData): string {
  const words = wordsOf(data, 'en');
  const fields = flatMap(data.widgets, (widget) =>
    [...widget.options, ID]
      .filter(({ name }) => `option-${name}` in words)
      .map((option) => optionField(widget, option, words)),
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<T3DataStructure>
<sheets>
<sDEF>
<ROOT>
<sheetTitle>${label('options')}</sheetTitle>
<type>array</type>
<el>
<widget>
<label>LLL:EXT:ceal_widgets/Resources/Private/Language/locallang.xlf:widget</label>
<onChange>reload</onChange>
<config>
<type>select</type>
<renderType>selectSingle</renderType>
<default>${data.widgets[0]!.name}</default>
<itemsProcFunc>Ceal\\Widgets\\Backend\\WidgetItems->add</itemsProcFunc>
</config>
</widget>
<src>
<label>${label('feed')}</label>
<description>${label('ownFeed')}</description>
<config>${textConfig({ name: 'src', kind: 'text' })}</config>
</src>
${fields.join('\n')}
</el>
</ROOT>
</sDEF>
</sheets>
</T3DataStructure>
`;
}

/** A field of one widget, shown when that is chosen. The dot makes TYPO3 keep the options of a widget together. */
function optionField({ name: widget }: KitWidget, option: KitOption, words: Words): string {
  const { name, kind } = option;
  const help = name === 'endpoint' ? 'ownSiteOnly' : `option-${name}-help`;
  return `<${widget}.${name}>
<label>${label(`option-${name}`)}</label>${help in words ? `\n<description>${label(help)}</description>` : ''}
<displayCond>FIELD:widget:=:${widget}</displayCond>
<config>${kind === 'flag' || kind === 'choice' ? selectConfig(option) : textConfig(option)}</config>
</${widget}.${name}>`;
}

function selectConfig({ kind, choices = [], usual }: KitOption): string {
  const wordOf = (value: string) => (kind === 'flag' ? (value === 'true' ? 'yes' : 'no') : `value-${value}`);
  const items = [
    ['', usual === undefined ? 'usual' : `usual-${wordOf(usual)}`],
    ...(kind === 'flag' ? ['true', 'false'] : choices).map((value) => [value, wordOf(value)]),
  ];
  return `
<type>select</type>
<renderType>selectSingle</renderType>
<items>
${items
  .map(
    ([value, key], index) =>
      `<numIndex index="${index}"><label>${label(key!)}</label><value>${value}</value></numIndex>`,
  )
  .join('\n')}
</items>
`;
}

/** A line of text, for a number too: TYPO3 makes 0 of a number that is not given. */
const textConfig = ({ usual }: KitOption): string => `
<type>input</type>
<size>50</size>
<max>${MAX_LENGTH}</max>
<eval>trim</eval>${usual ? `\n<placeholder>${escapeMarkup(usual)}</placeholder>` : ''}
`;
