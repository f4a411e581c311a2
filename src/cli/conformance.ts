import { randomUUID } from 'node:crypto';
import { asRecord } from '../feed/record.js';
import { signups } from '../feed/sections/signups.js';
import type { SignupEntry } from '../signup/contract.js';
import { takesSeveral, type Field, type Values } from '../signup/fields.js';
import { fieldsIn, formOf, isOpen, openWindows, type Form } from '../signup/form.js';
import { contentOf, encode } from '../signup/payload.js';
import {
  Broken,
  CHECKS,
  PATIENCE,
  type Answer,
  type ConformanceOptions,
  type Context,
} from './conformance-checks.js';

/** Runs every check against a receiver and tells of each. @returns how many failed */
export async function runConformance(
  options: ConformanceOptions,
  tell: (line: string) => void,
): Promise<number> {
  const context = contextOf(options);
  let failed = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    try {
      const words = await check(context);
      tell(words ? `–       ${name} (not looked at: ${words})` : `ok      ${name}`);
    } catch (error) {
      failed += 1;
      tell(`FAILED  ${name}: ${error instanceof Broken ? error.message : String(error)}`);
    }
  }
  tell(failed === 0 ? 'It keeps to the contract.' : `${failed} of ${Object.keys(CHECKS).length} failed.`);
  return failed;
}

function contextOf(options: ConformanceOptions): Context {
  const { document, endpoint } = options;
  const form = openForm(options);
  const edition = openWindows(form)[0]?.edition.id;
  const values = goodValues(form);
  const content = contentOf(fieldsIn(form, values), values, {
    feed: document.head.id,
    signup: form.signup.id,
    edition,
    language: 'nl',
    review: [],
    challenge: {},
    hidden: {},
  });
  const post = async (init: RequestInit): Promise<Answer> => {
    const response = await fetch(endpoint, {
      ...init,
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: response.status, headers: response.headers, json: parse(await response.text()) };
  };
  return {
    options,
    post,
    entry: (changes) => ({ ...content, submissionId: randomUUID(), ...changes }),
    send: (entry, more = {}) => {
      const { body, headers } = encode(entry as SignupEntry, 'json');
      return post({
        ...(body != null && { body }),
        headers: { ...(headers as Record<string, string>), ...more },
      });
    },
  };
}

function openForm({ document, signup }: ConformanceOptions): Form {
  const ids = signup ? [signup] : document.read(signups).values.map(({ id }) => id);
  const forms = ids.flatMap((id) => formOf(document, { signup: id }, Date.now()) ?? []);
  const form = forms.find(isOpen);
  if (!form) throw new Error('The feed has no such sign-up that is open now.');
  return form;
}

/** Fills in what must be, as plainly as can be. */
function goodValues(form: Form): Values {
  const adult = { oldEnough: 'yes' };
  return Object.fromEntries(
    fieldsIn(form, adult).flatMap((field): [string, string | readonly string[]][] => {
      const value = goodValue(field);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function goodValue(field: Field): string | readonly string[] | undefined {
  const { kind, name, required, options } = field;
  if (name === 'name') return 'Test';
  if (kind === 'email') return 'test@example.org';
  if (!required || name === 'edition') return undefined;
  if (kind === 'phone') return '+31 30 1234567';
  if (kind === 'yes-no' || kind === 'tick') return 'yes';
  const first = options[0]?.id;
  return first === undefined ? 'Test' : takesSeveral(field) ? [first] : first;
}

function parse(text: string): Answer['json'] {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}
