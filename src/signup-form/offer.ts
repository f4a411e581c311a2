import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../dates/format.js';
import { exampleBadge } from '../element/views/states.js';
import { feedText, joinWithDots } from '../element/views/text.js';
import type { LocaleContext } from '../i18n/text.js';
import type { SignupTranslator } from './locales/index.js';
import { canSignUp, type SignupWindow } from '../signup/window.js';

export interface OfferView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly windows: readonly SignupWindow[];
  /** Free places by edition, where the receiver tells. */
  readonly free: ReadonlyMap<string, number>;
}

/**
 * How it stands with the editions. Those that can be chosen in the form are told there; here are the ones that cannot,
 * and the one where there is no choice.
 */
export function offer(view: OfferView): TemplateResult | typeof nothing {
  const open = view.windows.filter(canSignUp);
  const told = open.length > 1 ? view.windows.filter((window) => !open.includes(window)) : view.windows;
  if (told.length === 0) return nothing;
  return html`<ul class="editions" part="editions" role="list">
    ${told.map((window) => edition(window, view))}
  </ul>`;
}

function edition(window: SignupWindow, view: OfferView): TemplateResult {
  const { t, localeContext } = view;
  const { title, example } = window.edition;
  return html`
    <li class="edition ${window.state}" part="edition">
      <p class="edition-title">
        ${feedText(title, localeContext, t.language)} ${example ? exampleBadge(t) : nothing}
      </p>
      <p>${whenAndWhere(window, view)}</p>
      <p>${sayWindow(window, view)}</p>
    </li>
  `;
}

/** What there is to know of an edition before it is chosen. */
export function editionHint(window: SignupWindow, view: OfferView): TemplateResult {
  return html`
    ${window.edition.example ? exampleBadge(view.t) : nothing}
    <span class="hint">${whenAndWhere(window, view)}</span>
    <span class="hint">${sayWindow(window, view)}</span>
  `;
}

function whenAndWhere(window: SignupWindow, { t, localeContext }: OfferView): unknown {
  const { place, start } = window.edition;
  const name = place && feedText(place.name, localeContext, t.language);
  const begins =
    start && canSignUp(window) ? t('starts', { date: formatDate(start, t.language) }) : undefined;
  return joinWithDots([begins, name].filter((fact) => fact));
}

/** Whether and until when somebody can sign up, and how many places are left. */
function sayWindow({ edition, state, date }: SignupWindow, { t, free }: OfferView): string {
  const on = date ? { date: formatDate(date, t.language) } : undefined;
  const left = free.get(edition.id);
  switch (state) {
    case 'soon':
      return on ? t('opens', on) : t('opensLater');
    case 'closed':
      return on ? t('closedSince', on) : t('closed');
    case 'cancelled':
      return t('cancelled');
    case 'full':
    case 'open': {
      const until = on ? t('openUntil', on) : t('open');
      if (state === 'full' || left === 0) return `${t('full')} ${until}`;
      return left === undefined ? until : `${t('places', { n: left })} ${until}`;
    }
  }
}
