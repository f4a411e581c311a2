import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../feed/fields.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { exampleBadge } from '../element/states.js';
import { heading } from '../element/heading.js';
import { feedParagraphs, feedText } from '../element/text.js';
import type { Catalogue } from './catalogue.js';
import type { GalleryWords } from './locales/index.js';
import { marked } from './marked.js';
import { enterprisePicture, type PictureView } from './picture.js';
import { statusMark } from './status-mark.js';

/** What all cards of one rendering share. */
export interface CardView {
  readonly catalogue: Catalogue;
  readonly pictures: PictureView;
  readonly say: GalleryWords;
  readonly words: readonly string[];
  readonly headingLevel: number;
  /** Whether the whole text is shown: on paper. */
  readonly whole: boolean;
  /** The address that the name links to, if it is a link. */
  readonly hrefOf: (enterprise: Enterprise) => string | undefined;
  /** Whether following the link opens the enterprise here. */
  readonly opens: 'dialog' | 'inline' | undefined;
  readonly openId: string | undefined;
  readonly onOpen: (event: MouseEvent, enterprise: Enterprise) => void;
}

export function card(enterprise: Enterprise, view: CardView): TemplateResult {
  const { say, catalogue, pictures, words } = view;
  const { reader } = pictures;
  const text = (label: Parameters<typeof feedText>[0]) => feedText(label, reader, say.language);
  const about = [
    ...enterprise.themes.map((id) => catalogue.labels.theme.get(id)),
    catalogue.labels.edition.get(enterprise.edition ?? ''),
  ].filter((label) => label !== undefined);
  return html`
    <article class="card" part="card" data-id=${enterprise.id} aria-labelledby=${`name-${enterprise.id}`}>
      <div class="picture">
        ${enterprisePicture(enterprise, pictures, view.whole ? 'eager' : 'lazy')}
        ${enterprise.example ? exampleBadge(say) : nothing}
      </div>
      <div class="words">
        ${heading(view.headingLevel, nameLink(enterprise, view), 'name', `name-${enterprise.id}`)}
        <p class="tagline" part="tagline">${marked(enterprise.tagline, words, reader, say.language)}</p>
        ${view.whole && enterprise.description ? feedParagraphs(enterprise.description, reader, say.language) : nothing}
      </div>
      <p class="facts" part="facts">
        ${statusMark(enterprise.status, say)}
        <span>${about.map((label, at) => html`${at > 0 ? ' · ' : ''}${text(label)}`)}</span>
      </p>
    </article>
  `;
}

function nameLink(enterprise: Enterprise, view: CardView): unknown {
  const name = marked(enterprise.name, view.words, view.pictures.reader, view.say.language);
  const href = view.hrefOf(enterprise);
  if (!href) return name;
  const address = view.opens ? href : safeUrl(href, 'https://invalid.invalid/');
  return html`<a
    class="name-link"
    href=${address ?? nothing}
    aria-haspopup=${view.opens === 'dialog' ? 'dialog' : nothing}
    aria-expanded=${view.opens === 'inline' ? view.openId === enterprise.id : nothing}
    @click=${(event: MouseEvent) => view.onOpen(event, enterprise)}
    >${name}</a
  >`;
}

/** The shape of a card before there is one: the same rows, the same heights. */
export function emptyCard(): TemplateResult {
  return html`
    <div class="card empty-card">
      <div class="picture"></div>
      <div class="words">
        <span class="bar short"></span><span class="bar"></span><span class="bar"></span>
      </div>
      <div class="facts"><span class="bar short"></span></div>
    </div>
  `;
}
