/** The guide for whoever reads it: one step at a time or all of them. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/browser/accessible.js';
import { PICTURE } from '../support/browser/feed.js';
import { eventually, nextEvent } from '../support/browser/page.js';
import type { CealOasisStepChangedEvent } from '../../src/oasis-guide/events.js';
import { button, hasButton } from '../support/browser/actions.js';
import {
  bareSteps,
  FULL_STEP,
  goNext,
  linkTo,
  oasisFeed,
  pagerTexts,
  partOf,
  putGuide,
  STEPS,
  stepsShown,
} from '../support/browser/guides.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import { t } from '../support/guide-words.js';

describe('reading one step at a time', () => {
  it('begins with the first, and says where it stands', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 3 : Proefkijken']);
    expect(all(guide, '[aria-current=step]').map(textOf)).to.deep.equal(['1 Proefkijken']);
  });

  it('has the steps as an ordered list, which says so in every browser', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const list = one(guide, '[part~=steps-list]');
    expect([list.localName, list.getAttribute('role')]).to.deep.equal(['ol', 'list']);
    expect(list.closest('nav')?.ariaLabel).to.equal('Stappen');
    expect(all(guide, '[part~=step-link]').length).to.equal(3);
  });

  it('goes on and back by its buttons; the heading takes the focus', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    button(guide, t('nextStep', { name: 'Proefdromen' })).click();
    await guide.updateComplete;
    expect(textOf(focused()!)).to.equal('Stap 2 van 3 : Proefdromen');
    expect(all(guide, '[aria-current=step]').map(textOf)).to.deep.equal(['2 Proefdromen']);
    button(guide, t('previousStep', { name: 'Proefkijken' })).click();
    await guide.updateComplete;
    expect(textOf(focused()!)).to.equal('Stap 1 van 3 : Proefkijken');
  });

  it('has no way on at the end, and none back at the beginning', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { step: 'vieren' });
    expect(pagerTexts(guide)).to.deep.equal(['Vorige: Proefdromen']);
    guide.goTo('kijken');
    await guide.updateComplete;
    expect(pagerTexts(guide)).to.deep.equal(['Volgende: Proefdromen']);
  });

  it('goes to a step of the list by keyboard', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    linkTo(guide, 'Proefvieren').focus();
    await sendKeys({ press: 'Enter' });
    await guide.updateComplete;
    expect(stepsShown(guide)).to.deep.equal(['Stap 3 van 3 : Proefvieren']);
    expect(textOf(focused()!)).to.equal('Stap 3 van 3 : Proefvieren');
  });

  it('leaves a click with Ctrl to the browser', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
    let wasPrevented: boolean | undefined;
    document.addEventListener(
      'click',
      (event) => {
        wasPrevented = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    linkTo(guide, 'Proefvieren').dispatchEvent(click);
    expect(wasPrevented).to.equal(false);
    await guide.updateComplete;
    expect(stepsShown(guide)[0]).to.contain('Proefkijken');
  });

  for (const [asked, shown] of [
    ['dromen', 'Proefdromen'],
    ['3', 'Proefvieren'],
    ['nergens', 'Proefkijken'],
    ['', 'Proefkijken'],
  ] as const)
    it(`shows ${shown} for step="${asked}"`, async () => {
      const guide = await putGuide(oasisFeed(STEPS), { step: asked });
      expect(stepsShown(guide)[0]).to.contain(shown);
    });

  it('tells what the visitor does, not what the page does', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const events: string[] = [];
    for (const type of ['ceal-oasis-step-change', 'ceal-oasis-step-changed'] as const)
      guide.addEventListener(type, ({ type: name, stepId }) => events.push(`${name} ${stepId}`));
    guide.goTo('vieren');
    guide.step = 'dromen';
    await guide.updateComplete;
    expect(events).to.deep.equal([]);
    const stepped = nextEvent<CealOasisStepChangedEvent>(guide, 'ceal-oasis-step-changed');
    linkTo(guide, 'Proefkijken').click();
    expect((await stepped).composed).to.equal(true);
    expect(events).to.deep.equal(['ceal-oasis-step-change kijken', 'ceal-oasis-step-changed kijken']);
  });

  it('stays where it is when the page refuses', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    guide.addEventListener('ceal-oasis-step-change', (event) => event.preventDefault());
    await goNext(guide);
    expect(stepsShown(guide)[0]).to.contain('Proefkijken');
  });

  it('is accessible, in a wide place and in a narrow one', async () => {
    const guide = await putGuide(oasisFeed([FULL_STEP, ...bareSteps(2)]));
    guide.style.inlineSize = '1200px';
    await expectAccessible(guide);
    guide.style.inlineSize = '300px';
    await expectAccessible(guide);
  });
});

describe('reading all steps', () => {
  it('needs no click where the page says so', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { layout: 'all' });
    expect(stepsShown(guide).length).to.equal(3);
    expect(pagerTexts(guide)).to.be.empty;
    expect(count(guide, '[aria-current]')).to.equal(0);
    await expectAccessible(guide);
  });

  it('is the choice of the visitor where the page leaves it open', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    button(guide, t('showAll')).click();
    await guide.updateComplete;
    expect(stepsShown(guide).length).to.equal(3);
    button(guide, t('showOne')).click();
    await guide.updateComplete;
    expect(stepsShown(guide).length).to.equal(1);
  });

  it('is no choice where the page wants one at a time', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { layout: 'stepper' });
    expect(hasButton(guide, t('showAll'))).to.equal(false);
  });

  it('brings the visitor to the step that was pressed', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { layout: 'all' });
    linkTo(guide, 'Proefvieren').click();
    await guide.updateComplete;
    expect(textOf(focused()!)).to.equal('Stap 3 van 3 : Proefvieren');
  });

  it('is the same where there is one step', async () => {
    const guide = await putGuide(oasisFeed(bareSteps(1)));
    expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 1 : Proef 1']);
    expect(hasButton(guide, t('showAll'))).to.equal(false);
  });
});

describe('a step', () => {
  it('shows everything that the feed says of it', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    expect(partOf(guide, 'other-names')).to.equal('Olhar (Portugees), Test gaze (Engels)');
    expect(partOf(guide, 'facts')).to.equal('Doel Zien wat er is. Hoe lang Een uur Met wie In tweetallen');
    expect(partOf(guide, 'activities')).to.equal(
      'Wat je doet Een rondje, 20 tot 30 minuten Loop samen. Met 7 mensen of minder: Blijf bij elkaar. ' +
        'Met 8 mensen of meer: Maak groepjes. Of: Alleen, 1 minuut',
    );
    expect(partOf(guide, 'materials')).to.equal('Wat je nodig hebt Papier Pen');
    expect(partOf(guide, 'questions')).to.equal('Vragen om te stellen Wat valt op?');
    expect(partOf(guide, 'tips')).to.equal('Tips Neem de tijd.');
    expect(one<HTMLAnchorElement>(guide, '[part~=links] a').href).to.equal('https://example.org/kijken');
    const summary = all(guide, '[part~=step] p:not([part])').slice(0, 2);
    expect(summary.map(textOf)).to.deep.equal(['Loop rond.', 'Kijk goed.']);
  });

  it('gives each name its language', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const languages = all(guide, '[part~=other-names] [lang]').map(({ lang }) => lang);
    expect(languages).to.deep.equal(['pt', 'en']);
  });

  it('shows nothing of what the feed does not say', async () => {
    const guide = await putGuide(oasisFeed(bareSteps(2)));
    expect(textOf(one(guide, '[part~=step]'))).to.equal('Stap 1 van 2 : Proef 1');
    expect(all(guide, '[part~=step] section, [part~=introduction], [part~=sources], [part~=credit]')).to.be
      .empty;
  });

  it('says that it may be done instead of the one before it', async () => {
    const [first, second, third] = bareSteps(3);
    const guide = await putGuide(oasisFeed([first, { ...second, alternative: true }, third]), {
      layout: 'all',
    });
    expect(stepsShown(guide)).to.deep.equal([
      'Stap 1 van 2 : Proef 1',
      'Of doe dit als stap 1 van 2 : Proef 2',
      'Stap 2 van 2 : Proef 3',
    ]);
  });

  it('has its drawing, but for one that does not come or may not', async () => {
    const withPicture = (src: string) =>
      putGuide(oasisFeed([{ ...FULL_STEP, image: { src, alt: 'Een grasveld' } }, ...bareSteps(1)]));
    const drawing = (guide: HTMLElement) => all<HTMLImageElement>(guide, '[part~=step] [part~=image]');
    expect(drawing(await withPicture(PICTURE))[0]?.alt).to.equal('Een grasveld');
    const guide = await withPicture(new URL('/no-such-picture.png', location.href).href);
    // Drawings are loaded near the window only.
    drawing(guide)[0]?.scrollIntoView();
    await eventually(() => drawing(guide).length === 0);
  });
});

describe('the guide as a whole', () => {
  it('introduces the method, says when not, and names its makers and sources', async () => {
    const guide = await putGuide(
      oasisFeed(STEPS, {
        introduction: 'Zo werkt het.',
        notFor: 'Bij haast.',
        credit: 'Bedacht voor de proef.',
        sources: [{ label: 'Verzonnen bron', url: 'https://example.org/bron', note: 'Niet gelezen.' }],
      }),
    );
    expect(partOf(guide, 'introduction')).to.equal(
      'Zo werkt het. Wanneer je beter iets anders doet Bij haast.',
    );
    expect(textOf(one(guide, 'h3[part~=not-for]')), 'A13: a heading').to.equal(t('notFor'));
    expect(partOf(guide, 'credit')).to.equal('Bedacht voor de proef.');
    one<HTMLElement>(guide, 'summary').click();
    expect(partOf(guide, 'sources')).to.equal('Bron Verzonnen bron (opent een andere website) Niet gelezen.');
  });

  for (const mode of ['reader', 'facilitator'])
    it(`A10: names what comes on paper on the button that prints it, for a ${mode}`, async () => {
      const guide = await putGuide(oasisFeed(STEPS), { mode, 'print-as': 'overview' });
      await eventually(() => hasButton(guide, 'Print als overzicht'));
      expect(hasButton(guide, 'Print als werkblad')).to.equal(false);
      guide.printAs = 'worksheet';
      await guide.updateComplete;
      expect(hasButton(guide, 'Print als werkblad')).to.equal(true);
    });

  it('takes its heading from the feed', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    expect(partOf(guide, 'heading')).to.equal('De proefoase');
  });

  it('says that there is nothing when there are no steps', async () => {
    const guide = await putGuide(oasisFeed([]));
    expect(partOf(guide, 'state')).to.contain('Er is nog niets te zien.');
  });

  it('counts eleven steps, as a list', async () => {
    const guide = await putGuide(oasisFeed(bareSteps(11)), { step: 's11' });
    expect(stepsShown(guide)).to.deep.equal(['Stap 11 van 11 : Proef 11']);
    expect(count(guide, '[part~=steps] svg')).to.equal(0);
  });

  it('stands around a circle where there is room', async () => {
    const guide = await putGuide(oasisFeed(bareSteps(4)));
    guide.style.inlineSize = '1200px';
    expect(count(guide, '[part~=steps] svg')).to.equal(1);
    // The number of a step is the first thing in its link.
    const numbers = () => all(guide, '[part~=step-link] > :first-child');
    const middles = numbers().map((number) => {
      const { x, y, width, height } = number.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const [top, right, bottom, left] = middles;
    expect(right!.x).to.be.greaterThan(top!.x);
    expect(left!.x).to.be.lessThan(top!.x);
    expect(bottom!.x).to.be.closeTo(top!.x, 1);
    expect(bottom!.y - top!.y).to.be.closeTo(right!.x - left!.x, 1);
    guide.style.inlineSize = '400px';
    const edges = numbers().map((number) => Math.round(number.getBoundingClientRect().left));
    expect(edges[0]).to.equal(edges[2]);
  });

  it('keeps its size with the longest texts of the format', async () => {
    const long = 'hottentottententententoonstelling'.repeat(150).slice(0, 5_000);
    const step = {
      ...FULL_STEP,
      name: 'x'.repeat(200),
      summary: long,
      aim: long,
      tips: [long],
      questions: [long],
    };
    const guide = await putGuide(oasisFeed([step, ...bareSteps(2)]), { layout: 'all' });
    guide.style.inlineSize = '320px';
    expect(guide.scrollWidth).to.equal(320);
    expect(one(guide, '[part~=root]').scrollWidth).to.equal(320);
  });
});
