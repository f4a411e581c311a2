/** `openapi.yaml`: valid, and the same as what the receiver does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import * as z from 'zod';
import { entrySchema } from '../../src/receiver/entry.js';
import { problemOf } from '../../src/receiver/http/reply.js';
import { messageOf } from '../../src/receiver/notices/message.js';
import { nl } from '../../src/receiver/locales/nl.js';
import { entryOf, feedOf, NOW } from '../support/node/receiver.js';

const text = readFileSync('src/receiver/openapi.yaml', 'utf8');
const contract = parse(text);

const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);
ajv.addSchema(contract, 'contract');
const fits = (name, value) => {
  const validate = ajv.getSchema(`contract#/components/schemas/${name}`);
  assert.ok(validate(value), JSON.stringify(validate.errors));
};

/** A schema without what only people read, its references followed, its lists in order. */
function bare(schema) {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref)
    return bare(
      schema.$ref
        .split('/')
        .slice(1)
        .reduce((at, key) => at[key], contract),
    );
  const kept = Object.entries(schema).filter(
    ([key]) => !['description', 'examples', '$schema'].includes(key),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === 'required'
        ? [...value].sort()
        : key === 'properties'
          ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, bare(each)]))
          : bare(value),
    ]),
  );
}

describe('openapi.yaml', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(text);
    assert.ok(valid, JSON.stringify(errors));
    assert.match(contract.openapi, /^3\.1\./);
  });

  it('describes the entry as the receiver reads it', () =>
    assert.deepEqual(bare(contract.components.schemas.SignupEntry), bare(z.toJSONSchema(entrySchema))));

  it('takes its own examples, and what the form sends', () => {
    const { examples } = contract.paths['/signups'].post.requestBody.content['application/json'];
    for (const { value } of Object.values(examples)) fits('SignupEntry', value);
    fits('SignupEntry', entryOf());
  });

  it('has every problem that the receiver has words for, at its status', () => {
    const codes = Object.keys(nl).flatMap((term) => /^(?!page|mail)([\w-]+)\.title$/.exec(term)?.[1] ?? []);
    assert.ok(codes.length > 10);
    for (const code of codes) {
      const problem = problemOf(code, 'nl');
      fits('SignupProblem', problem);
      const told = Object.values(contract.paths).flatMap((path) =>
        Object.values(path).flatMap(({ responses }) => responses[problem.status]?.description ?? []),
      );
      const isEverywhere = code === 'not-allowed';
      assert.ok(isEverywhere || told.some((words) => words.includes(`\`${code}\``)), code);
    }
  });

  it('describes what a webhook is told', () => {
    const notice = {
      event: 'signup.received',
      reference: 'A',
      status: 'accepted',
      signup: 'meedoen',
      edition: 'herfst',
    };
    const more = {
      receivedAt: '2027-01-01T00:00:00Z',
      replaces: [],
      entry: { name: 'Noor', email: 'a@b.nl', language: 'nl' },
    };
    const source = { feed: feedOf(), withdrawals: undefined };
    fits('Notice', messageOf({ ...notice, ...more }, source, NOW));
    fits(
      'Notice',
      messageOf(
        { ...notice, ...more, event: 'signup.withdrawn', status: 'withdrawn', entry: null },
        source,
        NOW,
      ),
    );
  });
});
