import type { Season } from '../../feed/dates.js';

/** Words for what `Intl` has no names for, by language. */
export const SEASONS: Readonly<Record<string, Readonly<Record<Season, string>>>> = {
  nl: { spring: 'voorjaar', summer: 'zomer', autumn: 'najaar', winter: 'winter' },
  en: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' },
};

/** The names of months and days, each list in the order of `Date`. */
export interface DateNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  /** What stands behind the day of the week, where the year is told too. */
  readonly mark: string;
}

/** Short names are the first letters of the long ones, but for those in `odd`. */
function dateNames(
  months: string,
  days: string,
  lettersOfDay: number,
  odd: Readonly<Record<string, string>>,
  mark = '',
): DateNames {
  const split = { months: months.split(' '), days: days.split(' ') };
  return {
    ...split,
    shortMonths: split.months.map((name) => odd[name] ?? name.slice(0, 3)),
    shortDays: split.days.map((name) => name.slice(0, lettersOfDay)),
    mark,
  };
}

/** By locale; a language alone stands for all its regions. */
export const DATE_NAMES: Readonly<Record<string, DateNames>> = {
  nl: dateNames(
    'januari februari maart april mei juni juli augustus september oktober november december',
    'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
    2,
    { maart: 'mrt' },
  ),
  'en-GB': dateNames(
    'January February March April May June July August September October November December',
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
    3,
    { September: 'Sept' },
    ',',
  ),
};
