import * as z from 'zod';
import { headShape } from '../document.js';
import { LIMITS } from '../fields.js';
import type { IssueCode } from '../issues.js';
import { SECTIONS } from '../parse-feed.js';
import type { Section } from '../section.js';
import { EXAMPLE } from './example.js';
import { described, describingFields, descriptionOf, DESCRIPTIONS } from './pieces.js';
import { en } from './words/en/index.js';
import { nl } from './words/nl/index.js';
import type { AnyWords, FormatWords } from './words/types.js';

/** The parts of JSON Schema that are looked at after it is made. */
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
  /** What an editor says when it does not fit; read by VS Code. */
  errorMessage?: string;
  [keyword: string]: unknown;
}

/** The whole feed as JSON Schema (draft 2020-12). Its words are in both languages: an editor shows what it finds. */
export function jsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(wholeFeed(), { io: 'input', metadata: DESCRIPTIONS }) as SchemaNode;
  describe(schema, wordsOf(nl), wordsOf(en));
  for (const [name, code] of Object.entries(CODES)) schema.$defs![name]!.errorMessage = complaint(code);
  for (const key of Object.values(SECTIONS).map((section) => section.key))
    schema.properties![key]!.examples = [EXAMPLE[key]];
  return schema;
}

/** What an editor says of a piece that does not fit: the words of the issue, without the value, which is in sight. */
const CODES = { id: 'bad-id', language: 'bad-language', url: 'bad-address', date: 'bad-date' } as const;
const complaint = (code: IssueCode) => {
  const words = ({ issues }: FormatWords) => issues[code].replace(/: “\{value\}”/, '');
  return both(words(nl), words(en), '\n');
};

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

/** Puts the words beside each property; arrays have those of what they hold. */
function describe(node: SchemaNode, dutch: AnyWords, english: AnyWords): void {
  node.title = both(dutch[0], english[0], ' / ');
  node.description = both(dutch[1], english[1], '\n');
  const holder = node.items ?? node;
  const [insideDutch, insideEnglish] = [dutch[2], english[2]];
  if (!insideDutch || !insideEnglish) return;
  if (holder.enum)
    holder.enumDescriptions = holder.enum.map((value) =>
      both(insideDutch[value] as string, insideEnglish[value] as string, ' / '),
    );
  for (const [key, property] of Object.entries(holder.properties ?? {}))
    describe(property, insideDutch[key] as AnyWords, insideEnglish[key] as AnyWords);
}

const both = (dutch: string, english: string, between: string) =>
  dutch === english ? dutch : dutch + between + english;
