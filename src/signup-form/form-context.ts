import type { Text, LocaleContext } from '../i18n/text.js';
import type { Field, Values } from '../signup/fields.js';
import type { Form } from '../signup/form.js';
import type { SignupTranslator } from './locales/index.js';
import type { Format } from '../signup/contract.js';

/** How things stand with a form at a moment: what it is, what stands in it, and what the page wants done with it. */
export interface FormContext<S extends SignupTranslator = SignupTranslator> {
  readonly form: Form;
  readonly fields: readonly Field[];
  /** What stands in the fields: what the page filled in, and over that the visitor. */
  readonly values: Values;
  /** What the visitor filled in. */
  readonly typed: Values;
  readonly t: S;
  readonly localeContext: LocaleContext;
  readonly headingLevel: number;
  /** How to reach whoever is responsible. */
  readonly contact: Text;
  /** Absolute; none where the page gives none that can be used. */
  readonly endpoint: string | undefined;
  readonly format: Format;
  readonly testing: boolean;
  /** Whether the browser may keep what is not sent yet. */
  readonly keeps: boolean;
  readonly hidden: Readonly<Record<string, string>>;
}
