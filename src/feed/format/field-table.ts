import { LIMITS } from '../fields.js';
import type { ListKey, Rules } from '../section.js';
import type { SchemaNode } from './json-schema.js';
import type { FieldSchemaName } from './describing-fields.js';
import type { AnyWords, FormatWords } from './words/types.js';

/** A Markdown table. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  align = heads.map(() => '---'),
): string {
  return [heads, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Replaces the placeholders of a text; numbers as the language writes them. Unknown placeholders stay. */
function interpolate(
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string {
  const figures = new Intl.NumberFormat(language);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? figures.format(value) : (value ?? whole);
  });
}

/**
 * The table of an object's fields, with those of nested objects below their own. Shared shapes have tables of their
 * own.
 */
export function fieldTable(
  node: SchemaNode,
  words: AnyWords,
  format: FormatWords,
  rules?: Rules<unknown>,
): string {
  const { table } = format;
  return markdownTable([table.field, table.what, table.how], [...rows(node, words, '')]);

  function* rows(parent: SchemaNode, [, , inside]: AnyWords, path: string): Generator<readonly string[]> {
    for (const [key, field] of Object.entries(parent.properties ?? {})) {
      const fieldWords = inside![key] as AnyWords;
      const [name, description] = fieldWords;
      const reference = path === '' ? rules?.references?.[key] : undefined;
      const how = howToWrite(field, fieldWords, format, reference);
      if (parent.required?.includes(key)) how.unshift(`**${table.required}**`);
      if (field.default !== undefined && !Array.isArray(field.default))
        how.push(
          interpolate(table.otherwise, { value: `\`${JSON.stringify(field.default)}\`` }, format.language),
        );
      yield [`\`${path}${key}\``, `${name}. ${description}`, how.join('; ')];
      const inner = field.items ?? field;
      if (inner.properties && !shapeOf(fieldWords, format))
        yield* rows(inner, fieldWords, `${path}${key}${field.items ? '[]' : ''}.`);
    }
  }
}

function howToWrite(node: SchemaNode, words: AnyWords, format: FormatWords, reference?: ListKey): string[] {
  const { table, language } = format;
  if (node.items) {
    const list = interpolate(table.list, { max: node.maxItems! }, language);
    return [`${list}: ${howToWrite(node.items, words, format, reference).join('; ')}`];
  }
  if (reference) return [interpolate(table.idOf, { list: `\`${reference}\`` }, language)];
  if (node.$ref)
    return [
      interpolate(table.fieldSchemas[node.$ref.split('/').at(-1) as FieldSchemaName], LIMITS, language),
    ];
  if (node.enum)
    return [
      `${table.oneOf} ${node.enum.map((value) => `\`${value}\` (${words[2]![value] as string})`).join(', ')}`,
    ];
  const { minimum: min, maximum: max } = node;
  switch (node.type) {
    case 'integer':
      return [interpolate(table.whole, { min: min!, max: max! }, language)];
    case 'number':
      return [interpolate(table.number, { min: min!, max: max! }, language)];
    case 'boolean':
      return [table.flag];
    case 'object':
      return [shapeOf(words, format) ?? table.object];
    default:
      // `$schema`, which only editors read.
      return [table.fieldSchemas.url];
  }
}

/** The name of the shared shape that a field has; `undefined` for none. */
function shapeOf([, , inside]: AnyWords, { shapes }: FormatWords): string | undefined {
  return Object.values(shapes)
    .find((shape) => shape[2] === inside)?.[0]
    .toLowerCase();
}
