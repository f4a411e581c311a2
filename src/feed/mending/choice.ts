import { isRecord } from '../record.js';
import { DASHES, comparable, nameIn } from './mend.js';

/**
 * Words for the values of choices that are no value of any: other spellings, and how people and other systems say it, in
 * Dutch and English. A word may stand for values of several choices.
 */
const WORDS: Readonly<Record<string, string>> = {
  cancelled:
    'canceled cancel cancelation cancellation afgelast geannuleerd vervallen vervalt gaat-niet-door niet-door does-not-take-place called-off eventcancelled eventcanceled no-show afgezegd gecanceld gecancelled gecanceled geannulleerd canceld is-geannuleerd wordt-geannuleerd gaat-helaas-niet-door komt-te-vervallen annule annulee abgesagt iptal iptal-edildi',
  moved:
    'verplaatst verzet uitgesteld rescheduled postponed eventrescheduled eventpostponed eventmovedonline verschoven',
  scheduled:
    'gaat-door doorgaan takes-place confirmed bevestigd definitief eventscheduled planned gepland ingepland active actief',
  planned: 'gepland in-voorbereiding scheduled komt-eraan upcoming aangekondigd',
  open: 'inschrijving-open aanmelden-kan open-voor-aanmelding aanmelding-open geopend opened registration-open open-voor-inschrijving inschrijven-kan nog-plek',
  full: 'vol volgeboekt sold-out fully-booked bezet geen-plek no-places uitverkocht',
  running: 'draait actief loopt bezig gestart lopend active ongoing in-progress started live operationeel',
  finished: 'afgelopen klaar afgerond voltooid done completed complete ended over voorbij past geweest',
  idea: 'idee ideeen concept',
  prototype: 'eerste-versie proefversie mvp pilot',
  tested: 'getest uitgeprobeerd',
  developing:
    'ontwikkelt-verder in-ontwikkeling doorontwikkelen in-development under-development ontwikkeling',
  merged: 'samengegaan samengevoegd opgegaan gefuseerd samengegaan-met-een-ander',
  stopped: 'gestopt failliet opgeheven gesloten closed beeindigd discontinued stop',
  unknown: 'onbekend niet-bekend not-known weet-niet n-v-t',
  meeting: 'bijeenkomst les session sessie workshop samenkomst vergadering college',
  field: 'de-wijk-in buitenwerk veldwerk excursie fieldwork field-trip wijkwandeling wandeling in-de-wijk',
  studio: 'atelier werkplaats werksessie',
  'learning-group': 'leergroep leerkring intervisie',
  coaching: 'begeleiding coachgesprek coach',
  celebration: 'feest viering oogstdag slotfeest afsluiting party',
  milestone: 'mijlpaal moment',
  break: 'vakantie pauze vrij holiday geen-bijeenkomst herfstvakantie kerstvakantie meivakantie',
  other: 'anders overig overige iets-anders',
  email: 'mail e-mailadres',
  phone: 'telefoon telefoonnummer telephone tel mobiel',
  either: 'beide allebei both e-mail-of-telefoon email-of-telefoon een-van-beide any',
  text: 'tekst korte-tekst short-text string',
  'long-text': 'lange-tekst tekstvak textarea',
  choice: 'keuze een-keuze keuzelijst radio select single-choice',
  choices: 'keuzes meerkeuze meer-keuzes checkboxes checkbox multiple-choice multi-select',
  'yes-no': 'ja-nee ja-of-nee boolean yes-or-no',
  refused: 'geweigerd kan-niet-meedoen niet-toegestaan',
  guardian: 'ouder voogd met-toestemming toestemming parent ouder-of-voogd',
  yes: 'ja true 1 y j',
  no: 'nee false 0 n',
  cover: 'vullend vul',
  contain: 'passend heel',
};

const VALUES_OF_WORDS = new Map<string, string[]>();
for (const [value, words] of Object.entries(WORDS))
  for (const word of words.replace(/-/g, '').split(' '))
    VALUES_OF_WORDS.set(word, [...(VALUES_OF_WORDS.get(word) ?? []), value]);

/** A word as it is looked up: small letters without accents, its parts joined. */
const keyOf = (text: string) =>
  comparable(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(DASHES, '-')
    .replace(/^(?:https?:\/\/schema\.org\/|schema:|status:)/, '')
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
    .replace(/[\s_./-]+/g, '');

/** A remark behind a word, with a sign or a word before it: `Cancelled (ill)`, `verplaatst naar 10 september`. */
const REMARK = /(?:\s*[(:;,]|\s[–—-]\s|\s(?:wegens|vanwege|i\.?v\.?m|door|naar|in|due|because|to)\b).*$/is;
/** A question, a no behind the value or a cross before it: nobody can say that it holds. */
const DOUBT = /\?|…$|\.{3}$|: (?:nee|no)\b|^[!❌✗✘~](?!.*cancel)/i;
/** Values that a remark may take back: `scheduled (unless it rains)`. */
const WITHOUT_REMARK = ['scheduled', 'open'];

/** Reads one of a few values in other letters, with blanks around it, in another spelling or in Dutch. */
export function mendChoice(input: unknown, values: readonly string[]): unknown {
  if (isRecord(input)) return nameIn(input) === undefined ? input : mendChoice(nameIn(input), values);
  if (typeof input !== 'string' && typeof input !== 'boolean' && typeof input !== 'number') return input;
  const text = String(input);
  if (DOUBT.test(text)) return input;
  const before = text.replace(REMARK, '');
  const found = valueFor(text, values) ?? valueFor(text.replace(/[\s-]*(?:fase|phase)$/i, ''), values);
  if (found || before === text) return found ?? input;
  const value = valueFor(before, values);
  return value && !WITHOUT_REMARK.includes(value) ? value : input;
}

function valueFor(text: string, values: readonly string[]): string | undefined {
  const key = keyOf(text);
  const meant = values.filter((value) => keyOf(value) === key);
  const found =
    meant.length > 0 ? meant : values.filter((value) => VALUES_OF_WORDS.get(key)?.includes(value));
  return found.length === 1 ? found[0] : undefined;
}
