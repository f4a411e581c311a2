/** The link to a calendar whose address starts from that of the page, which nobody knows who renders on a server. */
import { escapeMarkup } from '../escape-markup.js';
import { NOWHERE, safeUrl, type SafeUrl } from '../feed/fields.js';
import { webcalOf } from '../programme-timeline/calendar-address.js';

const ATTRIBUTE = 'calendar-src';
/** A page without an address of its own. */
const PAGE = `${NOWHERE}unknown-page/`;

type Attributes = Readonly<Record<string, string>>;

/** @returns the attributes with a whole address in the place of a relative one, as the timeline needs it */
export function withWholeCalendar(attributes: Attributes): Attributes {
  const whole = wholeAddress(attributes);
  return whole === undefined ? attributes : { ...attributes, [ATTRIBUTE]: whole };
}

/**
 * Writes the address in the HTML as the page gives it: a link to the file, which the browser finds from the page. The
 * script makes a link to subscribe of it.
 */
export function withPageCalendar(html: string, attributes: Attributes): string {
  const whole = wholeAddress(attributes);
  if (whole === undefined) return html;
  const given = escapeMarkup(attributes[ATTRIBUTE]!.trim());
  return [webcalOf(whole), whole].reduce(
    (text, address) => text.replaceAll(escapeMarkup(address), given),
    html,
  );
}

function wholeAddress({ [ATTRIBUTE]: address = '' }: Attributes): SafeUrl | undefined {
  const isRelative = address.trim() !== '' && !URL.canParse(address);
  return isRelative ? safeUrl(address, PAGE) : undefined;
}
