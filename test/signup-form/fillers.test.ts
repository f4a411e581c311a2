/** Fields that are filled in, sent and left in ways that fire few events, or none: by helpers, voice and other tools. */
import { expect } from '@open-wc/testing';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { button, press } from '../support/browser/actions.js';
import { nextEvent } from '../support/browser/page.js';
import { one, textOf } from '../support/browser/tree.js';
import {
  choose,
  confirmationOf,
  control,
  fillIn,
  putForm,
  receiver,
  send,
  signupFeed,
  type,
  type Form,
} from '../support/browser/forms.js';

const kept = (): string => Object.values({ ...sessionStorage }).join();

describe('E9: what a helper sets without an event', () => {
  const DAYS = Array.from({ length: 9 }, (_, n) => ({ id: `dag-${n}`, label: `Dag ${n}` }));
  const data = signupFeed({
    questions: [
      { id: 'idee', kind: 'long-text', label: 'Idee?' },
      { id: 'dag', kind: 'choice', label: 'Dag?', options: DAYS },
      { id: 'tijd', kind: 'choice', label: 'Tijd?', options: DAYS.slice(0, 2) },
    ],
  });
  const set = (form: Form) => {
    for (const [name, value] of [
      ['name', 'Noor'],
      ['email', 'noor@example.org'],
      ['answers.idee', 'Soep\n\nvan over'],
      ['answers.dag', 'dag-3'],
    ] as const)
      control(form, name).value = value;
    one<HTMLInputElement>(form, '[name=roles][value=bewoner]').checked = true;
    one<HTMLInputElement>(form, '[name="answers.tijd"][value=dag-1]').checked = true;
  };
  const update = async (form: Form) => {
    form.data = { ...data, title: 'Anders' };
    await form.updateComplete;
  };

  it('stays at every update, and is sent', async () => {
    const place = receiver();
    const form = await putForm({ endpoint: place.address, data });
    set(form);
    await update(form);
    await update(form);
    expect(control(form, 'name').value).to.equal('Noor');
    expect(control(form, 'answers.dag').value).to.equal('dag-3');
    expect(one<HTMLInputElement>(form, '[name=roles][value=bewoner]').checked).to.equal(true);
    await send(form);
    const [entry] = place.entries;
    expect(entry).to.deep.include({ name: 'Noor', email: 'noor@example.org', roles: ['bewoner'] });
    expect(entry!.answers).to.deep.equal({ idee: 'Soep\n\nvan over', dag: 'dag-3', tijd: 'dag-1' });
  });

  it('stays also where the form is sent at once', async () => {
    const place = receiver();
    const form = await putForm({ endpoint: place.address, data });
    set(form);
    await send(form);
    expect(place.entries[0]).to.deep.include({ name: 'Noor', roles: ['bewoner'] });
  });

  it('is cleared all the same when the visitor clears the form', async () => {
    const form = await putForm({ data });
    set(form);
    await press(form, nl.erase);
    await press(form, nl.eraseYes);
    expect(control(form, 'name').value).to.equal('');
    expect(one<HTMLInputElement>(form, '[name=roles][value=bewoner]').checked).to.equal(false);
  });

  it('does not come back in another form', async () => {
    const { signups } = data as { signups: readonly object[] };
    const form = await putForm({ data: { ...data, signups: [...signups, { ...signups[0], id: 'anders' }] } });
    await type(form, 'name', 'Noor');
    form.signup = 'anders';
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('');
  });
});

describe('E2: once it has been received', () => {
  /** Types in a field without leaving it, as voice control and form fillers do. */
  const typeAndStay = (form: Form, name: string, text: string) => {
    const input = control(form, name);
    input.focus();
    document.execCommand('insertText', false, text);
    return input;
  };
  const gone = async (form: Form) => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    document.dispatchEvent(new Event('visibilitychange'));
    form.requestUpdate();
    await form.updateComplete;
    expect(kept()).to.equal('');
    form.remove();
    expect(kept()).to.equal('');
    const again = await putForm();
    expect(control(again, 'name').value + control(again, 'email').value).to.equal('');
  };

  it('nothing stays, though the last field was never left', async () => {
    const place = receiver();
    const form = await putForm({ endpoint: place.address });
    await choose(form, 'roles', 'student');
    typeAndStay(form, 'name', 'Noor');
    typeAndStay(form, 'email', 'noor@example.org');
    const received = nextEvent(form, 'ceal-signup-submitted');
    button(form, nl.send).click();
    await received;
    await form.updateComplete;
    expect(confirmationOf(form)).to.include(nl.done);
    await gone(form);
  });

  it('fields that go may say what they held: it is not written', async () => {
    const form = await putForm({ endpoint: receiver().address });
    await fillIn(form);
    const fields = one(form, 'form');
    const input = control(form, 'name');
    await send(form);
    fields.ownerDocument.body.append(fields);
    for (const event of ['input', 'change', 'blur', 'focusout'])
      input.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
    fields.remove();
    await gone(form);
  });

  it('what a helper sets while the form is on its way does not outlive it', async () => {
    const form = await putForm({
      endpoint: receiver(() => {
        control(form, 'name').value = 'Van een hulp';
        return Response.json({});
      }).address,
    });
    await fillIn(form);
    await send(form);
    expect(confirmationOf(form)).to.include(nl.done);
    await press(form, nl.another);
    expect(control(form, 'name').value).to.equal('');
    await gone(form);
  });

  it('a second form of the same tab, and somebody else after it, begin with nothing', async () => {
    const form = await putForm({ endpoint: receiver().address });
    await fillIn(form);
    await send(form);
    const second = await putForm();
    expect(control(second, 'name').value).to.equal('');
    await press(form, nl.another);
    expect(control(form, 'name').value + control(form, 'email').value).to.equal('');
    expect(one<HTMLInputElement>(form, '[name=roles]').checked).to.equal(false);
    expect(kept()).to.equal('');
  });
});

describe('E3: an e-mail address', () => {
  it('is sent cleaned, and read back', async () => {
    const place = receiver();
    const form = await putForm({ endpoint: place.address });
    await fillIn(form);
    await type(form, 'email', '\u200eNoor <noor@example.org>,');
    await type(form, 'phone', '(+31) 6\u201112345678');
    await send(form);
    expect(place.entries[0]).to.deep.include({ email: 'noor@example.org', phone: '(+31) 6-12345678' });
    expect(confirmationOf(form)).to.include(`${nl.reachedBy} noor@example.org, (+31) 6-12345678`);
  });

  for (const [typed, meant] of [
    ['noor@gmial.com', 'noor@gmail.com'],
    ['noor@hotmial.com', 'noor@hotmail.com'],
    ['Noor@Outlok.com', 'Noor@outlook.com'],
    ['noor@zigo.nl', 'noor@ziggo.nl'],
    ['noor@kpnmal.nl', 'noor@kpnmail.nl'],
    ['noor@gmail.con', 'noor@gmail.com'],
    ['noor@gmaill.com', 'noor@gmail.com'],
    ['noor@gmail,com', 'noor@gmail.com'],
  ] as const)
    it(`one slip from a common one is asked about, and corrected with a press: ${typed}`, async () => {
      const form = await putForm();
      await type(form, 'email', typed);
      expect(textOf(form)).to.include(`Bedoel je ${meant}?`);
      await press(form, nl.takeSuggestion);
      expect(control(form, 'email').value).to.equal(meant);
      expect(textOf(form)).not.to.include('Bedoel je');
      expect(kept()).to.include(meant);
    });

  it('is sent as it is where the question is left alone', async () => {
    const place = receiver();
    const form = await putForm({ endpoint: place.address });
    await fillIn(form);
    await type(form, 'email', 'noor@gmial.com');
    await send(form);
    expect(place.entries[0]!.email).to.equal('noor@gmial.com');
  });

  it('is not asked about where it is right, or while it is typed', async () => {
    const form = await putForm();
    for (const right of [
      'noor@gmail.com',
      'noor@mail.com',
      'noor@ymail.com',
      'noor@uu.nl',
      'noor@example.org',
    ]) {
      await type(form, 'email', right);
      expect(textOf(form)).not.to.include('Bedoel je');
    }
    const input = control(form, 'email');
    input.value = 'noor@gmail.co';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await form.updateComplete;
    expect(textOf(form)).not.to.include('Bedoel je');
  });
});

describe('what is wrong with a contact', () => {
  for (const [name, typed, words] of [
    ['email', 'noor @example.org', 'geen spatie'],
    ['email', 'a@b.nl, c@d.nl', '‘,’'],
    ['phone', '06 12345678 tst 12', '‘tst’'],
    ['phone', '12345', '5 cijfers'],
  ] as const)
    it(`E5: is said: ${typed}`, async () => {
      const form = await putForm({ endpoint: receiver().address });
      await fillIn(form);
      await type(form, name, typed);
      await send(form);
      expect(textOf(one(form, `[id=${name}-error]`))).to.include(words);
    });
});
