/**
 * The lines of a text in UTF-8, as JSON lines end: with a line feed, and nothing else. Those of `node:readline` end at
 * U+2028 and U+2029 as well, which JSON leaves as they are in its texts.
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A character may lie across two chunks.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
