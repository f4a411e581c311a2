import type { LocaleContext, Text } from '../i18n/text.js';
import type { Languages, Messages, Translator } from '../i18n/translate.js';
import type { Format } from '../signup/contract.js';
import type { Field, Values } from '../signup/fields.js';
import type { Form } from '../signup/form.js';
import type { SignupTranslator } from './locales/index.js';

/** A form at a moment, as the element hands it down: its fields, their values, and the settings of the page. */
export interface FormContext<T extends SignupTranslator = SignupTranslator> {
  readonly form: Form;
  readonly fields: readonly Field[];
  /** The values of the fields: those that the page prefilled, and over them those of the visitor. */
  readonly values: Values;
  readonly t: T;
  /** Makes the translator of other messages, in the same language. */
  readonly translatorFor: <M extends Messages>(languages: Languages<M>) => Translator<M>;
  readonly localeContext: LocaleContext;
  readonly headingLevel: number;
  /** A way to reach whoever is responsible. */
  readonly contact: Text;
  /** Absolute; `undefined` where the page gives none that can be used. */
  readonly endpoint: string | undefined;
  readonly format: Format;
  /** True if nothing is sent or kept. */
  readonly isTest: boolean;
  /** Values to send along for the page itself, as the attribute writes them. */
  readonly hiddenFields: string | undefined;
}
