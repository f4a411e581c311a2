import { LIMITS } from '../fields.js';
import { SECTIONS } from '../parse-feed.js';
import type { Section } from '../section.js';
import { EXAMPLE, SMALLEST } from './example.js';
import { fieldTable, markdownTable } from './field-table.js';
import { jsonSchema, wordsOf, type SchemaNode } from './json-schema.js';
import { FORMAT_WORDS } from './words/index.js';
import type { AnyWords, FormatWords, Named } from './words/types.js';

/** The description of the format for authors of feeds, in Markdown: text and tables, once in each language. */
export function formatDescription(): string {
  const schema = jsonSchema();
  const languages = FORMAT_WORDS.map(({ prose }) => `[${prose.heading}](#${prose.heading.toLowerCase()})`);
  const blocks = [
    `# CEAL feed ${String(EXAMPLE.version)}`,
    languages.join(' · '),
    ...FORMAT_WORDS.flatMap((words) => inOneLanguage(schema, words)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function inOneLanguage(schema: SchemaNode, words: FormatWords): string[] {
  const { prose, table } = words;
  const [startName, start] = prose.start;
  const [datesName, dates, meanings] = prose.dates;
  return [
    `## ${prose.heading}`,
    prose.introduction,
    ...chapter([startName, start.replace('{example}', json(SMALLEST))]),
    ...chapter(prose.overview, twoColumns([table.section, table.what], sectionNames(words))),
    ...chapter([datesName, dates], twoColumns([table.date, table.meaning], Object.entries(meanings))),
    ...chapter(prose.texts),
    ...chapter(prose.links),
    ...chapter(prose.references),
    ...chapter(prose.limits, limits(words)),
    ...chapter(prose.invalid, twoColumns([table.code, table.meaning], issueMeanings(words))),
    ...chapter(prose.promise),
    ...chapter(prose.fields, headFields(schema, words)),
    ...Object.values(SECTIONS).flatMap((section: Section<unknown>) => sectionFields(schema, section, words)),
    ...chapter(prose.shapes),
    ...shapes(schema, words),
  ];
}

const chapter = ([title, text]: Named, ...more: string[]) => [`### ${title}`, text, ...more];

const json = (value: object) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

/** A table of codes in the feed and their meanings. */
const twoColumns = (heads: readonly string[], rows: readonly (readonly [string, string])[]) =>
  markdownTable(
    heads,
    rows.map(([code, meaning]) => [`\`${code}\``, meaning]),
  );

const sectionNames = ({ sections }: FormatWords) =>
  Object.keys(SECTIONS).map((key) => {
    const [name, text] = sections[key as keyof typeof SECTIONS];
    return [key, `${name}. ${text}`] as const;
  });

/** The message of every issue, without the values in it. */
const issueMeanings = ({ issues }: FormatWords) =>
  Object.entries(issues).map(
    ([code, text]) => [code, text.replace(/\{\w+\}/g, '…').replace('….', '…')] as const,
  );

function limits({ table, language }: FormatWords): string {
  const rows = Object.entries(LIMITS).map(([key, max]) => [
    table.limits[key as keyof typeof LIMITS],
    key === 'bytes' ? `${max / 1_024 / 1_024} MiB` : new Intl.NumberFormat(language).format(max),
  ]);
  return markdownTable(['', table.limit], rows, ['---', '--:']);
}

/** The fields of the feed itself, without its sections. */
function headFields(schema: SchemaNode, words: FormatWords): string {
  const fields = Object.entries(schema.properties!).filter(([key]) => !(key in SECTIONS));
  return fieldTable({ ...schema, properties: Object.fromEntries(fields) }, wordsOf(words), words);
}

function sectionFields(
  schema: SchemaNode,
  { key, kind, rules }: Section<unknown>,
  words: FormatWords,
): string[] {
  const node = schema.properties![key]!;
  const example = EXAMPLE[key];
  const [name, text] = words.sections[key];
  return [
    `#### \`${key}\`: ${name.toLowerCase()}`,
    text,
    `\`\`\`json\n"${key}": ${JSON.stringify(example, null, 2)}\n\`\`\``,
    fieldTable(kind === 'list' ? node.items! : node, words.sections[key], words, rules),
  ];
}

function shapes(schema: SchemaNode, words: FormatWords): string[] {
  const { links, sources, place, image } = schema.properties!['enterprises']!.items!.properties!;
  const nodes = { link: links!.items!, source: sources!.items!, place: place!, picture: image! };
  return Object.entries(nodes).flatMap(([key, node]) => {
    const shape: AnyWords = words.shapes[key as keyof typeof nodes];
    return [`#### ${shape[0]}`, shape[1], fieldTable(node, shape, words)];
  });
}
