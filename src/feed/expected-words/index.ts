import type { InEachLanguage } from '../../i18n/languages.js';
import type { Expected } from '../issues.js';
import { en } from './en.js';
import { nl } from './nl.js';

export const EXPECTED_WORDS: InEachLanguage<Readonly<Record<Expected, string>>> = { nl, en };
