import { flatMap } from '../../lists.js';
import type { LitElement, PropertyDeclaration } from 'lit';
import { suggestName } from '../../feed/advice/suggest.js';
import { NOWHERE, safeUrl } from '../../feed/fields.js';
import type { Translator } from '../../i18n/translate.js';
import type { DebugMessages } from './locales/index.js';

type DebugTranslator = Translator<DebugMessages>;
type ReadAttribute = (value: string) => unknown;

/** Attributes that any element may have. */
const GLOBAL_ATTRIBUTE =
  /^(?:accesskey|autofocus|class|dir|draggable|exportparts|hidden|id|inert|is|item\w*|lang|nonce|part|popover|role|slot|style|tabindex|title|translate|on\w+|(?:data|aria|v|x|ng|_ng\w*|hx|jsx|svelte)-.*|.*[:@#.[(*].*)$/;

/** Quotes that editors put in the place of straight ones: the first of them ends a quotation, or both are there. */
const CURLY_QUOTES = /^[”″’′»]|^[“„‘«].*[“”″’′»]$|[“”„″]$/su;
const CURLY_NAME = /[“”„″‘’′«»]/u;

const MAX_SHOWN_CHARACTERS = 60;

/** @returns a line for each attribute of a widget whose value or name says nothing to it. */
export function checkAttributes(element: HTMLElement, t: DebugTranslator): readonly string[] {
  const { elementProperties } = element.constructor as typeof LitElement;
  const declared = new Map<string, PropertyDeclaration>();
  for (const [key, declaration] of elementProperties) {
    const { attribute = String(key).toLowerCase() } = declaration;
    if (typeof attribute === 'string') declared.set(attribute, declaration);
  }
  const known = [...declared.keys()];
  return flatMap([...element.attributes], ({ name, value }) => {
    if (name === 'deep-link' && hasSameKeys(element))
      return t('attributeNeedsId', { name: element.localName });
    const declaration = declared.get(name);
    const shown = value.trim().slice(0, MAX_SHOWN_CHARACTERS);
    if (CURLY_NAME.test(name))
      return t('attributeQuotes', { name: name.replace(/[^\w-]/g, ''), value: name });
    if (declaration) return checkValue(name, shown, declaration, t) ?? [];
    const suggestion = GLOBAL_ATTRIBUTE.test(name) ? undefined : suggestName(name, known);
    return suggestion ? t('attributeUnknown', { name, suggestion }) : [];
  });
}

/** True if another element of the kind, to which the same links lead, stands beside this one. */
function hasSameKeys(element: HTMLElement & { readonly deepLink?: boolean }): boolean {
  const { localName, id, deepLink } = element;
  const all = (element.getRootNode() as ParentNode).querySelectorAll<typeof element>(localName);
  return !!deepLink && [...all].some((other) => other !== element && other.id === id && other.deepLink);
}

function checkValue(
  name: string,
  value: string,
  { converter }: PropertyDeclaration,
  t: DebugTranslator,
): string | undefined {
  if (name !== 'heading' ? CURLY_QUOTES.test(value) : /^[”″]/.test(value))
    return t('attributeQuotes', { name, value });
  if (typeof converter !== 'object' || value === '') return undefined;
  const read: ReadAttribute = (given) => converter.fromAttribute?.(given);
  const { values, isAddress } = converter as {
    readonly values?: readonly string[];
    readonly isAddress?: boolean;
  };
  if (isAddress)
    return /^http/.test(safeUrl(String(read(value)), NOWHERE) ?? '')
      ? undefined
      : t('attributeValue', { name, value, values: 'https://…' });
  const word = value.toLowerCase();
  if (values?.length) {
    const unknown = word.split(/[\s,]+/).filter((one) => !values.includes(one));
    return unknown.length > 0
      ? t('attributeValue', { name, value: unknown.join(' '), values: values.join(', ') })
      : undefined;
  }
  if (typeof read('true') === 'boolean')
    return ['true', 'false', name].includes(word)
      ? undefined
      : t('attributeValue', { name, value, values: 'true, false' });
  if (typeof read('1') === 'number')
    return read(value) === Number(value) ? undefined : t('attributeNumber', { name, value });
  if (Array.isArray(read('[]')) && read(value) === undefined) return t('attributeJson', { name, value });
  return undefined;
}
