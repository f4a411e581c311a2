/**
 * Contact data as people write, paste and dictate it: cleaned, checked and compared the same way by the form, the receiver
 * and its commands. What is stored from before is compared cleaned too.
 */
import { attempt } from '../feed/attempt.js';

/** In UTF-16 code units; more is too long anyway, and is left as it is. */
const MAX_CLEANED_LENGTH = 1_000;
/** Characters that nobody sees and that come along when text is copied: marks of direction, soft hyphens, joiners. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const BLANKS = /[\s\p{Cc}]+/gu;
const DASHES = /[\p{Pd}\u2212\u2043\u30fc]/gu;

/** A text in one writing, without what nobody sees. */
function visible(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFKC').replace(BLANKS, ' ').trim();
}

/** Signs around an address: quotes, brackets, punctuation. An apostrophe or a quoted name may begin one. */
const BEFORE_ADDRESS = /^(?:[\s“”„‘’‚«»‹›`<({,;:.]|"(?![^"]*"@))+/u;
const AFTER_ADDRESS = /[\s"“”„'‘’‚«»‹›`>)},;:.!?/|\\]+$/u;

function trimSigns(text: string): string {
  const inner = text.replace(/^(?:'(.*)'|\[(.*)\])[,;.]*$/u, '$1$2');
  return inner.replace(BEFORE_ADDRESS, '').replace(AFTER_ADDRESS, '');
}

/**
 * An e-mail address without what comes along when it is copied: unseen characters, quotes and brackets, the name before
 * it, `mailto:` with its query, a comma or full stop at the end. What is clean stays as it is.
 */
export function cleanEmail(text: string): string {
  return settled(text, (address) => {
    const line = visible(address)
      .replace(/。/g, '.')
      .replace(DASHES, '-')
      .replace(/&[lg]t;|^\s*e-?mail(?:adres|address)?\s*:/giu, ' ');
    const [, bracketed] = /^[^<>]*<([^<>]*@[^<>]*)>[^<>@]*$/u.exec(line) ?? [];
    const trimmed = trimSigns(bracketed ?? line);
    const [, link] = /^mailto:\/*([^?]*)/iu.exec(trimmed) ?? [];
    return link === undefined ? trimmed : (attempt(() => decodeURIComponent(link)) ?? link);
  });
}

/** A telephone number in one writing of dashes and signs; its digits stay those that were typed. */
export function cleanPhone(text: string): string {
  return settled(text, (number) =>
    visible(number)
      .replace(DASHES, '-')
      .replace(/^(?:(?:tel(?:efoon(?:nummer)?|ephone)?|mobiel|callto|t)(?![a-z])|[\s,;:./])[\s,;:./]*/iu, '')
      .replace(/[\s,;:.]+$/u, ''),
  );
}

/** Repeats a step until it changes nothing, so that what is clean is the same when it is cleaned again. */
function settled(text: string, step: (text: string) => string): string {
  if (text.length > MAX_CLEANED_LENGTH) return text;
  const next = step(text);
  return next === text ? text : settled(next, step);
}

/** The number of a sign-up, as it was given: people copy it out of mails and read it aloud. */
export function cleanReference(text: string): string {
  const plain = visible(text)
    .replace(DASHES, '-')
    .replace(/\s|[,;:.]+$/gu, '')
    .toUpperCase();
  // The receiver gives five letters twice: the line between them may be left out, or stand elsewhere.
  const [, first, second] = /^(\w{5})(\w{5})$/.exec(plain.replace(/-/g, '')) ?? [];
  return first ? `${first}-${second}` : plain;
}

/** The reason why a contact does not fit, as far as it can be named. */
export interface ContactFault {
  readonly detail?: 'blank' | 'sign' | 'digits';
  readonly params: Readonly<Record<string, string | number>>;
}

/** Anything around one @, with a dot in the domain; quoted names and addresses in brackets are rare but valid. */
const EMAIL =
  /^(?:[^\s@",;:<>()[\]]+|"[^"]+")@(?:\[[^\s@[\]]+\]|[^\s@.",;:<>()[\]]+(?:\.[^\s@.",;:<>()[\]]+)+)$/u;
const NO_EMAIL_SIGN = /[\s",;:<>()[\]]/u;

/** The reason why a cleaned address is none; `undefined` where it may be one. */
export function emailFault(address: string): ContactFault | undefined {
  if (EMAIL.test(address)) return undefined;
  const sign = address.startsWith('"') ? undefined : NO_EMAIL_SIGN.exec(address)?.[0];
  if (!sign) return { params: {} };
  return /\s/u.test(sign) ? { detail: 'blank', params: {} } : { detail: 'sign', params: { sign } };
}

const LEADING_PLUS = /^([\s(]*)\+/u;
const NO_PHONE_SIGN = /[^\p{Nd}\s().\-/]+/u;
const PHONE_DIGITS = { min: 6, max: 15 };
/** A longer run of what does not belong is not repeated whole. */
const MAX_SIGN_LENGTH = 20;

/** The reason why a cleaned telephone number is none; `undefined` where it may be one. */
export function phoneFault(number: string): ContactFault | undefined {
  const n = number.match(/\p{Nd}/gu)?.length ?? 0;
  if (n === 0) return { params: {} };
  const sign = NO_PHONE_SIGN.exec(number.replace(LEADING_PLUS, '$1'))?.[0];
  if (sign) return { detail: 'sign', params: { sign: sign.slice(0, MAX_SIGN_LENGTH) } };
  const { min, max } = PHONE_DIGITS;
  return n < min || n > max ? { detail: 'digits', params: { n, min, max } } : undefined;
}

/** True if both are the same e-mail address, however each is written. */
export function isSameEmail(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => cleanEmail(text).toLowerCase());
  return a !== '' && a === b;
}

/** Digits by which telephone numbers are compared: those of a Dutch number without its country. */
const COMPARED_DIGITS = 9;

/** True if both are the same telephone number: in any digits, with the country before it (`+31`, `0031`) or not. */
export function isSamePhone(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    asciiDigits(cleanPhone(text)).replace(/^0+/, '').slice(-COMPARED_DIGITS),
  );
  return a!.length >= PHONE_DIGITS.min && a === b;
}

/**
 * The digits of a text, as ASCII. Unicode has the ten digits of a script in a row that begins at 0 or at 6 of a block of
 * sixteen; others become ASCII by NFKC.
 */
function asciiDigits(text: string): string {
  return (text.match(/\p{Nd}/gu) ?? [])
    .map((digit) => {
      const code = digit.codePointAt(0)!;
      const place = code & 0xf;
      return /\p{Nd}/u.test(String.fromCodePoint(code - place)) ? place : place - 6;
    })
    .join('');
}
