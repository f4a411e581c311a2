/** The boxes to tick of the filters, as one sees them. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { facetButton, openFacet } from '../../support/browser/actions.js';
import { setTime } from '../../support/browser/clock.js';
import { itWith } from '../../support/browser/engine.js';
import { emulateForcedColors } from '../../support/browser/page.js';
import { focused, one } from '../../support/browser/tree.js';
import { NOW, timelineIn, WORDS } from '../../support/browser/timeline.js';

const outlineOf = (element: Element) => {
  const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
  return `${outlineColor} ${outlineStyle} ${outlineWidth}`;
};

beforeEach(() => setTime(NOW));

describe('an empty box', () => {
  const opened = async () => {
    const element = await timelineIn(900);
    await openFacet(element, WORDS.kind);
    return { box: one(element, 'input'), button: facetButton(element, WORDS.kind) };
  };

  it('A18: has the edge of every other control, but where the browser draws one that can be seen', async () => {
    const { box, button } = await opened();
    // Firefox would draw a square around a round one.
    if (CSS.supports('-moz-appearance', 'none')) expect(getComputedStyle(box).outlineStyle).to.equal('none');
    else expect(outlineOf(box)).to.equal(`${getComputedStyle(button).borderTopColor} solid 1px`);
  });

  it('A18: has the ring of the focus', async () => {
    const { box, button } = await opened();
    const edge = outlineOf(box);
    button.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused() === box).to.equal(true);
    expect(getComputedStyle(box).outlineStyle).to.equal('solid');
    expect(outlineOf(box)).to.not.equal(edge);
  });

  itWith('forced colours', 'A18: is what the system draws in high contrast', async () => {
    const { box } = await opened();
    await emulateForcedColors('active');
    expect(getComputedStyle(box).outlineStyle).to.equal('none');
    await emulateForcedColors('none');
  });
});
