/** Longer than names are, and shorter than what somebody would like to advertise. */
const MAX_LENGTH = 60;
/** Signs of an address, and words with a dot or digits that a mail reader makes into a link or a telephone number. */
const LINK = /[@:/\\<>]|www\.|[\p{L}\p{N}]\.[\p{L}\p{N}]{2}|\p{N}\.\p{N}|\p{N}[\p{N}\s().-]{3}/iu;

/**
 * The name with which a mail greets somebody. Anybody can type it, beside anybody's address: what could be a text or a
 * link to a stranger is left out.
 */
export function mailName(typed: string): string | undefined {
  const name = typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\s\p{C}]+/gu, ' ')
    .replace(/[。．｡]/gu, '.')
    .trim();
  return name === '' || name.length > MAX_LENGTH || LINK.test(name) ? undefined : name;
}
