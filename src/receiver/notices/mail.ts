import { domainToASCII } from 'node:url';

/** A mail to one person, with texts as they are read. */
export interface Mail {
  /** The sender as `name@example.org` or `Name <name@example.org>`; without it the mail server's own. */
  readonly from?: string | undefined;
  readonly to: { readonly name: string | undefined; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The language of the text, as a tag of BCP 47. */
  readonly language: string;
  /** ISO 8601. */
  readonly date: string;
}

/**
 * Writes a mail as a whole message (RFC 5322 and MIME) that nobody answers automatically (RFC 3834). Its lines end with a
 * line feed, as `sendmail -t` takes it on its standard input.
 */
export function toMessage({ from, to, subject, text, language, date }: Mail): string {
  const headers = [
    ['Date', new Date(date).toUTCString().replace('GMT', '+0000')],
    ['From', from && mailbox(parseMailbox(from))],
    ['To', mailbox(to)],
    ['Subject', isPlain(subject) ? subject : encodedWords(subject)],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Transfer-Encoding', 'quoted-printable'],
    ['Content-Language', language],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'All'],
  ] as const;
  const lines = headers.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${lines.join('\n')}\n\n${quotedPrintable(text)}`;
}

/** The header that names the sender. */
export function senderLine(from: string): string {
  return `From: ${mailbox(parseMailbox(from))}`;
}

/** True for an address that may stand in a message and in the arguments of a mail program: no option, one recipient. */
export function isMailable(address: string): boolean {
  return /^(?!-)[^\s\p{C}@"(),:;<>[\]\\]+@[^\s\p{C}@"(),:;<>[\]\\]+$/u.test(address);
}

/** Splits the sender into a name, if there is one, and the address. */
export function parseMailbox(text: string): Mail['to'] {
  const [, name, address] = /^\s*(?:"?([^"<]*?)"?\s*<)?([^<>]*?)>?\s*$/.exec(text) ?? [];
  return { name: name || undefined, address: address ?? '' };
}

function mailbox({ name, address }: Mail['to']): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // A domain with other letters has a form in ASCII; where it has none it stays as it was typed.
  const plain = `${address.slice(0, at)}@${domainToASCII(domain) || domain}`;
  if (name === undefined) return plain;
  const quoted = `"${name.replace(/["\\]/g, '\\$&')}"`;
  return `${isPlain(quoted) ? quoted : encodedWords(name)}\n <${plain}>`;
}

/** Longer texts are folded as encoded words are. */
const MAX_PLAIN_LENGTH = 60;

/** True for a text that a header can have as it is. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && text.length <= MAX_PLAIN_LENGTH && !text.includes('=?');
}

/** The bytes of an encoded word, as base64: a line with one has 76 characters, the name of the header among them. */
const MAX_WORD_BYTES = 39;

/** A text as encoded words (RFC 2047), each on a line of its own; no character is cut in two. */
function encodedWords(text: string): string {
  const words = [''];
  for (const character of text) {
    const longer = words.at(-1)! + character;
    if (Buffer.byteLength(longer) <= MAX_WORD_BYTES) words[words.length - 1] = longer;
    else words.push(character);
  }
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\n ');
}

const MAX_LINE_LENGTH = 76;

/** A text in ASCII (RFC 2045, 6.7). */
function quotedPrintable(text: string): string {
  return text.split('\n').map(quotedLine).join('\n');
}

function quotedLine(line: string): string {
  const bytes = [...Buffer.from(line)];
  const lines = [''];
  bytes.forEach((byte, index) => {
    const sign = String.fromCharCode(byte);
    const isBlank = sign === ' ' || sign === '\t';
    const isPlain = isBlank ? index < bytes.length - 1 : byte > 0x20 && byte < 0x7f && sign !== '=';
    // A dot, or `From`, at the start of a line means something to mail programs.
    const isSafe = lines.at(-1) !== '' || (sign !== '.' && sign !== 'F');
    const part = isPlain && isSafe ? sign : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    const last = lines.at(-1)!;
    if (last.length + part.length < MAX_LINE_LENGTH) lines[lines.length - 1] = last + part;
    else lines.push(part);
  });
  return lines.join('=\n');
}
