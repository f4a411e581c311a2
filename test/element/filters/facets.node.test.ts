/** Facets against plain counting: what they offer, what they count, and what choices mean. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  chosenValues,
  facetsOf,
  matching,
  offeredValues,
  readChoices,
  toggled,
  writeChoices,
  type Choices,
  type FacetRules,
} from '../../../src/element/filters/facets.js';

const KEYS = ['colour', 'size', 'kind'] as const;
type Key = (typeof KEYS)[number];
type Entry = Choices<Key>;

const valuesOf = (entry: Entry, key: Key): readonly string[] => entry[key] ?? [];
const rulesFor = (entries: readonly Entry[]): FacetRules<Entry, Key> => ({
  keys: KEYS,
  valuesOf,
  offered: offeredValues(entries, valuesOf, () => ['a', 'b', 'c', 'd']),
});

const value = fc.constantFrom('a', 'b', 'c', 'd', 'unknown');
const values = fc.uniqueArray(value, { maxLength: 3 });
const entries = fc.array(fc.record({ colour: values, size: values, kind: values }, { requiredKeys: [] }), {
  maxLength: 12,
});
const choices = fc.record({ colour: values, size: values, kind: values }, { requiredKeys: [] });

/** The meaning of choices, written plainly. */
const fits = (entry: Entry, chosen: Choices<Key>): boolean =>
  KEYS.every(
    (key) => !chosen[key]?.length || chosen[key].some((other) => valuesOf(entry, key).includes(other)),
  );

describe('choices', () => {
  it('mean or within a facet and between facets', () =>
    fc.assert(
      fc.property(entries, choices, (list, chosen) =>
        assert.deepEqual(
          matching(list, chosen, rulesFor(list)),
          list.filter((entry) => fits(entry, chosen)),
        ),
      ),
    ));

  it('leave the list itself alone where nothing is chosen', () => {
    const list: Entry[] = [{ colour: ['a'] }];
    const empty: readonly Choices[] = [{}, { colour: [] }, { other: ['a'] }];
    for (const none of empty) assert.equal(matching(list, none, rulesFor(list)), list);
  });

  it('are added and taken away by the same move', () =>
    fc.assert(
      fc.property(choices, fc.constantFrom(...KEYS), value, (chosen: Choices<Key>, key: Key, added) => {
        const once = toggled(chosen, key, added);
        assert.notEqual((once[key] ?? []).includes(added), (chosen[key] ?? []).includes(added));
        assert.deepEqual((toggled(once, key, added)[key] ?? []).toSorted(), (chosen[key] ?? []).toSorted());
        for (const other of KEYS) if (other !== key) assert.equal(once[other], chosen[other]);
      }),
    ));

  it('come back from an address as they went into it', () =>
    fc.assert(
      fc.property(choices, (chosen) => {
        const params = new URLSearchParams();
        writeChoices(params, KEYS, chosen);
        const back = readChoices(new URLSearchParams(params.toString()), KEYS);
        assert.deepEqual(chosenValues(KEYS, back), chosenValues(KEYS, chosen));
      }),
    ));

  it('from an address are each there once, and no more than 50', () => {
    assert.deepEqual(readChoices(new URLSearchParams('colour=a&colour=a&other=b'), KEYS), { colour: ['a'] });
    const long = new URLSearchParams(Array.from({ length: 99 }, (_, index) => ['size', `v${index}`]));
    assert.equal(readChoices(long, KEYS).size?.length, 50);
  });
});

describe('facets', () => {
  it('count what choosing a value would give, its own facet aside', () =>
    fc.assert(
      fc.property(entries, choices, (list, chosen: Choices<Key>) => {
        const found = list.filter((_, index) => index % 3 > 0);
        for (const { key, options } of facetsOf(KEYS, rulesFor(list), found, chosen))
          for (const option of options) {
            const alone = { ...chosen, [key]: [option.value] };
            assert.equal(option.count, found.filter((entry) => fits(entry, alone)).length);
            assert.equal(option.chosen, (chosen[key] ?? []).includes(option.value));
          }
      }),
    ));

  it('offer every known value that the list has, whatever was found, in the order given', () =>
    fc.assert(
      fc.property(entries, choices, (list, chosen) => {
        const offered = Object.fromEntries(
          facetsOf(KEYS, rulesFor(list), [], chosen).map(({ key, options }) => [
            key,
            options.map((option) => option.value),
          ]),
        );
        for (const key of KEYS) {
          const used = ['a', 'b', 'c', 'd'].filter((known) =>
            list.some((entry) => valuesOf(entry, key).includes(known)),
          );
          assert.deepEqual(offered[key] ?? [], used);
        }
      }),
    ));

  it('stand in the order asked for; what is not known is not there', () => {
    const list = [{ colour: ['a'], size: ['b'], kind: ['unknown'] }];
    const keys = (wanted: readonly string[]) =>
      facetsOf(wanted, rulesFor(list), list, {}).map(({ key }) => key);
    assert.deepEqual(keys(['size', 'nonsense', 'colour', 'kind', 'size']), ['size', 'colour']);
    assert.deepEqual(keys([]), []);
  });
});
