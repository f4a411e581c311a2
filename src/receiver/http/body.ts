import type { IncomingMessage } from 'node:http';
import { ANSWER_PREFIX, HONEYPOT_FIELD } from '../../signup/contract.js';

/**
 * The largest body: the largest entry that the rules allow, fifty questions of 5,000 characters written as escapes, and
 * some room.
 */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** Fields of an entry that hold a list, also where a form gives one value. */
const LISTS = ['replaces', 'roles', 'consents', 'review'];

export type Body =
  | { readonly kind: 'json' | 'form'; readonly value: unknown }
  | { readonly kind: 'unsupported' | 'unreadable' | 'too-large' };

/** Reads a body to its end, if its media type is one of ours. Rejects only where the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const header = request.headers['content-type'] ?? '';
  const type = header.split(';')[0]!.trim().toLowerCase();
  const isJson = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
  const isForm = type === 'multipart/form-data' || type === 'application/x-www-form-urlencoded';
  const charset = /charset="?([\w-]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'utf-8';
  const encoded = request.headers['content-encoding'] ?? 'identity';
  if (!(isJson || isForm) || !['utf-8', 'utf8', 'us-ascii'].includes(charset) || encoded !== 'identity')
    return { kind: 'unsupported' };

  const bytes = await readBytes(request);
  if (!bytes) return { kind: 'too-large' };
  try {
    if (!isJson) return { kind: 'form', value: entryOf(await formData(header, bytes)) };
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: 'unreadable' };
  }
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function formData(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  return new Response(bytes, { headers: { 'content-type': contentType } }).formData();
}

/** Turns the names and values of a form into an entry: lists stand several times, answers by `answers.<id>`. */
function entryOf(form: FormData): Readonly<Record<string, unknown>> {
  const own = new Map<string, unknown>();
  const answers = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    // A form sends empty fields too, which an entry leaves out.
    const values = form.getAll(name).filter((value) => value !== '');
    const [first] = values;
    if (first === undefined) continue;
    if (name === HONEYPOT_FIELD)
      own.set('review', [...((own.get('review') as string[] | undefined) ?? []), 'honeypot']);
    else if (name.startsWith(ANSWER_PREFIX))
      answers.set(name.slice(ANSWER_PREFIX.length), values.length > 1 ? values : first);
    else if (LISTS.includes(name))
      own.set(name, [...((own.get(name) as unknown[] | undefined) ?? []), ...values]);
    else own.set(name, values.length > 1 ? values : first);
  }
  return { ...Object.fromEntries(own), answers: Object.fromEntries(answers) };
}
