import { inLanguage, type InEachLanguage } from '../../i18n/languages.js';
import type { JsonDamage } from '../damage.js';
import { en } from './en.js';
import { nl } from './nl.js';

export const DAMAGE_WORDS: InEachLanguage<typeof nl> = { nl, en };

/**
 * The message about a text that is no JSON: its line, what is wrong there and what to write. In the language of a tag;
 * in English for languages that are not ours.
 */
export function damageMessage(damage: JsonDamage, language: string): string {
  const { kind, line, near, related } = damage;
  const words = inLanguage(DAMAGE_WORDS, language);
  const fill = (text: string) =>
    text.replace(/\{(line|found|near|related)\}/g, (_, name: 'line') => String(damage[name]));
  if (kind === 'empty') return words.empty;
  const place = fill(words.place).replace('{what}', () => fill(words[kind]));
  const isElsewhere = related !== line && kind === 'bracket';
  return [place, isElsewhere && fill(words.notice), near && fill(words.near)].filter(Boolean).join(' ');
}
