/** The parameters of a frame page: everything in its address that is given to the widget. */

/** Length of a value; a longer one is none. */
const MAX_VALUE_CHARS = 2_000;

/**
 * Attributes that no address sets. Whoever frames the page would speak in the name of the site that it is on: with a feed
 * in the address itself (`data`), with other words for what a visitor agrees to (`labels`), as somebody else, with fields
 * that no visitor has filled in (`hidden-fields`).
 */
const WITHHELD = ['data', 'labels', 'controller', 'controller-contact', 'hidden-fields'];

/** The attributes of a widget that the address of its frame page may set. */
export const framedAttributes = (observed: readonly string[]): readonly string[] =>
  observed.filter((name) => !WITHHELD.includes(name));

/** What the address of a frame page says. */
export interface Parameters {
  /** The attributes of the widget that are given, with their values. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The language, as a tag; `undefined` where none is given. */
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl' | 'auto' | undefined;
}

/**
 * Reads the query of a frame page's address. Of the same name twice the first counts; names in capitals and blanks around
 * are taken as meant; what is not known, or far too long, is not there.
 * @param search The query, with its `?`.
 * @param known The names of the attributes that may be set.
 */
export function readParameters(search: string, known: readonly string[]): Parameters {
  const given = new Map<string, string>();
  for (const [written, value] of new URLSearchParams(search)) {
    const name = written.trim().toLowerCase();
    if (!given.has(name) && value.length <= MAX_VALUE_CHARS) given.set(name, value.trim());
  }
  const dir = given.get('dir')?.toLowerCase();
  return {
    attributes: new Map([...given].filter(([name]) => known.includes(name))),
    lang: given.get('lang') || undefined,
    dir: dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? dir : undefined,
  };
}
