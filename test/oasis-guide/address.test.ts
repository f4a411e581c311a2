/** The step in the address of the page, and the guide on paper. */
import { expect } from '@open-wc/testing';
import { itWith } from '../support/browser/engine.js';
import { nextEvent, onPaper } from '../support/browser/page.js';
import {
  linkTo,
  oasisFeed,
  pageBreaks,
  putGuide,
  STEPS,
  stepsShown,
  untilPrintable,
} from '../support/browser/guides.js';
import { all, count, focused, one, spokenOf } from '../support/browser/tree.js';

const clean = location.pathname + location.search;
afterEach(() => history.replaceState(null, '', clean));

describe('a deep link', () => {
  it('opens the step that the address names', async () => {
    history.replaceState(null, '', '#ceal-oasis.step=vieren');
    const guide = await putGuide(oasisFeed(STEPS), { 'deep-link': '', step: 'dromen' });
    expect(stepsShown(guide)[0]).to.contain('Proefvieren');
  });

  it('means nothing where the page did not ask for it', async () => {
    history.replaceState(null, '', '#ceal-oasis.step=vieren');
    const guide = await putGuide(oasisFeed(STEPS));
    expect(stepsShown(guide)[0]).to.contain('Proefkijken');
    linkTo(guide, 'Proefdromen').click();
    await guide.updateComplete;
    expect(location.hash).to.equal('#ceal-oasis.step=vieren');
  });

  it('is written when the visitor moves, and undone by the back button', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { 'deep-link': '' });
    linkTo(guide, 'Proefdromen').click();
    await guide.updateComplete;
    expect(location.hash).to.equal('#ceal-oasis.step=dromen');
    const arrived = nextEvent(window, 'popstate');
    history.back();
    await arrived;
    await guide.updateComplete;
    expect(stepsShown(guide)[0]).to.contain('Proefkijken');
  });

  it('brings a visitor who follows it elsewhere on the page to the heading', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { 'deep-link': '', id: 'gids' });
    const arrived = nextEvent(window, 'hashchange');
    location.hash = 'ceal-oasis-gids.step=vieren';
    await arrived;
    await guide.updateComplete;
    expect(spokenOf(focused()!)).to.equal('Stap 3 van 3: Proefvieren');
  });

  it('is what the links of the list hold', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { id: 'gids' });
    expect(linkTo(guide, 'Proefdromen').hash).to.equal('#ceal-oasis-gids.step=dromen');
  });
});

describe('on paper', () => {
  /** Puts a guide on the page and waits for its part for paper, which comes after it. */
  const putPrintable = async (...args: Parameters<typeof putGuide>) => {
    const guide = await putGuide(...args);
    await untilPrintable(guide);
    return guide;
  };
  const print = (act: () => void) => {
    dispatchEvent(new Event('beforeprint'));
    act();
    dispatchEvent(new Event('afterprint'));
  };

  it('the guide has all steps at once, with room to write and without controls', async () => {
    const guide = await putPrintable(oasisFeed(STEPS, { sources: [{ label: 'Verzonnen bron' }] }));
    print(() => {
      expect(stepsShown(guide).length).to.equal(3);
      expect(all(guide, 'button, nav')).to.be.empty;
      // The lines to write on are nothing to read out: those of a question, and those for notes about each step.
      expect(count(guide, '[part~=questions] [aria-hidden=true]')).to.equal(1);
      expect(count(guide, '[part~=step] [aria-hidden=true]:not(.place)')).to.equal(1 + 3);
      expect(one<HTMLDetailsElement>(guide, 'details').open).to.equal(true);
    });
    await guide.updateComplete;
    expect(stepsShown(guide).length).to.equal(1);
    expect(count(guide, '[part~=step] [aria-hidden=true]:not(.place)')).to.equal(0);
  });

  it('the guide has all steps even before its part for paper is loaded', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    print(() => {
      expect(stepsShown(guide).length).to.equal(3);
    });
  });

  for (const [printAs, breaks] of [
    ['worksheet', 'page auto'],
    ['overview', 'auto avoid'],
    ['boekje', 'page auto'],
  ] as const)
    itWith('print media', `the guide begins pages as it should for print-as="${printAs}"`, async () => {
      const guide = await putPrintable(oasisFeed(STEPS), { 'print-as': printAs });
      await onPaper(() =>
        print(() => {
          expect(pageBreaks(guide)).to.equal(breaks);
        }),
      );
    });
});
