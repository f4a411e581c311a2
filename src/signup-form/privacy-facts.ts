import type { Text } from '../i18n/text.js';
import type { Signup } from '../feed/sections/signups.js';

/** The page's own facts, which win over the feed's: it knows better who it is. */
export interface PageFacts {
  readonly controller?: string | undefined;
  readonly controllerContact?: string | undefined;
  readonly privacyHref?: string | undefined;
}

/** Facts that a visitor must be told before giving any details (GDPR, Article 13). Nothing here is made up. */
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
export function privacyFacts(signup: Signup, page: PageFacts): PrivacyFacts | undefined {
  const { purposes, recipients, transfers, retention } = signup;
  const { dpo, legalBasis, privacyLink } = page.controller ? ({} as Partial<Signup>) : signup;
  const controller = page.controller ?? signup.controller?.name;
  const contact = page.controllerContact ?? (page.controller ? undefined : signup.controller?.contact);
  if (!controller || !contact) return undefined;
  const link = page.privacyHref ?? privacyLink;
  return { controller, contact, dpo, purposes, legalBasis, recipients, transfers, retention, link };
}
