import type { FeedDocument } from '../../feed/document.js';
import { signups, type Signup } from '../../feed/sections/signups.js';
import { plainText, type LocaleContext } from '../../i18n/text.js';

/** A sign-up of a feed, for a reader. */
export interface SignupWords {
  /** `undefined` where the feed has none with this id. */
  readonly signup: Signup | undefined;
  readonly localeContext: LocaleContext;
  /** The words on how to reach whoever is responsible; empty where there are none. */
  readonly contact: string;
}

/** Finds a sign-up of a feed, and its words for somebody who reads a language. */
export function signupWords(feed: FeedDocument, id: string | undefined, language: string): SignupWords {
  const signup = feed.read(signups).values.find((other) => other.id === id);
  const localeContext = { locale: language, feedLanguage: feed.head.language };
  return { signup, localeContext, contact: plainText(signup?.controller?.contact, localeContext) };
}
