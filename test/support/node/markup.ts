/**
 * What a checker of HTML says of what elements show, with the false alarms named. html-validate runs in Node; the Nu
 * checker, which knows more, needs Java, which a bare machine does not have.
 */
import { HtmlValidate, StaticConfigLoader, type RuleConfig } from 'html-validate';

/** Rules that raise false alarms here, each with its reason. */
const OFF: readonly [rule: string, reason: string][] = [
  ['attribute-boolean-style', 'a page is written out as the browser does it: `hidden=""`'],
  ['attribute-empty-style', 'the same'],
  ['form-dup-name', 'boxes of one question share a name'],
  ['no-redundant-role', 'Safari takes the role from a list without bullets: `role="list"` gives it back'],
  ['no-trailing-whitespace', 'white space of templates is no matter of HTML'],
  ['prefer-native-element', 'an `ol` has the role too, and not only the `ul` that it asks for'],
  ['valid-id', 'ids of a feed have dots in them, which HTML allows'],
];

const checker = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard'],
    rules: Object.fromEntries(OFF.map(([rule]) => [rule, 'off'])) as RuleConfig,
  }),
);

/**
 * Checks what stands in a body.
 * @returns What is wrong, by rule and place.
 */
export const invalidIn = (markup: string): Promise<readonly string[]> =>
  invalidInPage(
    `<!doctype html><html lang="nl"><head><title>Wijk</title></head><body>${markup}</body></html>`,
  );

/** Checks a whole page. */
export async function invalidInPage(page: string): Promise<readonly string[]> {
  const { results } = await checker.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}
