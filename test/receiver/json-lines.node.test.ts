/** Lines of JSON: a line feed ends them, whatever else is in their texts. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { linesIn } from '../../src/receiver/json-lines.js';
import { all } from '../support/node/receiver.js';

const VALUES = ['a\u2028b', 'a\u2029b', 'a\u0085b', 'a\rb\nc', 'Ünïcødé 🌱 日本', ''];
const TEXT = `${VALUES.map((value) => JSON.stringify(value)).join('\n')}\n`;

const linesOf = (text: string, chunkBytes: number) => {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
  return all(linesIn(Readable.from(chunks) as AsyncIterable<Buffer>));
};

describe('the lines of an archive', () => {
  it('end with a line feed and nothing else, wherever the chunks are cut', async () => {
    for (const chunkBytes of [1, 2, 3, 5, 1_000]) {
      const lines = await linesOf(TEXT, chunkBytes);
      assert.deepEqual(
        lines.map((line) => JSON.parse(line) as unknown),
        VALUES,
      );
    }
  });

  it('are there without a last line feed, with carriage returns and where there are none', async () => {
    assert.deepEqual(await linesOf('1\n2', 1), ['1', '2']);
    assert.deepEqual((await linesOf('1\r\n2\r\n', 2)).map(Number), [1, 2]);
    assert.deepEqual(await linesOf('\n\n1\n', 1), ['', '', '1']);
    assert.deepEqual(await linesOf('', 1), []);
  });
});
