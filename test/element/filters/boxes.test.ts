/** The boxes to tick of the filters, as one sees them. */
import { expect } from '@open-wc/testing';
import { openFacet } from '../../support/browser/actions.js';
import { setTime } from '../../support/browser/clock.js';
import { emulateForcedColors } from '../../support/browser/page.js';
import { one } from '../../support/browser/tree.js';
import { NOW, timelineIn, WORDS } from '../../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

describe('an empty box', () => {
  const opened = async () => {
    const element = await timelineIn(900);
    await openFacet(element, WORDS.kind);
    return { box: one(element, 'input'), button: one(element, '[part~=facet] button') };
  };

  it('A18: has the edge of every other control, whatever the browser draws', async () => {
    const { box, button } = await opened();
    expect(getComputedStyle(box).boxShadow).to.equal(
      `${getComputedStyle(button).borderTopColor} 0px 0px 0px 1px`,
    );
  });

  it('A18: is what the system draws in high contrast, and has the ring of the focus', async () => {
    const { box } = await opened();
    const edge = getComputedStyle(box).boxShadow;
    box.focus();
    expect(getComputedStyle(box).outlineStyle).to.equal('solid');
    expect(getComputedStyle(box).boxShadow).to.not.equal(edge);
    box.blur();
    await emulateForcedColors('active');
    expect(getComputedStyle(box).boxShadow).to.equal('none');
    await emulateForcedColors('none');
  });
});
