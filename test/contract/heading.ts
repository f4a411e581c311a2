/** The heading of a widget fits into the page around it. */
import { expect } from '@open-wc/testing';
import { all, count, textOf } from '../support/browser/tree.js';
import { put, putReady, type Subject, type Widget } from './subject.js';

const headings = (widget: Widget) => all(widget, 'h1, h2, h3, h4, h5, h6');

export function headingContract(subject: Subject): void {
  describe('has a heading', () => {
    it('of its own, at level 2', async () => {
      const [first] = headings(await put(subject));
      expect(first?.localName).to.equal('h2');
      expect(first?.part.contains('heading')).to.equal(true);
      expect(textOf(first!)).not.to.equal('');
    });

    it('in the language of the page', async () => {
      const texts = ['nl', 'en'].map(async (lang) => textOf(headings(await put(subject, { lang }))[0]!));
      const [dutch, english] = await Promise.all(texts);
      expect(dutch).not.to.equal(english);
    });

    it('as the page words it', async () => {
      const [first] = headings(await put(subject, { heading: ' Onze buurt ' }));
      expect(textOf(first!)).to.equal('Onze buurt');
    });

    it('none where the page says so', async () => {
      for (const heading of ['none', ' NONE '])
        expect(count(await putReady(subject, { heading }), '[part~=heading]')).to.equal(0);
    });

    const levels = {
      '1': 'h1',
      ' 3 ': 'h3',
      '6': 'h6',
      '7': 'h6',
      '0': 'h2',
      '-1': 'h2',
      '2.4': 'h2',
      twee: 'h2',
      '': 'h2',
    };
    for (const [level, name] of Object.entries(levels))
      it(`as <${name}> for heading-level="${level}"`, async () => {
        const [first, ...others] = headings(await putReady(subject, { 'heading-level': level }));
        expect(first!.localName).to.equal(name);
        for (const { localName } of others) expect(localName >= name && localName !== 'h1').to.equal(true);
      });

    it('above its other headings, none of which skips a level', async () => {
      const found = headings(await putReady(subject)).map(({ localName }) => Number(localName[1]));
      expect(found[0]).to.equal(2);
      for (const [at, level] of found.entries())
        if (at > 0) expect(level).to.be.within(3, found[at - 1]! + 1);
    });
  });
}
