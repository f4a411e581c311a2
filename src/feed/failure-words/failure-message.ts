/** The message of a failure, for the site's owner; loaded when there is one. */
import { inLanguage } from '../../i18n/languages.js';
import type { JsonDamage } from '../damage.js';
import { damageMessage } from '../damage-words/damage-message.js';
import { findJsonDamage } from '../json-damage.js';
import type { Failure } from '../source.js';
import { formatDiagnostic } from './diagnostic.js';
import { FAILURE_WORDS } from './index.js';

/** The text that was looked into last, and its damage: it is told in several places. */
let last: { readonly text: string; readonly damage: JsonDamage | undefined } | undefined;

function damageOf(text: string): JsonDamage | undefined {
  if (last?.text !== text) last = { text, damage: findJsonDamage(text) };
  return last.damage;
}

/** @returns why a feed could not be loaded, and for damaged JSON its place, in the language of a tag. */
export function failureMessage(failure: Failure, language: string): string {
  const words = inLanguage(FAILURE_WORDS, language)[failure.reason];
  const damage = failure.text === undefined ? undefined : damageOf(failure.text);
  return formatDiagnostic(damage ? `${words} ${damageMessage(damage, language)}` : words, failure);
}
