/** What a checker of HTML says of what elements show, with the false alarms named. */
import { HtmlValidate, StaticConfigLoader, type RuleConfig } from 'html-validate';

/** Rules that do not hold here, each with its reason. */
const OFF: readonly [rule: string, reason: string][] = [
  ['attribute-boolean-style', 'a page is written out as the browser does it: `hidden=""`'],
  ['attribute-empty-style', 'the same'],
  ['void-style', 'the same'],
  ['no-trailing-whitespace', 'white space of templates is no matter of HTML'],
  ['no-inline-style', 'written through the CSSOM, which a strict policy allows'],
  ['no-redundant-role', 'Safari takes the role from a list without bullets: `role="list"` gives it back'],
  ['valid-id', 'ids of a feed have dots in them, which HTML allows'],
  ['form-dup-name', 'boxes of one question share a name'],
  ['prefer-native-element', 'a matter of taste; axe and our own tests see to roles'],
  ['tel-non-breaking', 'a matter of taste'],
  ['long-title', 'the title is that of the wrapping page'],
  ['require-sri', 'no scripts are in what is shown'],
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
export async function invalidIn(markup: string): Promise<readonly string[]> {
  const page = `<!doctype html><html lang="nl"><head><title>Wijk</title></head><body>${markup}</body></html>`;
  const { results } = await checker.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  );
}
