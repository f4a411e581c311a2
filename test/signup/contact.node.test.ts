/** Contact data as people write and copy it: cleaned, refused where it is none, and found again however it is written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cleanEmail,
  cleanPhone,
  cleanReference,
  emailFault,
  isSameEmail,
  isSamePhone,
  phoneFault,
} from '../../src/signup/contact.js';

const NOOR = 'noor@example.org';
const PHONE = '06 12345678';

describe('E3: an e-mail address', () => {
  const WRITTEN: Readonly<Record<string, string>> = {
    'a mark of direction before it': '\u200enoor@example.org',
    'a mark after it': 'noor@example.org\u202c\ufeff',
    'a soft hyphen and a zero-width space inside it': 'no\u00ador@exam\u200bple.org',
    'a variation selector': 'noor@example.org\ufe0f',
    'blanks of every kind around it': '\u00a0\u2003 noor@example.org\t\n',
    'a comma': 'noor@example.org,',
    'a semicolon': 'noor@example.org ;',
    'a full stop': 'noor@example.org.',
    'a link': 'mailto:noor@example.org',
    'a link with a query': 'MailTo:noor@example.org?subject=Hallo&cc=sem@example.org',
    'a link with escapes': 'mailto:noor%40example.org',
    brackets: '<noor@example.org>',
    'a name before it': 'Noor <noor@example.org>',
    'a quoted name before it': '"Noor, van de buurt" <noor@example.org>;',
    'a link in brackets after itself': 'noor@example.org<mailto:noor@example.org>',
    quotes: '"noor@example.org"',
    'curly quotes': '“noor@example.org”',
    'round brackets': '(noor@example.org)',
    'full-width signs': 'ｎｏｏｒ＠ｅｘａｍｐｌｅ．ｏｒｇ',
    'a word before it': 'E-mail: noor@example.org',
    'brackets of a page': '&lt;noor@example.org&gt;;',
    'a slash': 'noor@example.org/',
    'an ideographic full stop': 'noor@example。org',
  };
  for (const [name, written] of Object.entries(WRITTEN))
    it(`is cleaned of ${name}`, () => {
      assert.equal(cleanEmail(written), NOOR);
      assert.equal(emailFault(cleanEmail(written)), undefined);
      assert.ok(isSameEmail(written, 'Noor@Example.org'));
    });

  for (const kept of ["'t.hooft@example.org", '"twee woorden"@example.org', 'a@[192.0.2.1]', 'x+y@a.example'])
    it(`keeps what belongs to it: ${kept}`, () => {
      assert.equal(cleanEmail(kept), kept);
      assert.equal(emailFault(kept), undefined);
    });

  for (const [written, fault] of [
    ['a@b.nl, c@d.nl', { detail: 'sign', params: { sign: ',' } }],
    ['a@b.nl;c@d.nl', { detail: 'sign', params: { sign: ';' } }],
    ['noor@gmail,com', { detail: 'sign', params: { sign: ',' } }],
    ['noor<@example.org', { detail: 'sign', params: { sign: '<' } }],
    ['noor>x@example.org', { detail: 'sign', params: { sign: '>' } }],
    ['mail:noor@example.org', { detail: 'sign', params: { sign: ':' } }],
    ['noor @example.org', { detail: 'blank', params: {} }],
    ['noor.example.org', { params: {} }],
  ] as const)
    it(`is refused, and says why: ${written}`, () =>
      assert.deepEqual(emailFault(cleanEmail(written)), fault));

  it('has one dash', () => assert.equal(cleanEmail('noor@oud\u2011zuilen.nl'), 'noor@oud-zuilen.nl'));

  it('is not the same as nothing', () => assert.equal(isSameEmail('', ' '), false));
});

describe('E5: a telephone number', () => {
  const WRITTEN: Readonly<Record<string, readonly [written: string, kept: string]>> = {
    'a mark of direction before it': ['\u200e06 12345678', '06 12345678'],
    'a hyphen that does not break': ['06\u201112345678', '06-12345678'],
    'a dash': ['06\u201312345678', '06-12345678'],
    'a minus': ['06\u221212345678', '06-12345678'],
    'a soft hyphen': ['06\u00ad12345678', '0612345678'],
    'the country in brackets': ['(+31) 6 12345678', '(+31) 6 12345678'],
    'a nought in brackets': ['+31 (0)6 12345678', '+31 (0)6 12345678'],
    'two noughts': ['0031612345678', '0031612345678'],
    'full-width digits': ['（＋３１）６１２３４５６７８', '(+31)612345678'],
    'Arabic digits': ['٠٦١٢٣٤٥٦٧٨', '٠٦١٢٣٤٥٦٧٨'],
    'Persian digits': ['۰۶۱۲۳۴۵۶۷۸', '۰۶۱۲۳۴۵۶۷۸'],
    'Devanagari digits': ['०६१२३४५६७८', '०६१२३४५६७८'],
    'a link': ['tel:+31-6-12345678', '+31-6-12345678'],
    'a comma': ['06 12345678,', '06 12345678'],
    'a word before it': ['Telefoon: 06 12345678', '06 12345678'],
    'a link to call': ['tel://06 12345678', '06 12345678'],
    'a bullet for a dash': ['06\u204312345678', '06-12345678'],
  };
  for (const [name, [written, kept]] of Object.entries(WRITTEN))
    it(`is kept as typed and found again: ${name}`, () => {
      assert.equal(cleanPhone(written), kept);
      assert.equal(phoneFault(kept), undefined);
      assert.ok(isSamePhone(written, PHONE));
      assert.ok(isSamePhone(PHONE, kept));
    });

  for (const [written, fault] of [
    ['06 12345678 tst 12', { detail: 'sign', params: { sign: 'tst' } }],
    ['+31 +6 12345678', { detail: 'sign', params: { sign: '+' } }],
    ['12345', { detail: 'digits', params: { n: 5, min: 6, max: 15 } }],
    ['1234567890123456', { detail: 'digits', params: { n: 16, min: 6, max: 15 } }],
    ['bel me maar', { params: {} }],
  ] as const)
    it(`is refused, and says why: ${written}`, () =>
      assert.deepEqual(phoneFault(cleanPhone(written)), fault));

  it('of somebody else is another', () => {
    assert.equal(isSamePhone('06 12345679', PHONE), false);
    assert.equal(isSamePhone('12', '12'), false);
  });
});

it('the number of a sign-up is known however it was copied', () => {
  for (const text of [' abcde\u2011fghjk.\u200e', 'ABCDEFGHJK', 'abcde fghjk', 'ab cd-ef gh jk'])
    assert.equal(cleanReference(text), 'ABCDE-FGHJK');
  assert.equal(cleanReference('r-12'), 'R-12');
});

it('E3, E5: what is clean stays as it is', () => {
  const odd = fc.stringMatching(/^["'<>()[\].,;:\s@+-]*(?:mailto:|tel:)?[a-z0-9@. ]*["'<>()[\].,;:\s]*$/);
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
      for (const clean of [cleanEmail, cleanPhone]) assert.equal(clean(clean(text)), clean(text));
      emailFault(text);
      phoneFault(text);
    }),
  );
});

it('E3, E5: a long text is judged at once, however odd', () => {
  for (const part of [',', '[', '"', '<', 'mailto:', 'a.', '(', '1 ', '+'])
    for (const length of [900, 200_000]) {
      const text = part.repeat(Math.ceil(length / part.length));
      for (const whole of [text, `${text}1x`, `x@${text}`, `${text}@`]) {
        assert.ok(emailFault(cleanEmail(whole)) ?? whole.includes('@'));
        phoneFault(cleanPhone(whole));
      }
    }
});
