import { constants, inflateSync } from 'node:zlib';

/** The number of sheets in a PDF, whether its pages stand there plainly or, as Firefox writes them, in compressed streams. */
export function sheetsOf(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf);
  const plain = bytes.toString('latin1');
  const streams = [...plain.matchAll(/FlateDecode[^]*?[^d]stream\r?\n/g)].map(({ index, 0: { length } }) =>
    inflateSync(bytes.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
  );
  return [plain, ...streams].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
