import { flatMap } from '../../lists.js';
import { keyIn } from '../former-names.js';
import { isAbsent } from '../record.js';

/** Names of fields in Dutch and of other systems, and other spellings of those of before version 1.0, for the format's own. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  alternative: ['or', 'of', 'alternatief'],
  successorId: ['becameid', 'opvolger'],
  retentionMonths: ['keepmonths', 'bewaartermijn'],
  nextSteps: ['next', 'vervolg'],
  name: ['naam', 'title', 'titel'],
  title: ['titel', 'name', 'naam'],
  label: ['naam', 'titel', 'name', 'title', 'tekst'],
  address: ['adres', 'street', 'straat'],
  date: ['datum'],
  start: ['begin', 'startdatum', 'begindatum', 'startdate', 'van'],
  end: ['einde', 'einddatum', 'enddate', 'tot'],
  place: ['plaats', 'plek', 'locatie', 'location'],
  summary: ['samenvatting', 'omschrijving', 'excerpt'],
  description: ['beschrijving', 'omschrijving', 'content', 'body'],
  status: ['fase', 'stage', 'state', 'eventstatus'],
  draft: ['isdraft', 'concept', 'isconcept'],
  example: ['isexample', 'voorbeeld', 'isvoorbeeld'],
  url: ['href', 'link', 'adres', 'uri'],
  src: ['url', 'href'],
  lat: ['latitude', 'breedtegraad'],
  lon: ['lng', 'long', 'longitude', 'lengtegraad'],
  links: ['link'],
  themes: ['themas', 'theme', 'thema'],
  pillars: ['pillar', 'pijlers'],
  edition: ['editie', 'groep'],
  image: ['foto', 'afbeelding', 'picture', 'photo'],
};

/** The part of a key that people keep the same: small letters and digits. */
const foldedKey = (key: string) => key.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/**
 * An object with the keys of a shape, where what it holds under none of them has one meaning: another case, a hyphen or
 * an underscore, a Dutch name. `onRename` is given both names.
 */
export function mendKeys(
  input: Readonly<Record<string, unknown>>,
  shapeKeys: readonly string[],
  onRename: (key: string, name: string) => void,
): Readonly<Record<string, unknown>> {
  const others = Object.keys(input).filter((key) => !shapeKeys.includes(key) && !isAbsent(input[key]));
  if (others.length === 0 || others.length > 200) return input;
  let mended: Record<string, unknown> | undefined;
  for (const name of shapeKeys) {
    if (!isAbsent(input[name])) continue;
    const former = keyIn(input, name);
    const names = [foldedKey(name), ...(OTHER_NAMES[name] ?? [])];
    const [key] =
      former === name
        ? flatMap(names, (other) => others.filter((key) => foldedKey(key) === other))
        : [former];
    if (key === undefined) continue;
    others.splice(others.indexOf(key), 1);
    mended ??= { ...input };
    mended[name] = input[key];
    // The names of before version 1.0 are as good.
    if (key !== former) onRename(key, name);
  }
  return mended ?? input;
}
