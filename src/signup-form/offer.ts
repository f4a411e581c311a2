import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../dates/format.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { exampleBadge } from '../element/views/states.js';
import { feedText, joinWithCommas, voiceText } from '../element/views/text.js';
import type { LocaleContext } from '../i18n/text.js';
import type { OptionHint } from './field-words.js';
import type { SignupTranslator } from './locales/index.js';
import { canSignUp, type SignupWindow } from '../signup/window.js';

export interface OfferView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly windows: readonly SignupWindow[];
  /** Free places by edition, where the receiver gives them. */
  readonly free: ReadonlyMap<string, number>;
}

/**
 * The states of the editions. The ones that can be chosen are described in the form itself; here are the ones that
 * cannot, or the only one.
 */
export function offer(view: OfferView): TemplateResult | typeof nothing {
  const open = view.windows.filter(canSignUp);
  const listed = open.length > 1 ? view.windows.filter((window) => !open.includes(window)) : view.windows;
  if (listed.length === 0) return nothing;
  return html`<ul class="editions" part="editions" role="list">
    ${rowsOf(
      listed,
      (window) => window.edition.id,
      (window) => edition(window, view),
    )}
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
      <p>${dateAndPlace(window, view)}</p>
      <p>${placesText(window, view)} ${windowText(window, view)}</p>
    </li>
  `;
}

/** Facts about an edition, beside the option to choose it; `mark` is part of its name. */
export function editionHint(window: SignupWindow, view: OfferView): OptionHint {
  return {
    mark: html`${window.edition.example ? [' ', exampleBadge(view.t)] : nothing}
      <span class="hint">${placesText(window, view)}</span>`,
    facts: html`<span class="hint">${dateAndPlace(window, view)}</span>${voiceText('. ')}
      <span class="hint">${windowText(window, view)}</span>`,
  };
}

function dateAndPlace(window: SignupWindow, { t, localeContext }: OfferView): unknown {
  const { place, start } = window.edition;
  const name = place && feedText(place.name, localeContext, t.language);
  const begins =
    start && canSignUp(window) ? t('starts', { date: formatDate(start, t.language) }) : undefined;
  return joinWithCommas([begins, name].filter((fact) => fact));
}

/** The messages of a window with its date and without. */
const WINDOW_MESSAGES = {
  open: ['openUntil', 'open'],
  full: ['openUntil', 'open'],
  soon: ['opens', 'opensLater'],
  closed: ['closedSince', 'closed'],
} as const;

/** The number of places that are left; empty where it is not known. */
function placesText(window: SignupWindow, { t, free }: OfferView): string {
  const places = window.state === 'full' ? 0 : free.get(window.edition.id);
  if (!canSignUp(window) || places === undefined) return '';
  return places === 0 ? t('full') : t('places', { n: places });
}

/** The text of a window: until when somebody can sign up. */
function windowText({ state, date }: SignupWindow, { t }: OfferView): string {
  if (state === 'cancelled') return t('cancelled');
  const [dated, undated] = WINDOW_MESSAGES[state];
  return date ? t(dated, { date: formatDate(date, t.language) }) : t(undated);
}
