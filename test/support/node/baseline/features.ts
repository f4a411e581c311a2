/**
 * The promise of README.md: browsers of the last thirty months, "Baseline Widely Available, November 2026". A feature is
 * inside if every engine has had it since the day below; the data are those of the web-features project.
 */
import { features } from 'web-features';

/** Thirty months before the date in README.md. */
export const LAST_DAY = '2024-05-30';

/** The part of a feature's data that is read here; those of the package have no types that hold. */
interface Feature {
  readonly status?: {
    readonly by_compat_key?: Readonly<Record<string, { readonly baseline_low_date?: string }>>;
  };
}

/** The day since which every engine has a feature, by its key in MDN's data: `api.URL.parse_static`. */
const since = new Map(
  Object.values(features as unknown as Readonly<Record<string, Feature>>).flatMap(({ status }) =>
    Object.entries(status?.by_compat_key ?? {}).map(
      ([key, { baseline_low_date: day = '9999' }]) => [key, day.replace('≤', '')] as const,
    ),
  ),
);

export const isKnown = (key: string): boolean => since.has(key);
export const isOutside = (key: string): boolean => (since.get(key) ?? '') > LAST_DAY;

/** Keys by their last name: those of interfaces, built-ins and their members. */
const scriptKeys = groupedByName(/^(api|javascript\.builtins)(\.\w+){1,2}$/);
/** Keys of what may stand in a style sheet. */
const styleKeys = groupedByName(/^css\./);

function groupedByName(pattern: RegExp): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const key of since.keys()) {
    if (!pattern.test(key)) continue;
    const name = key.slice(key.lastIndexOf('.') + 1);
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return groups;
}

/** The first key for a member of that name, if there is none that is inside. */
export function memberOutside(name: string): string | undefined {
  const keys = scriptKeys.get(name) ?? [];
  return keys.every(isOutside) ? keys[0] : undefined;
}

/** The first key for a function or a pseudo-class of that name in style sheets, if there is none that is inside. */
export function styleNameOutside(name: string): string | undefined {
  const keys = styleKeys.get(name) ?? [];
  return keys.every(isOutside) ? keys[0] : undefined;
}

/** The keys under which a member of a global, or of a namespace or class of that name, may stand. */
export const staticKeys = (owner: string, name: string): readonly string[] => [
  `api.${owner}.${name}_static`,
  `javascript.builtins.${owner}.${name}`,
];
export const memberKeys = (owner: string, name: string): readonly string[] => [
  `api.${owner}.${name}`,
  `javascript.builtins.${owner}.${name}`,
];
export const globalKeys = (name: string): readonly string[] => [`api.${name}`, `javascript.builtins.${name}`];

/** Use of a feature outside the promise. */
export interface Outside {
  readonly key: string;
  /** The file, and the line where that is readable. */
  readonly place: string;
}
