import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../dates/format.js';
import { exampleBadge } from '../element/views/states.js';
import { feedText, joinWithCommas } from '../element/views/text.js';
import type { LocaleContext } from '../i18n/text.js';
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
    ${listed.map((window) => edition(window, view))}
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
      <p>${windowText(window, view)}</p>
    </li>
  `;
}

/** Facts about an edition, beside the option to choose it. */
export function editionHint(window: SignupWindow, view: OfferView): TemplateResult {
  return html`
    ${window.edition.example ? exampleBadge(view.t) : nothing}
    <span class="hint">${dateAndPlace(window, view)}</span>
    <span class="hint">${windowText(window, view)}</span>
  `;
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

/** The text of a window: until when somebody can sign up, and how many places are left. */
function windowText(window: SignupWindow, { t, free }: OfferView): string {
  const { edition, state, date } = window;
  if (state === 'cancelled') return t('cancelled');
  const [dated, undated] = WINDOW_MESSAGES[state];
  const text = date ? t(dated, { date: formatDate(date, t.language) }) : t(undated);
  const places = state === 'full' ? 0 : free.get(edition.id);
  if (!canSignUp(window) || places === undefined) return text;
  return `${places === 0 ? t('full') : t('places', { n: places })} ${text}`;
}
