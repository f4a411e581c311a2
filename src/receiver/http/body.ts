import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { ANSWER_PREFIX, HONEYPOT_FIELD } from '../../signup/contract.js';
import {
  BOUNDS,
  jsonCounter,
  pieceCounter,
  RefusedBody,
  urlEncodedCounter,
  type BodyCounter,
} from './bounds.js';
import { multipartFields, urlEncodedFields, type FormField } from './form-fields.js';
import { cleanTexts } from './clean-texts.js';
import { Yielder } from './yielder.js';

/** Fields of an entry that hold a list, also where a form gives one value. */
const LISTS = ['roles', 'consents', 'review'];
const FIRST_BUFFER_BYTES = 4 * 1024;

/** A body that was read, or why it was not. */
export type Body =
  | {
      readonly kind: 'read';
      /** True where it may be a page without script that has sent it. */
      readonly isForm: boolean;
      readonly value: unknown;
      readonly yielder: Yielder;
    }
  | { readonly kind: 'unsupported' | RefusedBody['reason'] };

type BodyType = 'json' | 'urlencoded' | 'multipart';

/** Reads a body to its end, if its media type is one of ours. Rejects only where the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const header = request.headers['content-type'] ?? '';
  const type = bodyTypeOf(header);
  const isForm = type === 'urlencoded' || type === 'multipart';
  const charset = /charset="?([\w-]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'utf-8';
  const encoded = request.headers['content-encoding'] ?? 'identity';
  if (!type || !['utf-8', 'utf8', 'us-ascii'].includes(charset) || encoded !== 'identity')
    return { kind: 'unsupported' };

  try {
    const bytes = await readBytes(request, counterOf(type));
    const yielder = new Yielder();
    const value = isForm ? await formValue(fieldsIn(type, bytes, header), yielder) : jsonValue(bytes);
    await yielder.pause();
    return { kind: 'read', isForm, value: await cleanTexts(value, yielder), yielder };
  } catch (error) {
    if (error instanceof RefusedBody) return { kind: error.reason };
    throw error;
  }
}

function bodyTypeOf(header: string): BodyType | undefined {
  const type = header.split(';')[0]!.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return 'urlencoded';
  if (type === 'multipart/form-data') return 'multipart';
  const isJson = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
  return isJson ? 'json' : undefined;
}

function counterOf(type: BodyType): BodyCounter {
  if (type === 'json') return jsonCounter();
  // The parts of a form are counted when it is split: a boundary may lie across two pieces.
  return type === 'urlencoded' ? urlEncodedCounter() : () => undefined;
}

/** Gathers a body as it arrives, in one buffer that grows with it: a header that promises much takes no memory. */
function readBytes(request: IncomingMessage, count: BodyCounter): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > BOUNDS.bytes)
    return Promise.reject(new RefusedBody('too-large'));
  const countPiece = pieceCounter();
  return new Promise((resolve, reject) => {
    let bytes = Buffer.allocUnsafe(FIRST_BUFFER_BYTES);
    let size = 0;
    const take = (piece: Buffer) => {
      countPiece(piece);
      count(piece);
      if (size + piece.length > bytes.length) {
        const larger = Buffer.allocUnsafe(2 * (size + piece.length));
        bytes.copy(larger, 0, 0, size);
        bytes = larger;
      }
      size += piece.copy(bytes, size);
    };
    const onData = (piece: Buffer) => {
      try {
        take(piece);
      } catch (error) {
        request.off('data', onData).pause();
        reject(error instanceof Error ? error : new RefusedBody('unreadable'));
      }
    };
    request.on('data', onData);
    request.once('end', () => resolve(bytes.subarray(0, size)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The connection was closed.')));
  });
}

function jsonValue(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new RefusedBody('unreadable');
  try {
    return JSON.parse(bytes.toString().replace(/^\ufeff/, ''));
  } catch {
    throw new RefusedBody('unreadable');
  }
}

function fieldsIn(type: BodyType, bytes: Buffer, header: string): Iterable<FormField> {
  return type === 'multipart' ? multipartFields(bytes, header) : urlEncodedFields(bytes);
}

/**
 * Gathers the names and values of a form into an entry: lists stand several times, answers by `answers.<id>`. A form takes
 * nobody's place: `replaces` is left out.
 */
async function formValue(fields: Iterable<FormField>, yielder: Yielder): Promise<unknown> {
  const byName = new Map<string, FormField[1][]>();
  for (const [name, value] of fields) {
    await yielder.pause();
    // A form sends empty fields too, which an entry leaves out.
    if (value === '' || name === 'replaces') continue;
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
    if (byName.size > BOUNDS.names) throw new RefusedBody('too-many-values');
  }
  if (byName.delete(HONEYPOT_FIELD)) byName.set('review', [...(byName.get('review') ?? []), 'honeypot']);
  const own = new Map<string, unknown>();
  const answers = new Map<string, unknown>();
  for (const [name, values] of byName) {
    const value = values.length > 1 || LISTS.includes(name) ? values : values[0];
    if (name.startsWith(ANSWER_PREFIX)) answers.set(name.slice(ANSWER_PREFIX.length), value);
    else own.set(name, value);
  }
  return { ...Object.fromEntries(own), answers: Object.fromEntries(answers) };
}
