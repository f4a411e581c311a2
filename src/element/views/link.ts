import { html, nothing } from 'lit';
import { safeUrl } from '../../feed/fields.js';

/**
 * A link to an address from the feed; the content alone without one, and where the address is not safe. It was checked
 * when the feed was read and is checked again here, where it could do harm. `hint`: words for voices after a link to a
 * website, not after an e-mail address or a telephone number.
 */
export function externalLink(address: string | undefined, content: unknown, hint?: string): unknown {
  if (address === undefined) return content;
  const href = safeUrl(address, 'https://invalid.invalid/');
  if (!href) return html`<span>${content}</span>`;
  return html`<a class="link" part="link" href=${href} rel="noopener"
    >${content}${hint && href.startsWith('http') ? voiceHint(hint) : nothing}</a
  >`;
}

/** Words for voices alone. The space before them is a value: the minifier takes one at the edge of an element away. */
const voiceHint = (hint: string) => html`<span class="visually-hidden">${` (${hint})`}</span>`;
