import { html, nothing } from 'lit';
import { NOWHERE, safeUrl } from '../../feed/fields.js';
import { isFramed } from '../is-framed.js';
import { voiceText } from './text.js';
import type { CommonTranslator } from './states.js';

/** The target of links to other pages. Few pages may be shown in a frame, which would show a refusal in our place. */
export const LINK_TARGET = isFramed ? '_blank' : nothing;

/**
 * A link to an address from the feed; the content alone without one, and where the address is not safe. It was checked
 * when the feed was read and is checked again here, where it could do harm. With a translator a link to a website says
 * to voices that it leads elsewhere; one to an e-mail address or a telephone number has that on paper.
 */
export function externalLink(address: string | undefined, content: unknown, t?: CommonTranslator): unknown {
  if (address === undefined) return content;
  const href = safeUrl(address, NOWHERE);
  if (!href) return html`<span>${content}</span>`;
  const isWebsite = href.startsWith('http');
  const bare = href.replace(/^\w+:|\?.*/g, '');
  return html`<a
    class="link"
    part="link"
    href=${href}
    rel="noopener"
    target=${isWebsite ? LINK_TARGET : nothing}
    data-address=${t && !isWebsite && content !== bare ? bare : nothing}
    >${content}${t && isWebsite ? voiceText(` (${t(isFramed ? 'opensTab' : 'opensElsewhere')})`) : nothing}</a
  >`;
}

/** Words in a link that it opens a tab of its own; nothing outside frames. */
export const tabHint = (t: CommonTranslator) => (isFramed ? voiceText(` (${t('opensTab')})`) : nothing);
