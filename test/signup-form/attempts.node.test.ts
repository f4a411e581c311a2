/** Keys of sign-ups: the same form is the same sign-up, and nothing that may be stored is forgotten. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_ATTEMPTS, nextAttempt, refused, keyRejected } from '../../src/signup-form/attempts.js';

const counter = () => {
  let count = 0;
  return () => `key-${++count}`;
};

describe('a key', () => {
  it('is new for a first attempt, and nothing is replaced', () => {
    const { key, replaces, attempts } = nextAttempt(NO_ATTEMPTS, 'content', counter());
    assert.equal(key, 'key-1');
    assert.deepEqual(replaces, []);
    assert.deepEqual(attempts.uncertain, ['key-1']);
  });

  it('stays for the same content', () => {
    const newKey = counter();
    const first = nextAttempt(NO_ATTEMPTS, 'content', newKey);
    const second = nextAttempt(first.attempts, 'content', newKey);
    assert.equal(second.key, first.key);
    assert.deepEqual(second.replaces, []);
  });

  it('is new for changed content, which names every key that may have been stored', () => {
    const newKey = counter();
    const first = nextAttempt(NO_ATTEMPTS, 'one', newKey);
    const second = nextAttempt(first.attempts, 'two', newKey);
    const third = nextAttempt(second.attempts, 'three', newKey);
    assert.deepEqual([second.key, second.replaces], ['key-2', ['key-1']]);
    assert.deepEqual([third.key, third.replaces], ['key-3', ['key-1', 'key-2']]);
  });

  it('is done with after a refusal, and not named again', () => {
    const newKey = counter();
    const first = nextAttempt(NO_ATTEMPTS, 'one', newKey);
    const second = nextAttempt(first.attempts, 'two', newKey);
    const third = nextAttempt(refused(second.attempts, second.key), 'two', newKey);
    assert.deepEqual([third.key, third.replaces], ['key-3', ['key-1']]);
  });

  it('that belongs to other content is named, not used', () => {
    const newKey = counter();
    const first = nextAttempt(NO_ATTEMPTS, 'one', newKey);
    const second = nextAttempt(keyRejected(first.attempts), 'one', newKey);
    assert.deepEqual([second.key, second.replaces], ['key-2', ['key-1']]);
  });
});

it('a receiver that follows the contract holds one sign-up, however often and whatever was sent', () => {
  const step = fc.record({
    content: fc.constantFrom('a', 'b', 'c'),
    // It arrived, and the answer came back.
    arrives: fc.boolean(),
    answers: fc.boolean(),
    refuses: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const newKey = counter();
      const stored = new Map<string, string>();
      let attempts = NO_ATTEMPTS;
      for (const { content, arrives, answers, refuses } of steps) {
        const attempt = nextAttempt(attempts, content, newKey);
        attempts = attempt.attempts;
        const known = stored.has(attempt.key);
        if (arrives && (known || !refuses)) {
          if (known) assert.equal(stored.get(attempt.key), content);
          for (const old of attempt.replaces) stored.delete(old);
          stored.set(attempt.key, content);
        }
        if (!arrives || !answers) continue;
        if (refuses && !known) attempts = refused(attempts, attempt.key);
        else {
          assert.deepEqual([...stored], [[attempt.key, content]]);
          return;
        }
      }
      assert.ok([...stored.keys()].every((key) => attempts.uncertain.includes(key)));
    }),
  );
});
