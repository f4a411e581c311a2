import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../dates/format.js';
import { heading } from '../../element/views/heading.js';
import { rowsOf } from '../../element/views/keyed-rows.js';
import { externalLink } from '../../element/views/link.js';
import { sourceItems } from '../../element/views/source-list.js';
import { nameBadge } from '../../element/views/states.js';
import { feedParagraphs, feedText } from '../../element/views/text.js';
import type { Text } from '../../i18n/text.js';
import type { Enterprise } from '../../feed/sections/enterprises.js';
import type { Link } from '../../feed/shapes.js';
import type { Catalogue } from '../catalogue.js';
import { detailStyles } from './detail.styles.js';
import type { DetailTranslator } from './locales/index.js';
import { enterprisePicture, type PictureView } from '../picture.js';
import { statusMark } from '../status-mark.js';
import { relatives } from './relatives.js';

export { ModalDialog } from '../../element/controllers/modal-dialog.js';
export { languages } from './locales/index.js';
export { followUnlessSelecting } from './text-click.js';
export { walkTo } from './walk.js';
export const styles = [detailStyles];

/** Content of the detail of an enterprise, and its callbacks. */
export interface DetailView {
  readonly enterprise: Enterprise;
  readonly catalogue: Catalogue;
  /** The enterprises that previous and next walk through. */
  readonly selection: readonly Enterprise[];
  readonly pictures: PictureView;
  readonly t: DetailTranslator;
  readonly headingLevel: number;
  readonly onClose: () => void;
  readonly onGo: (enterprise: Enterprise) => void;
}

/** An enterprise as a page to read: picture, name, facts, text, links, where it came from and what it became. */
export function detail(view: DetailView): TemplateResult {
  const { enterprise, pictures, t, headingLevel } = view;
  const text = (value: Text | undefined) => feedText(value, pictures.localeContext, t.language);
  const credit = enterprise.image?.credit;
  return html`
    <article class="detail" part="detail">
      <div class="detail-bar">
        ${walk(view)}
        <button type="button" class="button close" part="button" @click=${view.onClose}>${t('close')}</button>
      </div>
      <div class="picture">${enterprisePicture(enterprise, pictures, 'eager')}</div>
      ${credit ? html`<p class="credit">${t('photo', { credit: '' })}${text(credit)}</p>` : nothing}
      ${heading(headingLevel, [text(enterprise.name), enterprise.example ? nameBadge(t) : nothing], 'detail-name', 'detail-name')}
      ${enterprise.tagline ? html`<p class="lead">${text(enterprise.tagline)}</p>` : nothing} ${facts(view)}
      ${
        enterprise.description
          ? html`<div class="prose">
              ${feedParagraphs(enterprise.description, pictures.localeContext, t.language)}
            </div>`
          : nothing
      }
      ${linkList(enterprise.links, view)} ${relativeLinks(view)} ${sourceList(view)}
    </article>
  `;
}

/** Buttons to the previous and the next enterprise of what was found. */
function walk({ enterprise, selection, t, onGo }: DetailView): TemplateResult {
  const index = selection.indexOf(enterprise);
  const step = (target: Enterprise | undefined, term: 'previous' | 'next') => html`
    <button
      type="button"
      class="button ${term}"
      part="button"
      aria-disabled=${target === undefined}
      @click=${() => target && onGo(target)}
    >
      ${t(term)}
    </button>
  `;
  if (index < 0 || selection.length < 2) return html`<div class="walk"></div>`;
  return html`
    <div class="walk">
      ${step(selection[index - 1], 'previous')} ${step(selection[index + 1], 'next')}
      <span class="position">${t('position', { at: index + 1, n: selection.length })}</span>
    </div>
  `;
}

function facts(view: DetailView): TemplateResult {
  const { enterprise, catalogue, t, pictures } = view;
  const { localeContext } = pictures;
  const text = (value: Text | undefined) => feedText(value, localeContext, t.language);
  const { theme, edition, neighbourhood } = catalogue.labels;
  const { place } = enterprise;
  const rows: [term: string, value: unknown][] = [[t('status'), statusMark(enterprise.status, t)]];
  const add = <T>(term: string, value: T | undefined, show: (value: T) => unknown) => {
    if (value !== undefined) rows.push([term, show(value)]);
  };
  // Of what an enterprise refers to, the feed may name nothing that can be shown.
  const themes = enterprise.themes.map((id) => theme.get(id)).filter((label) => label !== undefined);
  if (enterprise.alternateNames.length > 0)
    rows.push([t('otherNames'), joined(enterprise.alternateNames.map(text))]);
  if (themes.length > 0) rows.push([t('theme'), joined(themes.map(text))]);
  add(t('edition'), edition.get(enterprise.edition ?? ''), text);
  add(t('founded'), enterprise.founded, (date) => formatDate(date, t.language));
  add(t('people'), enterprise.people, (n) => t('peopleCount', { n }));
  add(t('neighbourhood'), neighbourhood.get(enterprise.neighbourhood ?? ''), text);
  add(t('place'), place, ({ name, url, address }) => {
    const words = url ? externalLink(url, text(name), t) : text(name);
    return address ? [words, ', ', text(address)] : words;
  });
  return html`
    <dl class="fact-list">
      ${rowsOf(
        rows,
        ([term]) => term,
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  `;
}

function joined(values: readonly unknown[]): TemplateResult {
  return html`${values.map((value, index) => html`${index > 0 ? ', ' : ''}${value}`)}`;
}

function linkList(links: readonly Link[], { t, pictures }: DetailView): TemplateResult | typeof nothing {
  if (links.length === 0) return nothing;
  return html`
    <ul class="links" role="list" aria-label=${t('links')}>
      ${rowsOf(
        links,
        ({ url }) => url,
        ({ url, label }) => {
          const address = url.startsWith('http') ? t('website') : url.replace(/^\w+:/, '');
          const words = label ? feedText(label, pictures.localeContext, t.language) : address;
          return html`<li>${externalLink(url, words, t)}</li>`;
        },
      )}
    </ul>
  `;
}

/** Buttons to the enterprises that it grew into and grew out of. */
function relativeLinks({
  enterprise,
  catalogue,
  pictures,
  t,
  onGo,
}: DetailView): TemplateResult | typeof nothing {
  const { successor, predecessors } = relatives(catalogue, enterprise);
  if (!successor && predecessors.length === 0) return nothing;
  const go = (other: Enterprise) => html`
    <button type="button" class="link-button" part="button" @click=${() => onGo(other)}>
      ${feedText(other.name, pictures.localeContext, t.language)}
    </button>
  `;
  return html`
    <div class="family">
      ${successor ? html`<p>${`${t('grewInto')}: `}${go(successor)}</p>` : nothing}
      ${predecessors.length > 0 ? html`<p>${`${t('grewFrom')}: `}${rowsOf(predecessors, ({ id }) => id, go)}</p>` : nothing}
    </div>
  `;
}

function sourceList({
  enterprise: { id, sources },
  t,
  pictures,
}: DetailView): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  // One that was closed may still be there.
  const titleId = `sources-${id}`;
  return html`
    <div class="sources">
      <p class="sources-title" id=${titleId}>${t(sources.length === 1 ? 'source' : 'sources')}</p>
      ${sourceItems(sources, t, pictures.localeContext, titleId)}
    </div>
  `;
}
