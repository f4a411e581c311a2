/** The guide for whoever leads an Oasis: screens, checklists, group and notes. Timers and keeping have files of their own. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CealOasisGuide } from '../../src/oasis-guide/oasis-guide.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { itWith } from '../support/browser/engine.js';
import { nextEvent, onPaper } from '../support/browser/page.js';
import { button, field, hasField, press } from '../support/browser/actions.js';
import {
  bareSteps,
  boxes,
  FULL_STEP,
  goBack,
  goNext,
  hasNext,
  linkTo,
  oasisFeed,
  pageBreaks,
  pagerTexts,
  partOf,
  putLeading,
  STEPS,
  stepsShown,
  untilPrintable,
  writeNote,
} from '../support/browser/guides.js';
import { all, count, focused, one, spokenOf, textOf } from '../support/browser/tree.js';
import { t } from '../support/guide-words.js';

const clean = location.pathname + location.search;
afterEach(() => history.replaceState(null, '', clean));

describe('leading', () => {
  it('shows one thing at a time, from the start of a step to its notes and on to the next', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    const seen: string[] = [];
    for (;;) {
      expect(stepsShown(guide).length).to.equal(1);
      seen.push(stepsShown(guide)[0]!);
      if (!hasNext(guide)) break;
      await goNext(guide);
      expect(spokenOf(focused()!)).to.equal(stepsShown(guide)[0]);
    }
    expect(seen).to.deep.equal([
      'Stap 1 van 3: Proefkijken',
      'Stap 1 van 3, Proefkijken: Ligt alles klaar?',
      'Stap 1 van 3, Proefkijken: Een rondje',
      'Stap 1 van 3, Proefkijken: Of: Alleen',
      'Stap 1 van 3, Proefkijken: Vragen en tips',
      'Stap 1 van 3, Proefkijken: Aantekeningen',
      'Stap 2 van 3: Proefdromen',
      'Stap 2 van 3, Proefdromen: Aantekeningen',
      'Stap 3 van 3: Proefvieren',
      'Stap 3 van 3, Proefvieren: Aantekeningen',
    ]);
    await goBack(guide);
    expect(stepsShown(guide)).to.deep.equal(['Stap 3 van 3: Proefvieren']);
  });

  it('says in the buttons where they lead', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    expect(pagerTexts(guide)).to.deep.equal(['Volgende : Ligt alles klaar?']);
    await goNext(guide);
    expect(pagerTexts(guide)).to.deep.equal(['Vorige : Stap 1 van 3: Proefkijken', 'Volgende : Een rondje']);
  });

  it('goes to any step by the list, and to any part of it', async () => {
    const guide = await putLeading(oasisFeed(STEPS), { step: 'dromen' });
    linkTo(guide, 'Proefkijken').click();
    await guide.updateComplete;
    expect(all(guide, '[aria-current=step]').map(spokenOf)).to.deep.equal(['1 Proefkijken']);
    expect(all(guide, '[part~=contents] li').map(textOf)).to.deep.equal([
      'Ligt alles klaar? 0 van 2 klaar',
      'Een rondje',
      'Of: Alleen',
      'Vragen en tips',
      'Aantekeningen',
    ]);
    await press(guide, t('talk'));
    expect(partOf(guide, 'questions')).to.equal('Vragen om te stellen Wat valt op?');
    expect(partOf(guide, 'tips')).to.equal('Tips Neem de tijd.');
  });

  it('tells the page of steps, not of the screens in them', async () => {
    const guide = await putLeading(oasisFeed(STEPS.slice(1)));
    const events: string[] = [];
    for (const type of ['ceal-oasis-step-change', 'ceal-oasis-step-changed'] as const)
      guide.addEventListener(type, ({ type: name, stepId }) => events.push(`${name} ${stepId}`));
    await goNext(guide);
    expect(events).to.deep.equal([]);
    const stepped = nextEvent(guide, 'ceal-oasis-step-changed');
    await goNext(guide);
    await stepped;
    expect(events).to.deep.equal(['ceal-oasis-step-change vieren', 'ceal-oasis-step-changed vieren']);
  });

  it('stays where it is when the page refuses', async () => {
    const guide = await putLeading(oasisFeed(STEPS), { step: 'dromen' });
    guide.addEventListener('ceal-oasis-step-change', (event) => event.preventDefault());
    await goNext(guide);
    await goNext(guide);
    expect(stepsShown(guide)).to.deep.equal(['Stap 2 van 3, Proefdromen: Aantekeningen']);
  });

  it('begins a step anew when the page goes there', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await goNext(guide);
    guide.goTo('kijken');
    await guide.updateComplete;
    expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 3: Proefkijken']);
  });

  it('keeps step and screen in the address, each step a way back', async () => {
    const guide = await putLeading(oasisFeed(STEPS), { 'deep-link': '' });
    const before = history.length;
    await press(guide, 'Een rondje');
    expect(location.hash).to.equal('#ceal-oasis.step=kijken&ceal-oasis.screen=activity-rondje');
    expect(history.length).to.equal(before);
    linkTo(guide, 'Proefdromen').click();
    await guide.updateComplete;
    expect(location.hash).to.equal('#ceal-oasis.step=dromen');
    const arrived = nextEvent(window, 'popstate');
    history.back();
    await arrived;
    await guide.updateComplete;
    expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 3, Proefkijken: Een rondje']);
  });

  for (const screen of ['', 'activity-weg', 'constructor', '%F0%9F'])
    it(`begins at the start where the address asks for screen "${screen}"`, async () => {
      history.replaceState(null, '', `#ceal-oasis.step=kijken&ceal-oasis.screen=${screen}`);
      const guide = await putLeading(oasisFeed(STEPS), { 'deep-link': '' });
      expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 3: Proefkijken']);
    });

  it('can be changed to reading and back, and loses nothing', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, t('checklist'));
    boxes(guide)[0]!.click();
    guide.mode = 'reader';
    await guide.updateComplete;
    expect(partOf(guide, 'materials')).to.equal('Wat je nodig hebt Papier Pen');
    guide.mode = 'facilitator';
    await guide.updateComplete;
    expect(boxes(guide).map(({ checked }) => checked)).to.deep.equal([true, false]);
  });

  itWith('print media', 'is a worksheet on paper, as for whoever reads', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await untilPrintable(guide);
    await onPaper(() => {
      dispatchEvent(new Event('beforeprint'));
      expect(pageBreaks(guide)).to.equal('page auto');
      expect(stepsShown(guide).length).to.equal(3);
      dispatchEvent(new Event('afterprint'));
    });
    await guide.updateComplete;
    expect(stepsShown(guide).length).to.equal(1);
  });

  it('names the makers of the method and its sources', async () => {
    const guide = await putLeading(oasisFeed(STEPS, { credit: 'Bedacht voor de proef.' }));
    expect(partOf(guide, 'credit')).to.equal('Bedacht voor de proef.');
  });

  it('speaks English', async () => {
    const guide = await putLeading(oasisFeed(STEPS), { lang: 'en' });
    await press(guide, 'Is everything there?');
    expect(stepsShown(guide)).to.deep.equal(['Step 1 of 3, Test gaze: Is everything there?']);
  });

  it('takes other words from the page, those of leading too', async () => {
    const guide = await putLeading(oasisFeed(STEPS), { labels: { checklist: 'Tas ingepakt?' } });
    expect(textOf(one(guide, '[part~=contents]'))).to.contain('Tas ingepakt?');
  });

  it('shows a step of nothing but a name, and eleven of them', async () => {
    const guide = await putLeading(oasisFeed(bareSteps(11)), { step: 's11' });
    expect(stepsShown(guide)).to.deep.equal(['Stap 11 van 11: Proef 11']);
    expect(count(guide, '[part~=facts], input, [part~=contents] li')).to.equal(1);
    expect(button(guide, t('notes'))).to.exist;
  });

  it('says that there is nothing when there are no steps', async () => {
    const guide = await putLeading(oasisFeed([]));
    expect(partOf(guide, 'state')).to.contain('Er is nog niets te zien.');
  });

  it('keeps its size with the longest texts of the format', async () => {
    const long = 'hottentottententententoonstelling'.repeat(150).slice(0, 5_000);
    const step = {
      ...FULL_STEP,
      name: 'x'.repeat(200),
      summary: long,
      activities: [{ id: 'lang', title: 'y'.repeat(200), text: long, hints: [{ max: 9, text: long }] }],
      tips: [long],
    };
    const guide = await putLeading(oasisFeed([step]));
    guide.style.inlineSize = '320px';
    for (let screen = 0; screen < 5; screen++) {
      if (screen > 0) await goNext(guide);
      expect(one(guide, '[part~=root]').scrollWidth).to.equal(320);
    }
  });

  for (const [place, width] of [
    ['a wide place', '1200px'],
    ['a narrow one', '300px'],
  ] as const)
    for (const [name, at] of [
      ['the start', 0],
      ['the checklist', 1],
      ['an activity', 2],
      ['questions and tips', 4],
      ['notes', 5],
    ] as const)
      it(`is accessible in ${place}: ${name}`, async () => {
        const guide = await putLeading(oasisFeed([FULL_STEP]));
        guide.style.inlineSize = width;
        for (let screen = 0; screen < at; screen++) await goNext(guide);
        await expectAccessible(guide);
      });
});

describe('the checklist', () => {
  it('is ticked by the keyboard, and counts', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, t('checklist'));
    expect(boxes(guide).map((box) => textOf(box.closest('label')!))).to.deep.equal(['Papier', 'Pen']);
    boxes(guide)[1]!.focus();
    await sendKeys({ press: ' ' });
    await guide.updateComplete;
    expect(textOf(one(guide, '[part~=step] p'))).to.equal('1 van 2 klaar');
    await goBack(guide);
    expect(textOf(one(guide, '[part~=contents]'))).to.contain('1 van 2 klaar');
  });

  it('has a tick for an activity that is done, and the step tells it', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, 'Een rondje');
    boxes(guide).at(-1)!.click();
    await goBack(guide);
    await goBack(guide);
    expect(textOf(one(guide, '[part~=contents]'))).to.contain('Een rondje gedaan');
  });
});

describe('the size of the group', () => {
  const say = async (guide: CealOasisGuide, size: string) => {
    const input = field(guide, t('group'));
    input.value = size;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await guide.updateComplete;
    return input;
  };
  const hintsShown = async (size: string) => {
    const guide = await putLeading(oasisFeed(STEPS));
    await say(guide, size);
    await press(guide, 'Een rondje');
    // After the minutes and the text of the activity.
    return all(guide, '[part~=activities] p').slice(2).map(textOf);
  };

  it('chooses the hints', async () => {
    expect(await hintsShown('7')).to.deep.equal(['Voor jullie groep: Blijf bij elkaar.']);
    expect(await hintsShown('8')).to.deep.equal(['Voor jullie groep: Maak groepjes.']);
  });

  it('shows all hints while it is not known', async () => {
    for (const size of ['', 'veel', '0'])
      expect(await hintsShown(size)).to.deep.equal([
        'Met 7 mensen of minder: Blijf bij elkaar.',
        'Met 8 mensen of meer: Maak groepjes.',
      ]);
  });

  it('is read as people write it, and not kept when it says nothing', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    expect((await say(guide, ' 12 mensen')).value).to.equal('12');
    expect((await say(guide, 'veel')).value).to.equal('');
  });

  it('is not asked where no hint depends on it', async () => {
    const guide = await putLeading(oasisFeed(STEPS.slice(1)));
    expect(hasField(guide, t('group'))).to.equal(false);
  });
});

describe('notes', () => {
  it('are written at any time, one for each step', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, 'Een rondje');
    one<HTMLElement>(guide, 'summary').click();
    await writeNote(guide, 'Het is <b>koud</b>.');
    linkTo(guide, 'Proefdromen').click();
    await guide.updateComplete;
    await press(guide, t('notes'));
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('');
    linkTo(guide, 'Proefkijken').click();
    await guide.updateComplete;
    await press(guide, t('notes'));
    const field = one<HTMLTextAreaElement>(guide, '[part~=note]');
    expect(field.value).to.equal('Het is <b>koud</b>.');
    expect(textOf(field.labels[0]!)).to.equal('Aantekeningen bij Proefkijken');
  });
});
