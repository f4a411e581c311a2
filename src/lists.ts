/*
 * Ways with lists that stand for built-ins of which old libraries on a page have put their own in place: Prototype,
 * MooTools and Sugar do so with `Array.from`, `find` and others. `eslint.config.mjs` names them.
 */

/** The values that a function gives for each item, in one list: as `list.flatMap(…)`. */
export function flatMap<T, V>(
  list: readonly T[],
  valuesOf: (item: T, index: number) => V | readonly V[],
): V[] {
  const values: V[] = [];
  list.forEach((item, index) => {
    const value = valuesOf(item, index);
    if (Array.isArray(value)) values.push(...(value as readonly V[]));
    else values.push(value as V);
  });
  return values;
}

/** So many values, each made from its index: as `Array.from({ length: count }, …)`. */
export function times<V>(count: number, make: (index: number) => V): V[] {
  return [...Array<undefined>(count)].map((_, index) => make(index));
}
