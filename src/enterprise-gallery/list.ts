import { html, isServer, noChange, nothing, type TemplateResult } from 'lit';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { CardsInSight } from './cards-in-sight.js';
import { card, emptyCard, type CardView } from './card.js';
import { focusHeading } from '../element/focus.js';
import { keyedRows } from '../element/views/keyed-rows.js';
import { focusText } from '../element/views/text.js';
import type { GalleryTranslator } from './locales/index.js';
import { times } from '../lists.js';

/** Cards of each batch at first: what a window shows. */
export const FIRST_BATCH = 8;
/** Cards of each batch while a visitor types: the next letter must not wait for more than a row or two. */
export const TYPING_BATCH = 4;

/** Empty cards that fill any window, so that what comes below them stays out of sight. */
const MAX_EMPTY_CARDS = 12;

/** Width of a card and the gap beside it, at the usual size of text. */
const CARD_PX = 280;
/** The lengths of the first rows, by gallery: another one would ask for pictures that nobody has come near. */
const firstRows = new WeakMap<Element, number>();

/**
 * Number of cards whose pictures do not wait until they are near: those that a window has room for beside each other,
 * where the gallery stands in it when its first cards come.
 */
export function firstRowLength(gallery: Element): number {
  if (isServer) return 1;
  let length = firstRows.get(gallery);
  if (length === undefined) {
    const { top, bottom } = gallery.getBoundingClientRect();
    length = top < innerHeight && bottom > 0 ? Math.max(1, Math.floor(innerWidth / CARD_PX)) : 0;
    firstRows.set(gallery, length);
  }
  return length;
}

/** Content of the list, and its callbacks. */
export interface ListView extends CardsInSight {
  /** Number of enterprises in all. */
  readonly total: number;
  /** Number of cards that come with each "show more". */
  readonly pageSize: number;
  readonly layout: 'auto' | 'grid' | 'list';
  readonly printing: boolean;
  /** Number of cards, from the first, whose pictures do not wait until they are near. */
  readonly firstRow: number;
  /** False until the whole feed has been read; before that the total is not known. */
  readonly complete: boolean;
  readonly card: CardView;
  /** The enterprise that is open among the cards, rendered. */
  readonly opened: TemplateResult | undefined;
  /** The enterprise that was closed last. */
  readonly closedId: string | undefined;
  /** Runs when the visitor is about to open something. */
  readonly onApproach: () => void;
  readonly onShowMore: () => void;
}

export function list(view: ListView): TemplateResult {
  const { visible, total, placeholderCount, card } = view;
  const { t } = card;
  if (total === 0 && !view.opened)
    return html`<p class="state" part="state">${t('nothingFound')} ${t('nothingFoundHelp')}</p>`;
  return html`
    <ul
      class="list layout-${view.layout}"
      part="list"
      role="list"
      @pointerover=${view.onApproach}
      @focusin=${view.onApproach}
    >
      ${visible.some(({ id }) => id === card.openId) ? nothing : opened(view)} ${keyedRows(rows(view))}
      ${times(placeholderCount, emptyCard)}
    </ul>
    ${remainder(view)}
  `;
}

/** The cards in sight by id, with an empty one in each place to which an enterprise is still to come. */
function rows(view: ListView): ReadonlyMap<string, unknown> {
  const cards = new Map<string, unknown>();
  // Cards of before stand behind those of now, some twice. No id begins with a blank.
  view.visible.forEach((enterprise, index) => {
    const { id } = enterprise;
    cards.set(cards.has(id) ? ` ${id}` : id, item(enterprise, view, index < view.firstRow));
  });
  const all = [...cards];
  view.gaps.forEach(
    (place, earlier) =>
      place <= view.visible.length && all.splice(place + earlier, 0, [`  ${earlier}`, emptyCard()]),
  );
  return new Map(all);
}

function item(enterprise: Enterprise, view: ListView, isInFirstRow: boolean): unknown {
  const listItem = card(enterprise, view.card, isInFirstRow);
  const isOpen = enterprise.id === view.card.openId && view.opened !== undefined;
  if (view.card.detail !== 'inline' && !isOpen) return listItem;
  // A place of its own for what opens, so that the card before it stays the same element.
  // What was closed last stays, out of sight: taken away, it takes along the place at which a screen reader reads.
  const isLeft = enterprise.id === view.closedId;
  return [listItem, isOpen || isLeft ? opened(isOpen ? view : { opened: noChange }) : nothing];
}

/** Stands behind its card; before all cards where that is not there, for a link or a walk may lead to any enterprise. */
function opened({ opened }: { readonly opened: unknown }): TemplateResult | typeof nothing {
  return opened ? html`<li class="opened" ?hidden=${opened === noChange}>${opened}</li>` : nothing;
}

/** The number of enterprises that are not in the list: with a button for more on a screen, in words on paper. */
function remainder({
  card: { t },
  visible,
  gaps,
  placeholderCount,
  total,
  pageSize,
  printing,
  complete,
  onShowMore,
}: ListView): unknown {
  const left = total - visible.length - gaps.length - placeholderCount;
  const isMore = left > 0 && complete;
  if (printing) return left > 0 ? html`<p>${t('notPrinted', { n: left })}</p>` : nothing;
  // The button that was pressed last is hidden: taken away, it takes along the place at which a screen reader reads.
  return html`
    <div class="more" ?hidden=${!isMore}>
      ${
        isMore
          ? html`<button type="button" class="button" part="button" @click=${onShowMore}>
                ${t('showMore', { n: Math.min(left, pageSize) })}
              </button>
              <p>${t('shown', { shown: total - left, n: total })}</p>`
          : noChange
      }
    </div>
  `;
}

/**
 * Empty shapes of the list, before there is one. Of the first page they fill a window; where a visitor comes back to more,
 * there is one for each card, so that the browser finds the place again.
 */
export function emptyList(layout: ListView['layout'], count: number, pageSize: number): TemplateResult {
  const length = count > pageSize ? count : Math.min(count, MAX_EMPTY_CARDS);
  return html`<ul class="list layout-${layout}" role="list">
    ${times(length, emptyCard)}
  </ul>`;
}

/** Moves the focus to the link of a card, else to its name. */
export function focusCard(root: ParentNode, index: number): void {
  const card = root.querySelectorAll('.card')[index];
  const link = card?.querySelector<HTMLElement>('.name-link');
  if (link) link.focus();
  else focusHeading(card?.querySelector<HTMLElement>('.name > *'));
}

/** Message instead of an enterprise whose code could not be loaded. */
export function notLoaded(t: GalleryTranslator, onClose: () => void): TemplateResult {
  return html`
    <div class="detail">
      <p class="state" part="state">${focusText('detail-name', t('failed'))}</p>
      <button type="button" class="button" part="button" @click=${onClose}>${t('close')}</button>
    </div>
  `;
}
