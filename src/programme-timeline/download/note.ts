import { css, html, nothing, render, type TemplateResult } from 'lit';
import { externalLink } from '../../element/views/link.js';
import type { SafeUrl } from '../../feed/fields.js';
import { webcalOf } from '../calendar-address.js';
import type { TimelineTranslator } from '../locales/index.js';

export const styles = [
  css`
    .calendar-note {
      display: block;
      flex-basis: 100%;
      font-size: 0.875rem;
    }

    @media print {
      .calendar-note {
        display: none;
      }
    }
  `,
];

/** The words behind a button that gave a calendar file, or copied an address. */
export interface Note {
  readonly words: string;
  /** A calendar that follows the programme. */
  readonly subscription?: { readonly url: SafeUrl; readonly words: string } | undefined;
  /** The page itself, for outside its frame. */
  readonly page?: { readonly before: string | false; readonly words: string } | false;
  readonly t: TimelineTranslator;
}

/** The place of the latest note of each timeline. */
const places = new WeakMap<HTMLElement, HTMLElement>();

/** Shows a note behind a button; only the latest stays. It goes with the button, in whose part of a template it stands. */
export function showNote(host: HTMLElement, button: HTMLElement, note: Note): void {
  const place = places.get(host) ?? document.createElement('span');
  places.set(host, place);
  place.className = 'calendar-note';
  place.lang = note.t.language;
  place.setAttribute('part', 'calendar-note');
  render(content(note), place);
  button.after(place);
}

function content({ words, subscription, page, t }: Note): TemplateResult {
  return html`${words}
  ${subscription ? html`<a class="link" part="link" href=${webcalOf(subscription.url)}>${subscription.words}</a>` : nothing}
  ${page ? html`${page.before || nothing} ${externalLink(location.href, page.words, t)}` : nothing}`;
}
