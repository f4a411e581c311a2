import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../feed/fields.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { nameBadge } from '../element/views/states.js';
import { bareHeading } from '../element/views/heading.js';
import { feedParagraphs, joinTexts, localizedText, voiceText } from '../element/views/text.js';
import { localizeText, type Text } from '../i18n/text.js';
import { ownPage, type Catalogue } from './catalogue.js';
import type { GalleryTranslator } from './locales/index.js';
import { enterprisePicture, type PictureView } from './picture.js';
import { statusMark } from './status-mark.js';
import { LINK_TARGET, tabHint } from '../element/views/link.js';

/** Places where an enterprise opens. */
export const DETAILS = ['dialog', 'inline', 'link', 'none'] as const;
export type Detail = (typeof DETAILS)[number];

/** Settings that all cards of one rendering share. */
export interface CardView {
  readonly catalogue: Catalogue;
  readonly pictures: PictureView;
  readonly t: GalleryTranslator;
  /** A text with what a search found in it marked. */
  readonly highlighted: (text: string) => string | TemplateResult;
  readonly headingLevel: number;
  /** Shows the whole text, as on paper. */
  readonly whole: boolean;
  /** Place where following the name opens the enterprise. */
  readonly detail: Detail;
  readonly openId: string | undefined;
  /** The address of an enterprise within this page. */
  readonly hrefTo: (id: string) => string;
}

/** One enterprise as an item of the list: of few DOM elements, for there are many cards. */
export function card(enterprise: Enterprise, view: CardView, isInFirstRow: boolean): TemplateResult {
  const { t, catalogue, pictures } = view;
  const { localeContext } = pictures;
  const { theme, edition } = catalogue.labels;
  const labels = [...enterprise.themes.map((id) => theme.get(id)), edition.get(enterprise.edition ?? '')];
  const searched = (text: Text) => {
    const chosen = localizeText(text, localeContext);
    return localizedText(chosen, t.language, view.highlighted(chosen.text));
  };
  return html`
    <li class="card" part="card" data-id=${enterprise.id}>
      <div class="text">
        <div class="name" part="name" id=${`name-${enterprise.id}`}>
          ${bareHeading(view.headingLevel, [
            nameLink(enterprise, searched(enterprise.name), view),
            enterprise.example ? nameBadge(t) : nothing,
          ])}
        </div>
        <p class="tagline" part="tagline">${enterprise.tagline ? searched(enterprise.tagline) : nothing}</p>
        ${view.whole && enterprise.description ? feedParagraphs(enterprise.description, localeContext, t.language) : nothing}
      </div>
      <div class="picture">
        ${enterprisePicture(enterprise, pictures, view.whole || isInFirstRow ? 'eager' : 'lazy')}
      </div>
      <p class="facts" part="facts">
        ${voiceText(`${t('status')}: `)}${statusMark(enterprise.status, t)}<span
          >${joinTexts(labels, localeContext, t.language)}</span
        >
      </p>
    </li>
  `;
}

function nameLink(enterprise: Enterprise, name: unknown, view: CardView): unknown {
  const { id } = enterprise;
  switch (view.detail) {
    case 'dialog':
      return html`<a class="name-link" href=${view.hrefTo(id)} aria-haspopup="dialog">${name}</a>`;
    case 'inline':
      return html`<a class="name-link" href=${view.hrefTo(id)} aria-expanded=${id === view.openId}
        >${name}</a
      >`;
    case 'link': {
      const page = ownPage(enterprise);
      const href = page && safeUrl(page, page);
      return href
        ? html`<a class="name-link" href=${href} target=${LINK_TARGET}>${name}${tabHint(view.t)}</a>`
        : name;
    }
    case 'none':
      return name;
  }
}

/** Empty shape of a card: the same rows, the same heights. */
export function emptyCard(): TemplateResult {
  return html`
    <li class="card empty-card" aria-hidden="true">
      <div class="picture"></div>
      <div class="text">
        <span class="bar short"></span><span class="bar"></span><span class="bar"></span>
      </div>
      <div class="facts"><span class="bar short"></span></div>
    </li>
  `;
}
