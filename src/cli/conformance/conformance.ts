import { randomUUID } from 'node:crypto';
import { asRecord } from '../../feed/record.js';
import { signups } from '../../feed/sections/signups.js';
import type { SignupEntry } from '../../signup/contract.js';
import { takesSeveral, type Field, type Values } from '../../signup/fields.js';
import { fieldsIn, formOf, isOpen, openWindows, type Form } from '../../signup/form.js';
import { contentOf, encode } from '../../signup/payload.js';
import {
  BrokenPromise,
  CHECKS,
  type CheckedResponse,
  type ConformanceOptions,
  type CheckContext,
} from './conformance-checks.js';
import { ConformanceClient } from './conformance-client.js';

/**
 * Runs every check against a receiver, reports a line for each, and withdraws what was stored.
 * @returns the number that failed
 */
export async function runConformance(
  options: ConformanceOptions,
  report: (line: string) => void,
): Promise<number> {
  const { context, client } = setUp(options, report);
  let failed = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      const skipped = await check(context);
      report(skipped ? `–       ${name} (not looked at: ${skipped})` : `ok      ${name}`);
    } catch (error) {
      failed += 1;
      report(`FAILED  ${name}: ${error instanceof BrokenPromise ? error.message : String(error)}`);
    }
  }
  await client.cleanUp();
  report(failed === 0 ? 'It keeps to the contract.' : `${failed} of ${Object.keys(CHECKS).length} failed.`);
  return failed;
}

function setUp(
  options: ConformanceOptions,
  report: (line: string) => void,
): { readonly context: CheckContext; readonly client: ConformanceClient } {
  const { document, endpoint } = options;
  const form = openForm(options);
  const edition = openWindows(form)[0]?.edition.id;
  const values = validValues(form);
  const content = contentOf(fieldsIn(form, values), values, {
    feed: document.head.id,
    signup: form.signup.id,
    edition,
    language: 'nl',
    review: [],
    challenge: {},
    hidden: {},
  });
  const { withdrawals } = options;
  const client = new ConformanceClient({
    withdrawals,
    contact: content.email ?? content.phone ?? '',
    report,
  });
  const post = async (init: RequestInit, entry?: Partial<SignupEntry>): Promise<CheckedResponse> => {
    const response = await client.fetch(endpoint, { ...init, method: 'POST' });
    const json = parseObject(await response.text());
    const { reference } = json;
    if (response.ok && typeof reference === 'string') client.remember(reference, entry);
    return { status: response.status, headers: response.headers, json };
  };
  const context: CheckContext = {
    options,
    fetch: (address, init) => client.fetch(address, init),
    post: (init) => post(init),
    entry: (changes) => ({ ...content, submissionId: randomUUID(), ...changes }),
    send: (entry, extraHeaders = {}) => {
      const { body, headers } = encode(entry as SignupEntry, 'json');
      const init = {
        ...(body != null && { body }),
        headers: { ...(headers as Record<string, string>), ...extraHeaders },
      };
      return post(init, entry as SignupEntry);
    },
  };
  return { context, client };
}

function openForm({ document, signup }: ConformanceOptions): Form {
  const ids = signup ? [signup] : document.read(signups).values.map(({ id }) => id);
  const forms = ids.flatMap((id) => formOf(document, { signup: id }, Date.now()) ?? []);
  const form = forms.find(isOpen);
  if (!form) throw new Error('The feed has no such sign-up that is open now.');
  return form;
}

/** The plainest values that the required fields take. */
function validValues(form: Form): Values {
  const adult = { oldEnough: 'yes' };
  return Object.fromEntries(
    fieldsIn(form, adult).flatMap((field): [string, string | readonly string[]][] => {
      const value = validValue(field);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function validValue(field: Field): string | readonly string[] | undefined {
  const { kind, name, required, options } = field;
  if (name === 'name') return 'Test';
  if (kind === 'email') return 'test@example.org';
  if (!required || name === 'edition') return undefined;
  if (kind === 'phone') return '+31 30 1234567';
  if (kind === 'yes-no' || kind === 'tick') return 'yes';
  const first = options[0]?.id;
  return first === undefined ? 'Test' : takesSeveral(field) ? [first] : first;
}

/** The object that a text is JSON of; an empty one where it is none. */
function parseObject(text: string): CheckedResponse['json'] {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}
