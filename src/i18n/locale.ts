/** @returns the tag as `Intl` accepts it, or `undefined`: hosts write `nl_NL`, `C`, ` en` and worse. */
export function safeLocale(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag.trim().replace(/_/g, '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

/** @returns the language of a tag: `nl` of `nl-NL`. */
export function languageOf(locale: string): string {
  return locale.split('-')[0]!.toLowerCase();
}
