/** What a screen reader hears of the guide, as rows of it were heard with Orca. */
import { expect } from '@open-wc/testing';
import { act, button, press } from '../support/browser/actions.js';
import { stopClock } from '../support/browser/clock.js';
import {
  boxes,
  FULL_STEP,
  goNext,
  linkTo,
  oasisFeed,
  putGuide,
  putLeading,
  STEPS,
  stepsShown,
} from '../support/browser/guides.js';
import { all, focused, one, spokenOf, textOf } from '../support/browser/tree.js';
import { t } from '../support/guide-words.js';

/** What has been replaced, and stays for a screen reader. */
const leaving = (guide: Element) => guide.shadowRoot!.querySelector<HTMLElement>('.leaving');

describe('heard 2, 3 and 6: what takes the place of what has the focus', () => {
  it('heard 2: the last step comes while the button that led there is still in the page, hidden and then gone', async () => {
    const guide = await putGuide(oasisFeed(STEPS), { step: 'dromen' });
    const clock = stopClock();
    const next = button(guide, t('nextStep', { name: 'Proefvieren' }));
    next.focus();
    await act(guide, () => next.click());
    expect(spokenOf(focused()!)).to.equal('Stap 3 van 3: Proefvieren');
    expect([leaving(guide)!.contains(next), leaving(guide)!.hidden]).to.deep.equal([true, false]);
    await clock.pass(1_000);
    expect(leaving(guide)!.hidden).to.equal(true);
    await clock.pass(1_000);
    expect(leaving(guide)).to.equal(null);
    expect(stepsShown(guide)).to.deep.equal(['Stap 3 van 3: Proefvieren']);
  });

  it('heard 3: each screen of a facilitator is new, and the one that was pressed in stays for a moment', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    const clock = stopClock();
    const before = one(guide, '[part~=step]');
    const toChecklist = button(guide, t('checklist'));
    toChecklist.focus();
    await act(guide, () => toChecklist.click());
    expect(spokenOf(focused()!)).to.equal('Stap 1 van 3, Proefkijken: Ligt alles klaar?');
    expect([leaving(guide) === before, one(guide, '[part~=step]') === before]).to.deep.equal([true, false]);
    await clock.pass(2_000);
    expect(before.isConnected).to.equal(false);
  });

  it('heard 6: the question whether to erase leaves the button in the page until it has been heard', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, t('checklist'));
    boxes(guide)[0]!.click();
    await guide.updateComplete;
    const clock = stopClock();
    const erase = button(guide, t('erase'));
    erase.focus();
    await act(guide, () => erase.click());
    expect(textOf(focused()!)).to.equal(t('eraseSure'));
    expect(erase.isConnected).to.equal(true);
    await clock.pass(2_000);
    expect(erase.isConnected).to.equal(false);
    const no = button(guide, t('eraseNo'));
    no.focus();
    await act(guide, () => no.click());
    expect(textOf(focused()!)).to.equal(t('erase'));
    expect(no.isConnected).to.equal(true);
  });
});

it('heard 8: one button starts, pauses and goes on with the clock, and keeps the focus', async () => {
  const guide = await putLeading(oasisFeed(STEPS));
  await goNext(guide);
  await goNext(guide);
  const clock = stopClock();
  const said = () => document.querySelector('ceal-announcer')?.textContent?.trim();
  const toggle = button(guide, t('timeStart'));
  toggle.focus();
  for (const [words, heard] of [
    ['timePause', 'timeRunning'],
    ['timeResume', 'timePaused'],
    ['timePause', 'timeRunning'],
  ] as const) {
    await act(guide, () => toggle.click());
    await clock.pass(400);
    expect([focused() === toggle, textOf(toggle), said()]).to.deep.equal([true, t(words), t(heard)]);
  }
});

describe('heard 20: one line for one name', () => {
  it('heard 20: a step in the list is heard at once, its number and its name', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const [first] = all(guide, '[part~=step-link]');
    expect(spokenOf(first!)).to.equal('1 Proefkijken');
    const spoken = [...first!.children].filter(({ ariaHidden }) => ariaHidden !== 'true');
    expect(spoken.map(textOf)).to.deep.equal(['1 Proefkijken']);
  });

  it('heard 20: so is a heading of two lines, in each mode', async () => {
    for (const guide of [await putGuide(oasisFeed(STEPS)), await putLeading(oasisFeed(STEPS))]) {
      const heading = one(guide, '[part~=step-heading]');
      const spoken = [...heading.children].filter(({ ariaHidden }) => ariaHidden !== 'true');
      expect(spoken.map(textOf)).to.deep.equal(['Stap 1 van 3: Proefkijken']);
    }
  });

  it('heard 20: a blank stands in the text between the words of a button', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await goNext(guide);
    const next = all(guide, 'button').find(({ textContent }) => textContent.trim().startsWith(t('next')));
    expect(next!.textContent.replace(/\s+/g, ' ').trim()).to.match(/^Volgende: \S/);
  });
});

it('heard 14: the list of steps is named after its guide', async () => {
  const guide = await putGuide(oasisFeed(STEPS), { heading: 'Ons spel' });
  expect(one(guide, 'nav').ariaLabel).to.equal('Stappen: Ons spel');
});

describe('heard 1: lists that a refresh changes', () => {
  const newFirst = [{ id: 'eerst', number: 0, name: 'Proefeerst' }, ...STEPS];

  it('heard 1: Return goes to the step that was heard', async () => {
    const guide = await putGuide(oasisFeed(STEPS));
    const link = linkTo(guide, 'Proefdromen');
    link.focus();
    guide.data = oasisFeed(newFirst);
    await guide.updateComplete;
    expect([focused() === link, spokenOf(link)]).to.deep.equal([true, '3 Proefdromen']);
  });

  it('heard 1: a link, a box and a screen stay what they were', async () => {
    const { materials, links } = FULL_STEP as Record<'materials' | 'links', object[]>;
    const changed = [
      {
        ...FULL_STEP,
        materials: [{ id: 'lijm', label: 'Lijm' }, ...materials],
        links: [{ url: 'https://example.org/nieuw', label: 'Nieuw' }, ...links],
      },
      ...STEPS.slice(1),
    ];
    const reading = await putGuide(oasisFeed(STEPS));
    const link = one<HTMLAnchorElement>(reading, '[part~=links] a');
    reading.data = oasisFeed(changed);
    await reading.updateComplete;
    expect([link.isConnected, link.href]).to.deep.equal([true, 'https://example.org/kijken']);

    const leading = await putLeading(oasisFeed(STEPS));
    const screen = button(leading, t('checklist'));
    leading.data = oasisFeed(changed);
    await leading.updateComplete;
    expect(screen.isConnected).to.equal(true);
    await press(leading, t('checklist'));
    const [, box] = boxes(leading);
    leading.data = oasisFeed(STEPS);
    await leading.updateComplete;
    expect(textOf(boxes(leading)[0]!.closest('label')!)).to.equal('Papier');
    expect(boxes(leading)[0] === box).to.equal(true);
  });
});
