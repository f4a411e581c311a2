import * as z from 'zod';
import { headShape } from '../document.js';
import { LIMITS } from '../fields.js';
import type { IssueCode } from '../issues.js';
import { SECTIONS } from '../parse-feed.js';
import type { Section } from '../section.js';
import { EXAMPLE } from './example.js';
import { described, describingFields, descriptionOf, FIELD_SCHEMA_REGISTRY } from './describing-fields.js';
import { OWN_KEY } from './patterns.js';
import { FORMAT_WORDS } from './words/index.js';
import type { AnyWords, FormatWords } from './words/types.js';

/** The keywords of JSON Schema that are read or changed after zod has made it. */
export interface SchemaNode {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string;
  enum?: string[];
  enumDescriptions?: string[];
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  $defs?: Record<string, SchemaNode>;
  /** The message of an editor about an invalid value; read by VS Code. */
  errorMessage?: string;
  [keyword: string]: unknown;
}

/**
 * The JSON Schema (draft 2020-12) of a whole feed. Its texts are in every language, as an editor does not choose one.
 */
export function jsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(wholeFeed(), { io: 'input', metadata: FIELD_SCHEMA_REGISTRY }) as SchemaNode;
  describe(schema, FORMAT_WORDS.map(wordsOf));
  warnOfUnknownKeys(schema);
  for (const name of ['title', 'text']) {
    const [, languages] = schema.$defs![name]!['anyOf'] as [SchemaNode, SchemaNode];
    languages['additionalProperties'] = { deprecationMessage: errorMessage('bad-language') };
  }
  for (const [name, code] of Object.entries(CODES)) schema.$defs![name]!.errorMessage = errorMessage(code);
  for (const key of Object.values(SECTIONS).map((section) => section.key))
    schema.properties![key]!.examples = [EXAMPLE[key]];
  return schema;
}

/** The issues whose messages an editor shows for an invalid value; without the value, which is in view. */
const CODES = { id: 'bad-id', language: 'bad-language', url: 'bad-address', date: 'bad-date' } as const;
const errorMessage = (code: IssueCode) =>
  joined(
    FORMAT_WORDS.map(({ issues }) => issues[code].replace(/: “\{value\}”/, '')),
    '\n',
  );

function wholeFeed(): z.ZodType {
  const fields = describingFields('https://feed.example/');
  const head = { ...headShape(fields), id: fields.id() };
  const sections = Object.values(SECTIONS).map((section: Section<unknown>) => {
    const schema = section.schema(fields);
    return [
      section.key,
      section.kind === 'list' ? fields.list(schema, LIMITS.items) : fields.optional(schema),
    ] as const;
  });
  return z.object({
    $schema: z.unknown().optional(),
    version: described('version'),
    ...Object.fromEntries(
      [...Object.entries(head), ...sections].map(([key, schema]) => [key, descriptionOf(schema)]),
    ),
  });
}

export const wordsOf = ({ feed, head, sections }: FormatWords): AnyWords => [
  ...feed,
  { ...head, ...sections },
];

/** Adds the words of every language to each property; an array has those of its entries. */
function describe(node: SchemaNode, words: readonly AnyWords[]): void {
  node.title = joined(
    words.map(([name]) => name),
    ' / ',
  );
  node.description = joined(
    words.map(([, text]) => text),
    '\n',
  );
  const holder = node.items ?? node;
  const inside = words.map(([, , fields]) => fields).filter((fields) => fields !== undefined);
  if (inside.length === 0) return;
  if (holder.enum)
    holder.enumDescriptions = holder.enum.map((value) =>
      joined(
        inside.map((values) => values[value] as string),
        ' / ',
      ),
    );
  for (const [key, property] of Object.entries(holder.properties ?? {}))
    describe(
      property,
      inside.map((fields) => fields[key] as AnyWords),
    );
}

/**
 * Adds a message for keys that the format does not know. It refuses none, as a later 1.x knows more; editors that read
 * the message, as VS Code does, warn of them.
 */
function warnOfUnknownKeys(node: SchemaNode): void {
  const { properties, items } = node;
  if (items) warnOfUnknownKeys(items);
  if (!properties) return;
  Object.values(properties).forEach(warnOfUnknownKeys);
  const message = FORMAT_WORDS.map(({ issues }) => issues['extra-key'].replace(/(?<=\. ).*/, '').trim());
  node['patternProperties'] = { [OWN_KEY]: {} };
  node['additionalProperties'] = { deprecationMessage: joined(message, '\n') };
}

/** Texts of several languages in one; a text that is the same in two appears once. */
const joined = (texts: readonly string[], between: string) => [...new Set(texts)].join(between);
