/** What a screen reader hears of the form, as rows of it were heard with Orca. */
import { expect } from '@open-wc/testing';
import { announce, prepareAnnouncer } from '../../src/element/announcer.js';
import { nl } from '../../src/signup-form/locales/nl.js';
import { nl as sendingNl } from '../../src/signup-form/submission/locales/nl.js';
import { act, button, press } from '../support/browser/actions.js';
import { stopClock } from '../support/browser/clock.js';
import {
  control,
  EDITION,
  filled,
  putForm,
  receiver,
  says,
  send,
  SIGNUP,
  signupFeed,
  type Form,
} from '../support/browser/forms.js';
import { until } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';

/** What has been replaced, and stays for a screen reader. */
const leaving = (form: Form) => form.shadowRoot!.querySelector<HTMLElement>('.leaving');
const said = () => prepareAnnouncer().textContent?.trim();
/** The words of the elements that an attribute names. */
const named = (element: Element, attribute: string) =>
  (element.getAttribute(attribute) ?? '')
    .split(' ')
    .map((id) => textOf(one(element.getRootNode() as ShadowRoot, `[id="${id}"]`)))
    .join(' ');
const refusing = () => Response.json({ errors: [{ field: 'name', message: 'Niet goed' }] }, { status: 422 });

describe('heard 2 and 3: what takes the place of what has the focus', () => {
  it('heard 2, heard 3: a form that was received is hidden while the confirmation has the focus, and then gone', async () => {
    const form = await filled(receiver());
    const clock = stopClock();
    button(form, nl.send).focus();
    await send(form);
    expect(textOf(focused()!)).to.equal(sendingNl.done);
    const left = leaving(form)!;
    expect(left.localName).to.equal('form');
    expect(one(form, '[part~=confirmation]').compareDocumentPosition(left)).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect([left.hidden, left.getBoundingClientRect().width <= 1]).to.deep.equal([false, true]);
    await clock.pass(1_000);
    expect([left.hidden, left.isConnected]).to.deep.equal([true, true]);
    expect(textOf(focused()!)).to.equal(sendingNl.done);
    await clock.pass(1_000);
    expect(left.isConnected).to.equal(false);
    expect(textOf(focused()!)).to.equal(sendingNl.done);
  });

  it('heard 3: a confirmation stays so while the form for somebody else comes', async () => {
    const form = await filled(receiver());
    const clock = stopClock();
    await send(form);
    await clock.pass(2_000);
    button(form, sendingNl.another).focus();
    await press(form, sendingNl.another);
    expect((focused() as HTMLInputElement).name).to.equal('name');
    expect(leaving(form)!.hidden).to.equal(false);
    await clock.pass(1_000);
    expect(leaving(form)!.hidden).to.equal(true);
    await clock.pass(1_000);
    expect(count(form, '.leaving')).to.equal(0);
  });

  it('heard 2: sending again from a notice that goes leaves the focus on the button that sends', async () => {
    collectConsole();
    let answer!: (response: Response) => void;
    const place = receiver((times) =>
      times === 0 ? new Response(null, { status: 403 }) : new Promise((resolve) => (answer = resolve)),
    );
    const form = await filled(place);
    await send(form);
    button(form, sendingNl.sendAgain).focus();
    await press(form, sendingNl.sendAgain);
    await says(form, sendingNl.sending);
    expect(textOf(focused()!)).to.equal(sendingNl.sending);
    answer(refusing());
    await says(form, 'Niet goed');
  });
});

describe('heard 4: the last word is the outcome', () => {
  it('heard 4: says that it sends after a second, and never after an answer', async () => {
    let answer!: (response: Response) => void;
    const place = receiver(() => new Promise((resolve) => (answer = resolve)));
    const form = await filled(place);
    const clock = stopClock();
    announce('');
    await clock.pass(400);
    const sent = send(form);
    await says(form, sendingNl.sending);
    await clock.pass(999);
    expect(said()).to.equal('');
    await clock.pass(1);
    expect(said()).to.equal(sendingNl.sending);
    answer(refusing());
    await sent;
    await clock.pass(400);
    expect(said()).to.equal('');
    const again = send(form);
    await until(form, () => place.asked === 2);
    answer(refusing());
    await again;
    await clock.pass(2_000);
    expect(said()).to.equal('');
  });
});

describe('heard 4: trying again', () => {
  it('heard 4: is said once, however often it is tried', async () => {
    collectConsole();
    const place = receiver(() => new Response(null, { status: 503 }));
    const form = await filled(place);
    const clock = stopClock();
    const { random } = Math;
    Math.random = () => 0.9;
    try {
      announce('');
      await clock.pass(400);
      const sent = send(form);
      await says(form, sendingNl.tryingAgain);
      await clock.pass(400);
      const words = prepareAnnouncer().textContent;
      expect(words).to.equal(sendingNl.tryingAgain);
      await clock.pass(500);
      await until(form, () => place.asked === 2);
      await clock.pass(400);
      expect(prepareAnnouncer().textContent).to.equal(words);
      await clock.pass(2_000);
      await sent;
    } finally {
      Math.random = random;
    }
  });
});

describe('heard 6: the question whether to clear the form', () => {
  it('heard 6: leaves the button in the page until the question has been heard, and the question until it was answered', async () => {
    const form = await putForm();
    const clock = stopClock();
    const erase = button(form, sendingNl.erase);
    erase.focus();
    await act(form, () => erase.click());
    expect(textOf(focused()!)).to.equal(sendingNl.eraseSure);
    expect([erase.isConnected, erase.hidden]).to.deep.equal([true, false]);
    await clock.pass(1_000);
    expect([erase.isConnected, erase.hidden]).to.deep.equal([true, true]);
    await clock.pass(1_000);
    expect(erase.isConnected).to.equal(false);
    const no = button(form, sendingNl.eraseNo);
    no.focus();
    await act(form, () => no.click());
    expect(textOf(focused()!)).to.equal(sendingNl.erase);
    expect(no.isConnected).to.equal(true);
    await clock.pass(2_000);
    expect(no.isConnected).to.equal(false);
  });
});

describe('heard 7: groups say what is needed and what is wrong', () => {
  it('heard 7: in their legend and at their first control', async () => {
    const form = await putForm({ data: signupFeed({ minimumAge: 16, underAge: 'guardian' }) });
    await send(form);
    const radios = all<HTMLInputElement>(form, '[name=oldEnough]');
    expect(textOf(radios[0]!.closest('fieldset')!.querySelector('legend')!)).to.equal(
      `Ben je 16 jaar of ouder? (${nl.chooseOne})`,
    );
    expect(radios.map((radio) => radio.ariaInvalid)).to.deep.equal(['true', 'true']);
    expect(named(radios[0]!, 'aria-describedby')).to.include('Ben je 16 jaar of ouder?');
    const [role] = all<HTMLInputElement>(form, '[name=roles]');
    expect(named(role!, 'aria-describedby')).to.include(nl.severalNeeded);
    expect(named(control(form, 'email'), 'aria-describedby')).to.include(nl.contactHelp);
  });
});

describe('heard 20, 23 and 25: names', () => {
  const editions = [
    EDITION,
    { ...EDITION, id: 'winter', title: 'Proefgroep winter', status: 'full', example: false },
  ];

  it('heard 23: an edition is named by its title and that it is full; the rest describes it', async () => {
    const form = await putForm({ data: signupFeed({ editions: ['najaar', 'winter'] }, editions) });
    const [autumn, winter] = all(form, '[name=edition]');
    expect(named(autumn!, 'aria-labelledby')).to.equal('Proefgroep najaar Voorbeeld');
    expect(named(winter!, 'aria-labelledby')).to.equal(`Proefgroep winter ${nl.full}`);
    expect(named(winter!, 'aria-describedby'))
      .to.match(/Begint: 7 september 2099[^.]*\. /)
      .and.include('31 augustus');
  });

  it('heard 25: of two links to the contact one says what it is for', async () => {
    const form = await putForm();
    const names = all(form, '[part~=privacy] a').map(textOf);
    expect(names).to.deep.equal(['privacy@example.org', `privacy@example.org (${nl.rights})`]);
  });

  it('heard 13: the form is the only landmark of two forms that have a name', async () => {
    const form = await putForm({ heading: 'Doe mee' });
    expect(count(form, 'section:is([aria-label], [aria-labelledby])')).to.equal(0);
  });

  it('heard 13: what happens next is found by its heading', async () => {
    const form = await filled(receiver(), { data: signupFeed({ nextSteps: 'We bellen je.' }) });
    await send(form);
    expect(all(form, '[part~=confirmation] :is(h3, h4)').map(textOf)).to.deep.equal([
      sendingNl.done,
      sendingNl.next,
    ]);
  });

  it('heard 14: the form is named after its heading', async () => {
    const form = await putForm({ heading: 'Doe mee' });
    expect(one(form, 'form').ariaLabel).to.equal('Doe mee');
  });
});

describe('heard 1: lists that a refresh changes', () => {
  it('heard 1: an option stays the element that it was, with the focus in it', async () => {
    const form = await putForm();
    const student = control(form, 'roles');
    student.focus();
    form.data = signupFeed({ roles: [{ id: 'eerst', label: 'Eerst' }, ...(SIGNUP['roles'] as object[])] });
    await form.updateComplete;
    await until(form, () => count(form, '[name=roles]') === 3);
    expect([focused() === student, student.value]).to.deep.equal([true, 'student']);
  });
});
