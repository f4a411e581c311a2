import type { Text } from '../i18n/text.js';
import type { Signup } from '../feed/sections/signups.js';

/** What the page says itself; it knows better than the feed who it is. */
export interface OwnFacts {
  readonly controller?: string | undefined;
  readonly controllerContact?: string | undefined;
  readonly privacyHref?: string | undefined;
}

/** What a visitor must be told before giving any details (GDPR, Article 13). Nothing here is made up. */
export interface PrivacyFacts {
  readonly controller: Text;
  readonly contact: Text;
  readonly dpo: Text | undefined;
  readonly purposes: readonly Text[];
  readonly legalBasis: Text | undefined;
  readonly recipients: readonly Text[];
  readonly transfers: Text | undefined;
  readonly retention: Text | undefined;
  readonly link: string | undefined;
}

/**
 * The facts, or `undefined` where nobody says who is responsible and how to reach them. Where the page names another
 * controller than the feed, what the feed says about its own does not hold: contact, officer, legal basis, statement.
 */
export function privacyFacts(signup: Signup, own: OwnFacts): PrivacyFacts | undefined {
  const { purposes, recipients, transfers, retention } = signup;
  const { dpo, legalBasis, privacyLink } = own.controller ? ({} as Partial<Signup>) : signup;
  const controller = own.controller ?? signup.controller?.name;
  const contact = own.controllerContact ?? (own.controller ? undefined : signup.controller?.contact);
  if (!controller || !contact) return undefined;
  const link = own.privacyHref ?? privacyLink;
  return { controller, contact, dpo, purposes, legalBasis, recipients, transfers, retention, link };
}
