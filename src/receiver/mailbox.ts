import { cleanEmail } from '../signup/contact.js';

/**
 * The mailbox behind an e-mail address, to compare by: many providers deliver `no.or+oasis@…` to `noor@…`. Where one does
 * not, two people seem to be one, so this is a reason to look and never one to refuse.
 */
export function mailboxOf(email: string): string {
  const address = cleanEmail(email).toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 0 || address.startsWith('"')) return address;
  const [name = ''] = address.slice(0, at).split('+');
  return `${name.replaceAll('.', '')}${address.slice(at)}`;
}
