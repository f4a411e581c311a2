import { html, nothing, type TemplateResult } from 'lit';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { card, emptyCard, type CardView } from './card.js';
import type { GalleryTranslator } from './locales/index.js';

/** Empty cards: enough to fill any window, so that what comes below stays out of sight. */
const EMPTY_CARDS = 12;

/** What the list shows, and what it asks for. */
export interface ListView {
  readonly t: GalleryTranslator;
  readonly visible: readonly Enterprise[];
  /** How many more are about to come: empty cards keep their place. */
  readonly placeholderCount: number;
  /** How many there are in all. */
  readonly total: number;
  /** How many come with each "show more". */
  readonly page: number;
  readonly printing: boolean;
  /** Whether the whole feed has been read: before that the total is not known. */
  readonly complete: boolean;
  readonly card: CardView;
  /** The enterprise that is open among the cards. */
  readonly opened: TemplateResult | undefined;
  /** The visitor is about to open something. */
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
    ${rest(view)}
  `;
}

function item(enterprise: Enterprise, view: ListView): unknown {
  const item = card(enterprise, view.card);
  const isOpen = enterprise.id === view.card.openId && view.opened !== undefined;
  if (view.card.detail !== 'inline' && !isOpen) return item;
  // A place of its own for what opens, so that the card before it stays the same element.
  return [item, isOpen ? opened(view) : nothing];
}

/** Behind its card; before all of them where that is not there, for a link or a walk may lead to any enterprise. */
function opened({ opened }: ListView): TemplateResult | typeof nothing {
  return opened ? html`<li class="opened">${opened}</li>` : nothing;
}

/** What is not in the list: to be asked for on a screen, told on paper. */
function rest({
  t,
  visible,
  placeholderCount,
  total,
  page,
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
        ${t('showMore', { n: Math.min(left, page) })}
      </button>
      <p>${t('shown', { shown: total - left, n: total })}</p>
    </div>
  `;
}

/** The shape of the list before there is one. */
export function emptyList(page: number): TemplateResult {
  return html` <div class="list">${Array.from({ length: Math.min(page, EMPTY_CARDS) }, emptyCard)}</div> `;
}

/** Instead of an enterprise whose page cannot be loaded. */
export function notLoaded(t: GalleryTranslator, onClose: () => void): TemplateResult {
  return html`
    <div class="detail">
      <p class="state" part="state" id="detail-name" tabindex="-1">${t('failed')}</p>
      <button type="button" class="button" part="button" @click=${onClose}>${t('close')}</button>
    </div>
  `;
}
