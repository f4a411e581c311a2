import { LIMITS } from '../fields.js';
import type { ListKey, Rules } from '../section.js';
import type { SchemaNode } from './json-schema.js';
import type { PieceName } from './pieces.js';
import type { AnyWords, FormatWords } from './words/types.js';

/** A Markdown table. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  align = heads.map(() => '---'),
): string {
  return [heads, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** `{name}` in a text, filled in; numbers as the language writes them. */
function fill(text: string, values: Readonly<Record<string, string | number>>, language: string): string {
  const figures = new Intl.NumberFormat(language);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? figures.format(value) : (value ?? whole);
  });
}

/** The fields of one object of the schema, those inside it under it. A shape is told elsewhere, once. */
export function fieldTable(
  node: SchemaNode,
  words: AnyWords,
  format: FormatWords,
  rules?: Rules<unknown>,
): string {
  const { table } = format;
  return markdownTable([table.field, table.what, table.how], [...rows(node, words, '')]);

  function* rows(holder: SchemaNode, [, , inside]: AnyWords, path: string): Generator<readonly string[]> {
    for (const [key, field] of Object.entries(holder.properties ?? {})) {
      const own = inside![key] as AnyWords;
      const [name, description] = own;
      const reference = path === '' ? rules?.references?.[key] : undefined;
      const how = howToWrite(field, own, format, reference);
      if (holder.required?.includes(key)) how.unshift(`**${table.required}**`);
      if (field.default !== undefined && !Array.isArray(field.default))
        how.push(fill(table.otherwise, { value: `\`${JSON.stringify(field.default)}\`` }, format.language));
      yield [`\`${path}${key}\``, `${name}. ${description}`, how.join('; ')];
      const inner = field.items ?? field;
      if (inner.properties && !shapeOf(own, format))
        yield* rows(inner, own, `${path}${key}${field.items ? '[]' : ''}.`);
    }
  }
}

function howToWrite(node: SchemaNode, words: AnyWords, format: FormatWords, reference?: ListKey): string[] {
  const { table, language } = format;
  if (node.items) {
    const list = fill(table.list, { max: node.maxItems! }, language);
    return [`${list}: ${howToWrite(node.items, words, format, reference).join('; ')}`];
  }
  if (reference) return [fill(table.idOf, { list: `\`${reference}\`` }, language)];
  if (node.$ref) return [fill(table.pieces[node.$ref.split('/').at(-1) as PieceName], LIMITS, language)];
  if (node.enum)
    return [
      `${table.oneOf} ${node.enum.map((value) => `\`${value}\` (${words[2]![value] as string})`).join(', ')}`,
    ];
  const { minimum: min, maximum: max } = node;
  switch (node.type) {
    case 'integer':
      return [fill(table.whole, { min: min!, max: max! }, language)];
    case 'number':
      return [fill(table.number, { min: min!, max: max! }, language)];
    case 'boolean':
      return [table.flag];
    case 'object':
      return [shapeOf(words, format) ?? table.object];
    default:
      // `$schema`, which nobody reads but an editor.
      return [table.pieces.url];
  }
}

/** The name of the shape that a field has, if it has one. */
function shapeOf([, , inside]: AnyWords, { shapes }: FormatWords): string | undefined {
  return Object.values(shapes)
    .find((shape) => shape[2] === inside)?.[0]
    .toLowerCase();
}
