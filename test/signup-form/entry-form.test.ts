/** The form while it is filled in: its questions, its checks and its errors. */
import { expect } from '@open-wc/testing';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { act, button, press } from '../support/browser/actions.js';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/browser/accessible.js';
import { nextEvent } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  choose,
  control,
  errorAt,
  fillIn,
  putForm,
  receiver,
  send,
  SIGNUP,
  signupFeed,
  summaryOf,
  type,
} from '../support/browser/forms.js';

describe('what is asked', () => {
  it('is what the feed asks, in order, and what need not be answered says so', async () => {
    const form = await putForm();
    expect(all(form, '.label').map(textOf)).to.deep.equal([
      'Hoe heet je?',
      'Hoe kunnen we je bereiken?',
      'E-mailadres',
      'Telefoonnummer',
      'Wie ben je?',
      'Wat is je idee? (niet verplicht)',
      'Welke dag? (niet verplicht)',
    ]);
  });

  it('is e-mail or telephone alone where the feed says so', async () => {
    for (const [contact, asked, other] of [
      ['email', 'email', 'phone'],
      ['phone', 'phone', 'email'],
    ] as const) {
      const form = await putForm({ data: signupFeed({ contact }) });
      expect(control(form, asked).getAttribute('aria-required')).to.equal('true');
      expect(count(form, `[name=${other}]`)).to.equal(0);
    }
  });

  it('can be filled in by the browser, pasted and typed freely', async () => {
    const form = await putForm();
    const tokens = ['name', 'email', 'phone'].map((name) => control(form, name).autocomplete);
    expect(tokens).to.deep.equal(['name', 'email', 'tel']);
    expect(control(form, 'name').spellcheck).to.equal(false);
    expect(count(form, '[maxlength], [pattern], [required], [disabled], [readonly]')).to.equal(0);
    expect(one<HTMLFormElement>(form, 'form').noValidate).to.equal(true);
  });

  it('never includes a consent beforehand', async () => {
    const form = await putForm({ prefill: 'consents=nieuws&name=Noor' });
    expect(one<HTMLInputElement>(form, '[value=nieuws]').checked).to.equal(false);
    expect(control(form, 'name').value).to.equal('Noor');
  });

  it('is filled in beforehand as the page says, and what the visitor makes of it stays', async () => {
    const form = await putForm({ prefill: 'name=Noor&roles=bewoner&roles=student&answers.dag=ma&onzin=1' });
    expect(all<HTMLInputElement>(form, '[name=roles]').every(({ checked }) => checked)).to.equal(true);
    expect(one<HTMLInputElement>(form, '[name="answers.dag"][value=ma]').checked).to.equal(true);
    await type(form, 'name', '');
    form.data = signupFeed({ title: 'Anders' });
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('');
  });

  it('depends on age where the feed has a minimum', async () => {
    const data = signupFeed({ minimumAge: 16, underAge: 'guardian' });
    const form = await putForm({ data });
    expect(count(form, '[name=guardian]')).to.equal(0);
    await choose(form, 'oldEnough', 'no');
    expect(count(form, '[name=guardian]')).to.equal(1);
    expect(one<HTMLInputElement>(form, '[name=guardianAgrees]').checked).to.equal(false);
    await fillIn(form);
    await send(form);
    expect(errorAt(form, 'guardian')).to.equal('Vul de naam van je ouder of verzorger in.');
    expect(errorAt(form, 'guardianAgrees')).to.include('vinkje');
  });

  it('leaves the focus, and nothing behind, where questions come and go', async () => {
    const form = await putForm({ data: signupFeed({ minimumAge: 16, underAge: 'guardian' }) });
    const press = async (value: string) => {
      const radio = one<HTMLInputElement>(form, `[name=oldEnough][value=${value}]`);
      radio.focus();
      await act(form, () => radio.click());
      expect(focused() === radio).to.equal(true);
    };
    await press('yes');
    const before = one(form, 'form').childNodes.length;
    await press('no');
    expect(count(form, '[name=guardian]')).to.equal(1);
    await press('yes');
    expect(count(form, '[name=guardian]')).to.equal(0);
    expect(one(form, 'form').childNodes.length).to.equal(before);
  });

  it('keeps the focus when the feed loses a question after it', async () => {
    const questions = ['een', 'twee'].map((id) => ({ id, kind: 'text', label: id }));
    const form = await putForm({ data: signupFeed({ questions }) });
    const field = control(form, 'answers.een');
    field.focus();
    form.data = signupFeed({ questions: questions.slice(0, 1) });
    await form.updateComplete;
    expect(count(form, '[name="answers.twee"]')).to.equal(0);
    expect(focused() === field).to.equal(true);
  });

  it('refuses who is too young where the feed says so', async () => {
    const form = await putForm({ data: signupFeed({ minimumAge: 18 }) });
    await fillIn(form);
    await choose(form, 'oldEnough', 'no');
    await send(form);
    expect(summaryOf(form)).to.include('Je kunt pas meedoen als je 18 jaar of ouder bent.');
  });

  it('A5: says of each consent that it may stay empty', async () => {
    const form = await putForm();
    const label = one(form, '[part~=consent] label');
    expect(textOf(label)).to.equal('Stuur mij nieuws. (niet verplicht)');
  });

  it('A20: has the name of the form', async () => {
    const form = await putForm();
    expect(one(form, 'form').ariaLabel).to.equal('Meedoen aan de proef');
    for (const [heading, name] of [
      ['Doe mee', 'Doe mee'],
      ['none', 'Meedoen aan de proef'],
    ] as const) {
      form.heading = heading;
      await form.updateComplete;
      expect(one(form, 'form').ariaLabel).to.equal(name);
    }
  });

  it('A12: says what groups need at their first box, and what is wrong at each', async () => {
    const form = await putForm();
    const boxes = all<HTMLInputElement>(form, '[name=roles]');
    const description = () =>
      (boxes[0]!.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => textOf(one(form, `[id="${id}"]`)))
        .join(' ');
    expect(description()).to.equal(nl.severalNeeded);
    await send(form);
    expect(description()).to.equal(`${nl.severalNeeded} ${errorAt(form, 'roles')}`);
    expect(boxes.map((box) => box.getAttribute('aria-invalid'))).to.deep.equal(['true', 'true']);
    await expectAccessible(form);
  });

  it('T11: has words for the empty option of a list', async () => {
    const options = Array.from({ length: 9 }, (_, n) => ({ id: `o${n}`, label: `Keuze ${n}` }));
    const kinds = [true, false].map((required) => ({
      id: `v${required}`,
      kind: 'choice',
      label: 'Kies',
      required,
      options,
    }));
    const form = await putForm({ data: signupFeed({ questions: kinds }) });
    const lists = all<HTMLSelectElement>(form, 'select');
    expect(lists.map(({ options: [first], value }) => [first!.text, value])).to.deep.equal([
      [nl.chooseOption, ''],
      [nl.noAnswer, ''],
    ]);
  });

  it('is a list to choose from where there is much', async () => {
    const options = Array.from({ length: 9 }, (_, n) => ({ id: `o${n}`, label: `Keuze ${n}` }));
    const questions = [{ id: 'veel', kind: 'choice', label: 'Kies', required: true, options }];
    const form = await putForm({ data: signupFeed({ questions }) });
    expect(control(form, 'answers.veel').localName).to.equal('select');
    await expectAccessible(form);
  });

  it('stays filled in when the feed changes meanwhile', async () => {
    const form = await putForm();
    await fillIn(form);
    await type(form, 'answers.idee', 'Soep');
    control(form, 'answers.idee').focus();
    const questions = [{ id: 'nieuw', kind: 'text', label: 'Nieuwe vraag?' }, ...(SIGNUP['questions'] as [])];
    form.data = signupFeed({ questions, roles: [{ id: 'student', label: 'Student' }] });
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('Noor');
    expect(control(form, 'answers.idee').value).to.equal('Soep');
    expect(control(form, 'answers.nieuw').value).to.equal('');
    expect((focused() as HTMLInputElement).name).to.equal('answers.idee');
    expect(one<HTMLInputElement>(form, '[name=roles]').checked).to.equal(true);
  });
});

describe('what is wrong', () => {
  it('is told first, with ways to the fields, in the same words as there', async () => {
    const form = await putForm();
    await send(form);
    expect(textOf(focused()!)).to.equal('Kijk nog naar deze 3 vragen');
    const links = all<HTMLAnchorElement>(form, '[part~=summary] a');
    expect(links.map(textOf)).to.deep.equal(['name', 'email', 'roles'].map((name) => errorAt(form, name)));
    const before = location.href;
    for (const [at, name] of ['name', 'email', 'roles'].entries()) {
      links[at]!.click();
      expect((focused() as HTMLInputElement).name).to.equal(name);
    }
    expect(location.href).to.equal(before);
    await expectAccessible(form);
  });

  it('is not told before the form is sent', async () => {
    const form = await putForm();
    await type(form, 'email', 'geen adres');
    expect(errorAt(form, 'email')).to.equal('');
  });

  it('goes away when a corrected field is left, and comes back when it is spoilt', async () => {
    const form = await putForm();
    await send(form);
    await type(form, 'name', 'Noor');
    expect(errorAt(form, 'name')).to.equal('');
    expect(summaryOf(form)).to.include('Kijk nog naar deze 2 vragen');
    await type(form, 'phone', 'abc');
    expect(errorAt(form, 'phone')).to.include('telefoonnummer klopt niet');
    await type(form, 'phone', '06 12345678');
    expect(errorAt(form, 'phone') + errorAt(form, 'email')).to.equal('');
    await choose(form, 'roles', 'student');
    expect(summaryOf(form)).to.equal('');
  });

  it('does not move the button away from under the pointer', async () => {
    const form = await putForm();
    await send(form);
    const sendButton = button(form, nl.send);
    sendButton.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await type(form, 'name', 'Noor');
    expect(errorAt(form, 'name')).not.to.equal('');
    sendButton.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await form.updateComplete;
    expect(errorAt(form, 'name')).to.equal('');
  });

  it('leaves what was typed as it is', async () => {
    const form = await putForm();
    await type(form, 'email', ' noor@example  ');
    await type(form, 'answers.idee', 'Soep\n\nvan over.');
    await send(form);
    expect(control(form, 'email').value.trim()).to.equal('noor@example');
    expect(control(form, 'answers.idee').value).to.equal('Soep\n\nvan over.');
  });

  it('is told to the page by an event', async () => {
    const form = await putForm();
    await type(form, 'name', 'Noor');
    const told = nextEvent(document, 'ceal-signup-invalid');
    await send(form);
    expect(await told).to.deep.include({ fields: ['email', 'roles'] });
  });

  it('is said in the visitor’s language, also of what was found before', async () => {
    const form = await putForm();
    await send(form);
    form.lang = 'en';
    await new Promise(requestAnimationFrame);
    await form.updateComplete;
    expect(errorAt(form, 'name')).to.equal('Fill in your name.');
  });
});

describe('clearing', () => {
  it('asks back, and then leaves nothing', async () => {
    const form = await putForm();
    await fillIn(form);
    await choose(form, 'consents', 'nieuws');
    await press(form, nl.erase);
    expect(textOf(focused()!)).to.equal(nl.eraseSure);
    await press(form, nl.eraseNo);
    expect(control(form, 'name').value).to.equal('Noor');
    await press(form, nl.erase);
    const erased = nextEvent(document, 'ceal-signup-erased');
    await press(form, nl.eraseYes);
    await erased;
    const typed = all<HTMLInputElement>(form, 'form :is(input:not([type=radio], [type=checkbox]), textarea)');
    expect(typed.map(({ value }) => value).join('')).to.equal('');
    expect(all<HTMLInputElement>(form, '[type=checkbox]').some(({ checked }) => checked)).to.equal(false);
    expect(sessionStorage.length).to.equal(0);
    expect((focused() as HTMLInputElement).name).to.equal('name');
  });
});

describe('in a form of the page', () => {
  it('sends only itself, and Enter stays inside', async () => {
    const page = document.createElement('form');
    const heard: string[] = [];
    for (const name of ['submit', 'keydown', 'keypress'])
      page.addEventListener(name, (event) => {
        if (name === 'submit' || (event as KeyboardEvent).key === 'Enter') heard.push(name);
        if (name === 'submit') event.preventDefault();
      });
    document.body.append(page);
    const place = receiver();
    const form = await putForm({ endpoint: place.address }, page);
    await fillIn(form);
    control(form, 'name').focus();
    const submitted = nextEvent(document, 'ceal-signup-submitted');
    await sendKeys({ press: 'Enter' });
    await submitted;
    expect(heard).to.deep.equal([]);
    expect(place.asked).to.equal(1);
    page.remove();
  });
});

it('without anybody responsible the form cannot be used', async () => {
  const { controller: _, ...signup } = SIGNUP;
  const data = { ...signupFeed(), signups: [signup] };
  const form = await putForm({ data });
  expect(textOf(form)).to.include('Dit formulier kun je nog niet gebruiken');
  expect(count(form, 'form')).to.equal(0);
  form.controller = 'Proefgemeente';
  form.controllerContact = 'proef@example.org';
  await form.updateComplete;
  expect(count(form, 'form')).to.equal(1);
  expect(textOf(one(form, '[part~=privacy]')))
    .to.include('Proefgemeente')
    .and.include('proef@example.org');
});

it('the page’s own controller and statement stand before those of the feed', async () => {
  const form = await putForm({
    controller: 'Proefgemeente',
    'controller-contact': 'proef@example.org',
    'privacy-href': '/privacy',
  });
  const privacy = one(form, '[part~=privacy]');
  expect(textOf(privacy)).not.to.include('Voorbeeldstichting');
  expect(all<HTMLAnchorElement>(privacy, 'a').map((link) => link.getAttribute('href'))).to.include(
    '/privacy',
  );
});
