/** Drafts of forms that are not sent yet: where they are kept, how long, and what never is. */
import { expect } from '@open-wc/testing';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { press } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { collectConsole } from '../support/browser/quiet.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  choose,
  control,
  fillIn,
  putForm,
  receiver,
  send,
  SIGNUP,
  signupFeed,
  type,
} from '../support/browser/forms.js';

const kept = (): string => Object.values({ ...sessionStorage }).join();
/** @returns whether leaving the page now would ask back. */
const asksBack = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Storage that does what a browser's does when it is forbidden or full. */
function storage(fault: 'forbidden' | 'full'): () => void {
  const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
  const fail = () => {
    throw new DOMException('No', fault === 'full' ? 'QuotaExceededError' : 'SecurityError');
  };
  const full = { getItem: () => null, removeItem: () => {}, setItem: fail, clear: () => {} };
  Object.defineProperty(window, 'sessionStorage', {
    configurable: true,
    get: () => (fault === 'full' ? full : fail()),
  });
  // WebKit goes on with the storage itself in code that has asked for it before.
  const methods = Object.getOwnPropertyDescriptors(Storage.prototype);
  Object.assign(Storage.prototype, { getItem: fail, removeItem: fail, setItem: fail });
  return () => {
    Object.defineProperty(window, 'sessionStorage', own);
    Object.defineProperties(Storage.prototype, methods);
  };
}

describe('a draft', () => {
  it('comes back with a notice, and can be cleared', async () => {
    const form = await putForm();
    await fillIn(form);
    await choose(form, 'answers.dag', 'ma');
    form.remove();
    const again = await putForm();
    expect(control(again, 'name').value).to.equal('Noor');
    expect(one<HTMLInputElement>(again, '[name=roles]').checked).to.equal(true);
    expect(one<HTMLInputElement>(again, '[name="answers.dag"]').checked).to.equal(true);
    expect(textOf(one(again, '[part~=notice]'))).to.include('Dit had je eerder ingevuld.');
    await expectAccessible(again);
    one(again, '[part~=notice]').querySelector('button')!.click();
    await again.updateComplete;
    await press(again, nl.eraseYes);
    expect(control(again, 'name').value).to.equal('');
    expect(count(again, '[part~=notice]')).to.equal(0);
    expect(sessionStorage.length).to.equal(0);
  });

  it('never holds a consent', async () => {
    const form = await putForm();
    await fillIn(form);
    await choose(form, 'consents', 'nieuws');
    expect(kept()).to.include('Noor').and.not.include('nieuws');
    form.remove();
    const again = await putForm();
    expect(one<HTMLInputElement>(again, '[value=nieuws]').checked).to.equal(false);
  });

  it('is there before anything was sent wrongly, and gone when it was sent', async () => {
    const form = await putForm({ endpoint: receiver().address });
    await fillIn(form);
    expect(kept()).to.include('Noor');
    await send(form);
    expect(sessionStorage.length).to.equal(0);
  });

  it('is not kept where the page does not want it, and leaving asks back', async () => {
    const form = await putForm({ draft: 'none' });
    expect(asksBack()).to.equal(false);
    await fillIn(form);
    expect(sessionStorage.length).to.equal(0);
    expect(asksBack()).to.equal(true);
    form.remove();
    expect(asksBack()).to.equal(false);
    expect(control(await putForm({ draft: 'none' }), 'name').value).to.equal('');
  });

  it('that is kept lets the visitor leave freely', async () => {
    const form = await putForm();
    await fillIn(form);
    expect(asksBack()).to.equal(false);
  });

  for (const fault of ['forbidden', 'full'] as const)
    it(`lasts as long as the page where storage is ${fault}, and leaving asks back`, async () => {
      const restore = storage(fault);
      try {
        const form = await putForm({ endpoint: receiver().address });
        await fillIn(form);
        expect(asksBack()).to.equal(true);
        form.remove();
        const again = await putForm({ endpoint: receiver().address });
        expect(control(again, 'name').value).to.equal('Noor');
        await send(again);
        expect(asksBack()).to.equal(false);
      } finally {
        restore();
      }
    });

  it('R30: that is too old is gone, and the privacy text says how old', async () => {
    const form = await putForm();
    await fillIn(form);
    expect(textOf(one(form, '[part~=privacy]'))).to.include('niet langer dan 7 dagen');
    form.remove();
    const [place] = Object.keys({ ...sessionStorage });
    const draft = JSON.parse(kept()) as { savedAt: number };
    const savedAt = draft.savedAt - 3 * 86_400_000;
    sessionStorage.setItem(place!, JSON.stringify({ ...draft, savedAt }));
    const younger = await putForm();
    expect(control(younger, 'name').value).to.equal('Noor');
    // Being looked at does not make it younger.
    expect((JSON.parse(kept()) as { savedAt: number }).savedAt).to.equal(savedAt);
    younger.remove();
    sessionStorage.setItem(place!, JSON.stringify({ ...draft, savedAt: savedAt - 5 * 86_400_000 }));
    const older = await putForm();
    expect(control(older, 'name').value).to.equal('');
    expect(sessionStorage.length).to.equal(0);
    for (const setting of [{ draft: 'none' }, { 'test-mode': '' }])
      expect(textOf(one(await putForm(setting), '[part~=privacy]'))).not.to.include('dagen');
  });

  it('A17: of a notice asks there whether it may go', async () => {
    const form = await putForm();
    await fillIn(form);
    form.remove();
    const again = await putForm();
    const notice = one(again, '[part~=notice]');
    notice.querySelector('button')!.click();
    await again.updateComplete;
    expect(textOf(focused()!)).to.equal(nl.eraseSure);
    expect(notice.contains(focused())).to.equal(true);
    await press(again, nl.eraseNo);
    expect(notice.contains(focused())).to.equal(true);
    expect(textOf(focused()!)).to.equal(nl.erase);
    await expectAccessible(again);
  });

  it('of what the page filled in is none', async () => {
    const form = await putForm({ prefill: 'name=Noor', draft: 'none' });
    expect(asksBack()).to.equal(false);
    form.draft = 'session';
    await form.updateComplete;
    expect(sessionStorage.length).to.equal(0);
  });

  it('that somebody else wrote does no harm', async () => {
    const form = await putForm();
    await fillIn(form);
    const [place] = Object.keys({ ...sessionStorage });
    form.remove();
    for (const text of [
      '{',
      '{"version":1,"values":{"name":{"toString":1},"consents":["nieuws"]}}',
      'null',
    ]) {
      sessionStorage.setItem(place!, text);
      const again = await putForm();
      expect(control(again, 'name').value).to.equal('');
      expect(one<HTMLInputElement>(again, '[value=nieuws]').checked).to.equal(false);
      again.remove();
    }
  });

  it('of two equal forms on a page stays with its own', async () => {
    const [one, other] = [await putForm(), await putForm()];
    await type(one, 'name', 'Noor');
    await type(other, 'name', 'Sem');
    one.remove();
    other.remove();
    const names = [await putForm(), await putForm()].map((form) => control(form, 'name').value);
    expect(names).to.deep.equal(['Noor', 'Sem']);
  });

  it('belongs to one sign-up', async () => {
    const data = { ...signupFeed(), signups: [SIGNUP, { ...SIGNUP, id: 'anders', title: 'Anders' }] };
    const form = await putForm({ data });
    await type(form, 'name', 'Noor');
    form.signup = 'anders';
    await form.updateComplete;
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('');
    form.signup = 'meedoen';
    await form.updateComplete;
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('Noor');
  });

  it('stays with a form that is moved in the page', async () => {
    const form = await putForm();
    await type(form, 'name', 'Noor');
    const { parentElement } = form;
    parentElement!.append(document.createElement('hr'), form);
    await type(form, 'email', 'noor@example.org');
    expect(sessionStorage.length).to.equal(1);
    expect(control(form, 'name').value).to.equal('Noor');
    expect(kept()).to.include('noor@example.org');
  });
});

it('a megabyte in a field stays on the screen, is said to be too long, and leaving asks back', async () => {
  const form = await putForm();
  await fillIn(form);
  const long = 'woord '.repeat(170_000);
  await type(form, 'answers.idee', long);
  expect(asksBack()).to.equal(true);
  await send(form);
  expect(textOf(one(form, '[part~=summary]'))).to.include('er passen 5000 tekens in');
  expect(control(form, 'answers.idee').value.length).to.equal(long.length);
}).timeout(300_000);

it('names of every script come out as they went in', async () => {
  collectConsole();
  const names = [
    'Ξένια',
    'نور',
    '李小龍',
    'Zoë',
    'Ọlá',
    'ᱥᱟᱱᱛᱟᱲᱤ',
    '👩🏽‍🌾',
    "'; DROP TABLE x;--",
    '=1+1',
    '<b>Noor</b>',
  ];
  for (const name of names) {
    const place = receiver();
    const form = await putForm({ endpoint: place.address });
    await fillIn(form);
    await type(form, 'name', name);
    await send(form);
    expect(place.entries[0]!.name).to.equal(name.normalize('NFC'));
    expect(all(form, 'b')).to.have.length(0);
  }
});
