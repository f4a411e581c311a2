/** Menders: what has one meaning becomes what the format asks for, everything else stays as it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mendDate } from '../../../src/feed/mending/date.js';
import { mendFlag } from '../../../src/feed/mending/flag.js';
import { mendId } from '../../../src/feed/mending/id.js';
import type { Mender } from '../../../src/feed/mending/mend.js';
import { mendCount, mendNumber } from '../../../src/feed/mending/number.js';
import { mendUrl } from '../../../src/feed/mending/url.js';

type Cases = readonly (readonly [input: unknown, mended: unknown])[];

function suite(
  name: string,
  mend: Mender,
  { becomes, stays }: { becomes: Cases; stays: readonly unknown[] },
) {
  describe(name, () => {
    for (const [input, mended] of becomes)
      it(`${JSON.stringify(input)} is ${JSON.stringify(mended)}`, () => assert.equal(mend(input), mended));
    for (const input of stays) it(`${JSON.stringify(input)} stays`, () => assert.equal(mend(input), input));
  });
}

suite('a flag', mendFlag, {
  becomes: [
    ['TRUE', true],
    ['true', true],
    [1, true],
    ['1', true],
    [' Ja ', true],
    ['WAAR', true],
    ['x', true],
    ['FALSE', false],
    [0, false],
    ['nee', false],
    ['onwaar', false],
  ],
  stays: [true, false, 2, 'misschien', null, {}, []],
});

suite('a count', mendCount, {
  becomes: [
    ['25', 25],
    ['5,11', 5.11],
    ['52.1177', 52.1177],
    [' 12 ', 12],
    ['3.0', 3],
    ['−5', -5],
    ['１２', 12],
    ['3a', 3],
  ],
  stays: [25, '1.000', '12,345', '3ab', '', 'twaalf', '1.000,50', null],
});

suite('a measure', mendNumber, {
  becomes: [
    ['52,117', 52.117],
    ['52.117', 52.117],
    ['-0,125', -0.125],
    ['5', 5],
  ],
  stays: [52.117, 'N 52', '', null],
});

suite('an id', mendId, {
  becomes: [
    [101, '101'],
    ['Soep 1', 'soep-1'],
    ['soep_2', 'soep-2'],
    ['soep.3', 'soep-3'],
    ['{3F2504E0-4F89-11D3-9A0C-0305E82C3301}', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    ['café-avond', 'cafe-avond'],
    [' e ', 'e'],
    ['x'.repeat(70), 'x'.repeat(64)],
  ],
  stays: ['soep', '', '---', null, {}],
});

suite('an address', mendUrl, {
  becomes: [
    ['www.example.org/lees', 'https://www.example.org/lees'],
    ['WWW.example.org', 'https://WWW.example.org'],
    ['dub.example/artikel', 'https://dub.example/artikel'],
    ['info@example.org', 'mailto:info@example.org'],
    ['030 123 45 67', 'tel:0301234567'],
    ['+31 (0)30-1234567', 'tel:+31301234567'],
    ['over.nl', 'https://over.nl'],
    ['https://example.org/a?b=1&amp;c=2', 'https://example.org/a?b=1&c=2'],
  ],
  stays: [
    'foto.jpg',
    'foto/tafel.jpg',
    '/foto.jpg',
    './a.b/c',
    '#hier',
    'javascript:alert(1)',
    'over.map',
    'a.svg/b',
    7,
  ],
});

suite('a date', mendDate, {
  becomes: [
    [2016, '2016'],
    ['2016.0', '2016'],
    ['2027-09-09 ', '2027-09-09'],
    ['2027-9-9', '2027-09-09'],
    ['2027/09/09', '2027-09-09'],
    ['20270909', '2027-09-09'],
    ['2027-09-09 13:30:00', '2027-09-09T13:30:00'],
    ['2027-09-09T13:30:00+0200', '2027-09-09T13:30:00+02:00'],
    ['2027-09-09T13:30:00+02', '2027-09-09T13:30:00+02:00'],
    ['20270909T113000Z', '2027-09-09T11:30:00Z'],
    ['2027-09-09T13', '2027-09-09T13:00'],
    ['2027-09-09t11:30:00z', '2027-09-09T11:30:00Z'],
    ['2027-09-09T13:30:00+02:00[Europe/Amsterdam]', '2027-09-09T13:30:00+02:00'],
    ['2027-09-09T24:00:00+02:00', '2027-09-10T00:00:00+02:00'],
    ['2027-12-31 24:00', '2028-01-01T00:00'],
    ['2015-2016', '2015/2016'],
    ['2015–2016', '2015/2016'],
    ['voorjaar 2016', '2016-21'],
    ['Juni 2016', '2016-06'],
    ['9 september 2027', '2027-09-09'],
    ['2016-Q3', '2016-07/2016-09'],
    ['2016-35', '2016-07/2016-09'],
    ['2016-W23', '2016-06-06/2016-06-12'],
    ['2016-06-01/05', '2016-06-01/2016-06-05'],
    ['2016-06-01/07-05', '2016-06-01/2016-07-05'],
  ],
  stays: [
    '2016',
    '2015-23',
    '09-09-2027',
    42370,
    1820575800,
    '1820575800',
    '46653',
    '2016-08-12/2016-06-01',
    '2027-02-30',
    '31 juni 2027',
    '2016-W54',
    '2027-09-09T25:00',
    'binnenkort',
    'x'.repeat(100),
    null,
  ],
});
