/** The errors of the compiler, as the commands show them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readableErrors } from '#tools/build/compile.mjs';

describe('the errors of all projects', () => {
  const shared = 'src/a.ts(1,1): error TS1: Wrong.\n  Because.\n';

  it('are there once each, with the lines that explain them', () => {
    const other = 'src/b.ts(2,1): error TS1: Wrong.\n  Because.\n';
    assert.equal(readableErrors([shared + other, shared, '']), shared + other);
  });

  it('are none where every project compiles', () => assert.equal(readableErrors(['', '']), ''));

  it('have a line that is too long cut in its middle', () => {
    const [line = ''] = readableErrors([`begin ${'x'.repeat(5_000)} end\n`]).split('\n');
    assert.ok(line.length <= 300);
    assert.match(line, /^begin x+ … x+ end$/);
  });
});
