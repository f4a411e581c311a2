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
import { problemOf, type ProblemCode } from '../../src/receiver/http/reply.js';
import { noticeBodyOf } from '../../src/receiver/notices/notice-body.js';
import { receiverTranslator } from '../../src/receiver/locales/index.js';
import { nl } from '../../src/receiver/locales/nl.js';
import { noticeOf } from '../support/node/notices.js';
import { entryOf, feedOf } from '../support/node/receiver.js';

const text = readFileSync('src/receiver/openapi.yaml', 'utf8');
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly examples: Examples }>> };
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}
type Examples = Readonly<Record<string, { readonly value: unknown }>>;

const contract = parse(text) as {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const ajv = new Ajv2020.default({ strict: false });
addFormats.default(ajv);
ajv.addSchema(contract, 'contract');
const fits = (name: string, value: unknown) => {
  const validate = ajv.getSchema(`contract#/components/schemas/${name}`);
  assert.ok(validate);
  assert.ok(validate(value), JSON.stringify(validate.errors));
};

/** A schema without the parts that only people read, its references followed, its lists in order. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (!isObject(schema)) return schema;
  if (typeof schema['$ref'] === 'string') return bare(referenced(schema['$ref']));
  const kept = Object.entries(schema).filter(
    ([key]) => !['description', 'examples', '$schema'].includes(key),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key === 'required' && Array.isArray(value)) return [key, [...(value as string[])].sort()];
      if (key === 'properties' && isObject(value))
        return [
          key,
          Object.fromEntries(Object.entries(value).map(([name, property]) => [name, bare(property)])),
        ];
      return [key, bare(value)];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The part of the contract that a JSON Pointer refers to. */
function referenced(pointer: string): unknown {
  let part: unknown = contract;
  for (const key of pointer.split('/').slice(1)) part = isObject(part) ? part[key] : undefined;
  return part;
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
    const { content } = contract.paths['/signups']?.['post']?.requestBody ?? {};
    const examples = Object.values(content?.['application/json']?.examples ?? {});
    assert.ok(examples.length > 0);
    for (const { value } of examples) fits('SignupEntry', value);
    fits('SignupEntry', entryOf());
  });

  it('has every problem that the receiver has words for, at its status', () => {
    const codes = Object.keys(nl).flatMap((key) => /^(?!page|mail)([\w-]+)\.title$/.exec(key)?.[1] ?? []);
    assert.ok(codes.length > 10);
    for (const code of codes) {
      const problem = problemOf(code as ProblemCode, receiverTranslator('nl'));
      fits('SignupProblem', problem);
      const descriptions = Object.values(contract.paths).flatMap((path) =>
        Object.values(path).flatMap(({ responses }) => responses[problem.status]?.description ?? []),
      );
      assert.ok(
        descriptions.some((description) => description.includes(`\`${code}\``)),
        code,
      );
    }
  });

  it('describes the message that a webhook gets', () => {
    const source = { feed: feedOf(), withdrawals: undefined };
    for (const notice of [
      noticeOf(),
      noticeOf({ confirmBy: '2027-01-02T00:00:00.000Z' }),
      noticeOf({ event: 'signup.withdrawn', status: 'withdrawn', reason: 'unconfirmed', entry: null }),
    ])
      for (const mayMail of [true, false]) fits('Notice', noticeBodyOf(notice, source, { mayMail }));
  });
});
