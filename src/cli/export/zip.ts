import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive. */
interface ZipFile {
  readonly name: string;
  /** Its content; the next piece is asked for when there is room for it. */
  readonly content: Iterable<string> | AsyncIterable<string>;
  /** True to store it as it is: only for what is short, as all of it is held in memory then. */
  readonly isStored?: boolean;
}

/** What the headers of a file tell of it. */
interface Facts {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  crc: number;
  packedSize: number;
  size: number;
}

/** Names are UTF-8; the checksum and the sizes follow the data. */
const FLAGS = { utf8: 0x0800, sizesFollow: 0x0008 } as const;
const METHODS = { stored: 0, deflated: 8 } as const;
const VERSION = 20;
/** 1 January 1980, at midnight: the same content makes the same archive. */
const DATE = 0x0021;
/** Larger ones need ZIP64, which not every spreadsheet program reads. */
const MAX_SIZE = 0xffff_ffff;

/**
 * Makes a ZIP archive (PKWARE's APPNOTE) a piece at a time: what is held in memory does not grow with it. Throws
 * `RangeError` where it, or a file in it, would be larger than 4 GB.
 */
export async function* zip(files: Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const start = offset;
    const facts = factsOf(file);
    for await (const piece of file.isStored ? stored(file, facts) : deflated(file, facts)) {
      offset += piece.length;
      if (Math.max(offset, facts.size) > MAX_SIZE) throw new RangeError('The archive is larger than 4 GB.');
      yield piece;
    }
    directory.push(directoryEntry(facts, start));
  }
  const entries = Buffer.concat(directory);
  const count = uint16(0, 0, directory.length, directory.length);
  yield entries;
  yield Buffer.concat([Buffer.from('PK\x05\x06'), count, uint32(entries.length, offset), uint16(0)]);
}

function factsOf({ name, isStored }: ZipFile): Facts {
  return {
    name: Buffer.from(name),
    flags: isStored ? FLAGS.utf8 : FLAGS.utf8 | FLAGS.sizesFollow,
    method: isStored ? METHODS.stored : METHODS.deflated,
    crc: 0,
    packedSize: 0,
    size: 0,
  };
}

async function* stored({ content }: ZipFile, facts: Facts): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of measured(content, facts)) pieces.push(piece);
  facts.packedSize = facts.size;
  yield localHeader(facts);
  yield* pieces;
}

async function* deflated({ content }: ZipFile, facts: Facts): AsyncGenerator<Buffer> {
  yield localHeader(facts);
  const deflate = createDeflateRaw();
  const filled = pipeline(measured(content, facts), deflate);
  // What breaks it is thrown by the loop too.
  filled.catch(() => {});
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    facts.packedSize += piece.length;
    yield piece;
  }
  await filled;
  yield Buffer.concat([Buffer.from('PK\x07\x08'), sizes(facts)]);
}

async function* measured(content: ZipFile['content'], facts: Facts): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    facts.crc = crc32(bytes, facts.crc);
    facts.size += bytes.length;
    yield bytes;
  }
}

function localHeader(facts: Facts): Buffer {
  const { name, flags, method } = facts;
  const head = uint16(VERSION, flags, method, 0, DATE);
  return Buffer.concat([Buffer.from('PK\x03\x04'), head, sizes(facts), uint16(name.length, 0), name]);
}

function directoryEntry(facts: Facts, start: number): Buffer {
  const { name, flags, method } = facts;
  const head = uint16(VERSION, VERSION, flags, method, 0, DATE);
  const tail = [uint16(name.length, 0, 0, 0, 0), uint32(0, start), name];
  return Buffer.concat([Buffer.from('PK\x01\x02'), head, sizes(facts), ...tail]);
}

function sizes({ crc, packedSize, size }: Facts): Buffer {
  return uint32(crc, packedSize, size);
}

function uint16(...values: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer);
}

function uint32(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}
