import { compareKeys, parseDate, sortKey, type FeedDate } from '../dates/edtf.js';
import type { FeedDocument } from '../feed/document.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import { editions } from '../feed/sections/editions.js';
import { enterprises, type Enterprise } from '../feed/sections/enterprises.js';
import { neighbourhoods, themes } from '../feed/sections/labels.js';
import { flatMap } from '../lists.js';

/** The enterprises of a feed, and the names of what they refer to. */
export interface Catalogue {
  readonly enterprises: readonly Enterprise[];
  readonly labels: Readonly<Record<'theme' | 'edition' | 'neighbourhood', ReadonlyMap<string, Text>>>;
  readonly editionStarts: ReadonlyMap<string, FeedDate>;
}

/** The sections of the gallery, in the order in which they are needed. */
export const GALLERY_SECTIONS = [enterprises, themes, editions, neighbourhoods];

/** The reader of the enterprises. */
export const readerOf = (document: FeedDocument) => document.reader(enterprises);

/** The catalogue of a feed as far as it has been read. */
export function catalogueOf(document: FeedDocument): Catalogue {
  const named = <T extends { id: string }>(entries: readonly T[], label: (entry: T) => Text) =>
    new Map(entries.map((entry) => [entry.id, label(entry)]));
  const editionList = document.read(editions).values;
  return {
    enterprises: document.reader(enterprises).values,
    labels: {
      theme: named(document.read(themes).values, (theme) => theme.label),
      edition: named(editionList, (edition) => edition.title),
      neighbourhood: named(document.read(neighbourhoods).values, (neighbourhood) => neighbourhood.label),
    },
    editionStarts: new Map(flatMap(editionList, ({ id, start }) => (start ? [[id, start]] : []))),
  };
}

/** Address of the page of an enterprise: its link of kind `website`, else its first one. */
export function ownPage(enterprise: Enterprise): string | undefined {
  const links = enterprise.links;
  return (links.filter((link) => link.kind === 'website')[0] ?? links[0])?.url;
}

/** Orders of the enterprises: as in the feed, by name, or the newest first. */
export const SORTS = ['feed', 'name', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** Orders enterprises; `feed` leaves them as they are. */
export function sorted(
  list: readonly Enterprise[],
  sort: Sort,
  catalogue: Catalogue,
  localeContext: LocaleContext,
): readonly Enterprise[] {
  if (sort === 'feed') return list;
  if (sort === 'name') {
    const collator = new Intl.Collator(localeContext.locale, { numeric: true });
    const names = new Map(list.map((enterprise) => [enterprise, plainText(enterprise.name, localeContext)]));
    return list.toSorted((a, b) => collator.compare(names.get(a)!, names.get(b)!));
  }
  const starts = new Map(list.map((enterprise) => [enterprise, startOf(enterprise, catalogue)]));
  // Later first; what has no date at all comes last, as the empty text is before every date.
  return list.toSorted((a, b) => compareKeys(starts.get(b)!, starts.get(a)!));
}

/** Sortable text of the day on which an enterprise began: its own, else that of its edition; empty where neither is known. */
function startOf(enterprise: Enterprise, catalogue: Catalogue): string {
  const date = enterprise.founded ?? catalogue.editionStarts.get(enterprise.edition ?? '');
  const value = date && parseDate(date);
  return value ? sortKey(value) : '';
}
