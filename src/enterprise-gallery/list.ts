import { html, nothing, type TemplateResult } from 'lit';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { card, emptyCard, type CardView } from './card.js';
import type { GalleryTranslator } from './locales/index.js';

/** Empty cards that fill any window, so that what comes below them stays out of sight. */
const MAX_EMPTY_CARDS = 12;

/** Content of the list, and its callbacks. */
export interface ListView {
  readonly t: GalleryTranslator;
  readonly visible: readonly Enterprise[];
  /** Number of cards that are about to come; empty ones keep their place. */
  readonly placeholderCount: number;
  /** Number of enterprises in all. */
  readonly total: number;
  /** Number of cards that come with each "show more". */
  readonly pageSize: number;
  readonly printing: boolean;
  /** False until the whole feed has been read; before that the total is not known. */
  readonly complete: boolean;
  readonly card: CardView;
  /** The enterprise that is open among the cards, rendered. */
  readonly opened: TemplateResult | undefined;
  /** Runs when the visitor is about to open something. */
  readonly onApproach: () => void;
  readonly onShowMore: () => void;
}

export function list(view: ListView): TemplateResult {
  const { t, visible, total, placeholderCount, card } = view;
  if (total === 0)
    return html`<p class="state" part="state">${t('nothingFound')} ${t('nothingFoundHelp')}</p>`;
  return html`
    <ul class="list" part="list" role="list" @pointerover=${view.onApproach} @focusin=${view.onApproach}>
      ${visible.some(({ id }) => id === card.openId) ? nothing : opened(view)}
      ${visible.map((enterprise) => item(enterprise, view))}
      ${Array.from({ length: placeholderCount }, emptyCard)}
    </ul>
    ${remainder(view)}
  `;
}

function item(enterprise: Enterprise, view: ListView): unknown {
  const listItem = card(enterprise, view.card);
  const isOpen = enterprise.id === view.card.openId && view.opened !== undefined;
  if (view.card.detail !== 'inline' && !isOpen) return listItem;
  // A place of its own for what opens, so that the card before it stays the same element.
  return [listItem, isOpen ? opened(view) : nothing];
}

/** Stands behind its card; before all cards where that is not there, for a link or a walk may lead to any enterprise. */
function opened({ opened }: ListView): TemplateResult | typeof nothing {
  return opened ? html`<li class="opened">${opened}</li>` : nothing;
}

/** The number of enterprises that are not in the list: with a button for more on a screen, in words on paper. */
function remainder({
  t,
  visible,
  placeholderCount,
  total,
  pageSize,
  printing,
  complete,
  onShowMore,
}: ListView): unknown {
  const left = total - visible.length - placeholderCount;
  if (left <= 0) return nothing;
  if (printing) return html`<p>${t('notPrinted', { n: left })}</p>`;
  if (!complete) return nothing;
  return html`
    <div class="more">
      <button type="button" class="button" part="button" @click=${onShowMore}>
        ${t('showMore', { n: Math.min(left, pageSize) })}
      </button>
      <p>${t('shown', { shown: total - left, n: total })}</p>
    </div>
  `;
}

/** Empty shapes of the list, before there is one. */
export function emptyList(pageSize: number): TemplateResult {
  return html`
    <ul class="list">${Array.from({ length: Math.min(pageSize, MAX_EMPTY_CARDS) }, emptyCard)}</ul>
  `;
}

/** Message instead of an enterprise whose code could not be loaded. */
export function notLoaded(t: GalleryTranslator, onClose: () => void): TemplateResult {
  return html`
    <div class="detail">
      <p class="state" part="state" id="detail-name" tabindex="-1">${t('failed')}</p>
      <button type="button" class="button" part="button" @click=${onClose}>${t('close')}</button>
    </div>
  `;
}
