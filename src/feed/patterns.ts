/** The pattern of an id: small letters, digits and hyphens, at most 64 characters. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The pattern of a language tag (BCP 47): two or three letters, then subtags of at most 8 letters or digits. */
export const LANGUAGE_PATTERN = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/;
