/** Entries as they are sent, and the confirmation once they have been received. */
import { expect } from '@open-wc/testing';
import { prepareAnnouncer } from '../../src/element/announcer.js';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { button, press } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { eventually, nextEvent } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { count, focused, one, textOf } from '../support/browser/tree.js';
import type { CealSignupSubmitEvent } from '../../src/signup-form/events.js';
import {
  choose,
  confirmationOf,
  control,
  errorAt,
  fillIn,
  filled,
  header,
  putForm,
  receiver,
  says,
  send,
  signupFeed,
  summaryOf,
  type,
  type Form,
} from '../support/browser/forms.js';

describe('what is sent', () => {
  it('is the entry of the contract, under a key', async () => {
    const place = receiver();
    const form = await filled(place, { 'hidden-fields': 'campagne=brief' });
    await type(form, 'answers.idee', '  Soep ');
    await choose(form, 'consents', 'nieuws');
    await send(form);
    const [entry] = place.entries;
    const { submissionId, review: _, ...rest } = entry!;
    expect(rest).to.deep.equal({
      feed: 'proef',
      signup: 'meedoen',
      edition: 'najaar',
      name: 'Noor',
      email: 'noor@example.org',
      roles: ['student'],
      answers: { idee: 'Soep' },
      consents: ['nieuws'],
      language: 'nl',
      fields: { campagne: 'brief' },
    });
    const [request] = place.requests;
    expect(header(request!, 'idempotency-key')).to.equal(`"${submissionId}"`);
    expect(header(request!, 'content-type')).to.equal('application/json');
    expect(request!.method).to.equal('POST');
  });

  it('says in which language the texts of the feed were read, also where the form has no words in it', async () => {
    const place = receiver();
    const form = await filled(place, { lang: 'de-CH' });
    await send(form);
    expect(place.entries[0]!.language).to.equal('de-CH');
  });

  it('goes only where the page says, whatever the feed says', async () => {
    collectConsole();
    const elsewhere = receiver();
    const form = await putForm({ data: signupFeed({ endpoint: elsewhere.address, url: elsewhere.address }) });
    await fillIn(form);
    await send(form);
    expect(elsewhere.asked).to.equal(0);
    expect(summaryOf(form)).to.include('nog niet helemaal ingesteld');
  });

  it('R18: goes to an address of the page in a browser without URL.parse', async () => {
    const { parse } = URL;
    Reflect.deleteProperty(URL, 'parse');
    try {
      const place = receiver();
      const form = await filled({ address: new URL(place.address).pathname });
      await send(form);
      expect(place.asked).to.equal(1);
    } finally {
      Object.defineProperty(URL, 'parse', { value: parse, configurable: true, writable: true });
    }
  });

  it('goes nowhere that is no address', async () => {
    for (const endpoint of [
      'javascript:alert(1)',
      'mailto:noor@example.org',
      'http://',
      'data:text/plain,x',
    ]) {
      const told = collectConsole();
      const form = await putForm({ endpoint });
      await fillIn(form);
      await send(form);
      expect(summaryOf(form)).to.include(nl.notSent);
      expect(told.join()).to.match(/^(warn: .+"endpoint".+)?$/);
    }
  });

  it('is sent as a form where the page says so, without a header that would need leave', async () => {
    for (const [format, kind] of [
      ['form', FormData],
      ['urlencoded', URLSearchParams],
    ] as const) {
      const place = receiver(
        () => new Response('<h1>Bedankt</h1>', { headers: { 'content-type': 'text/html' } }),
      );
      const form = await filled(place, { format });
      await choose(form, 'roles', 'bewoner');
      await send(form);
      const [{ body, headers }] = place.requests as [RequestInit];
      expect(body).to.be.instanceOf(kind);
      const data = body as FormData;
      expect(data.getAll('roles')).to.deep.equal(['student', 'bewoner']);
      expect(data.get('submissionId')).to.match(/^[0-9a-f-]{36}$/);
      expect([...new Headers(headers).keys()]).to.deep.equal(['accept']);
      expect(confirmationOf(form)).to.include('Gelukt');
    }
  });

  it('says when nobody was quick enough to fill it in, and when a field for machines is filled in', async () => {
    const place = receiver();
    const form = await filled(place);
    one<HTMLInputElement>(form, '[aria-hidden=true] input').value = 'https://example.org';
    await send(form);
    expect(place.entries[0]!.review).to.deep.equal(['honeypot', 'tooFast']);
    const now = performance.now.bind(performance);
    performance.now = () => now() + 10_000;
    const slow = await filled(place);
    performance.now = () => now() + 14_000;
    await send(slow);
    performance.now = now;
    expect(place.entries[1]).not.to.have.property('review');
  });

  it('is sent once, however often the button is pressed meanwhile', async () => {
    let answer!: (response: Response) => void;
    const place = receiver(() => new Promise((resolve) => (answer = resolve)));
    const form = await filled(place);
    const sending = send(form);
    await says(form, nl.sending);
    for (let n = 0; n < 5; n++) button(form, nl.sending).click();
    expect(button(form, nl.sending).disabled).to.equal(false);
    // Text typed now would be lost.
    expect(control(form, 'name').readOnly && control(form, 'answers.idee').readOnly).to.equal(true);
    answer(Response.json({ reference: 'P-9' }, { status: 201 }));
    await sending;
    expect(place.asked).to.equal(1);
    expect(confirmationOf(form)).to.include('P-9');
  });

  it('goes on when the form is moved in the page', async () => {
    let answer!: (response: Response) => void;
    const place = receiver(() => new Promise((resolve) => (answer = resolve)));
    const form = await filled(place);
    const sending = send(form);
    await says(form, nl.sending);
    const elsewhere = document.createElement('div');
    form.parentElement!.append(elsewhere);
    elsewhere.append(form);
    answer(Response.json({ reference: 'P-8' }, { status: 201 }));
    await sending;
    expect(place.asked).to.equal(1);
    expect(confirmationOf(form)).to.include('P-8');
  });
});

describe('once it has been received', () => {
  it('says so, with a reference, what happens next and whom to ask', async () => {
    const form = await filled(receiver());
    const told = nextEvent(document, 'ceal-signup-submitted');
    await send(form);
    expect(textOf(focused()!)).to.equal(nl.done);
    expect(textOf(one(form, '[part~=reference]'))).to.equal('P-1');
    expect(confirmationOf(form))
      .to.include('Binnen een week bellen we je.')
      .and.include('Neem contact op via privacy@example.org. Noem dan je nummer.');
    expect(await told).to.include({ reference: 'P-1', waitingList: false });
    expect(count(form, 'form')).to.equal(0);
    await expectAccessible(form);
  });

  it('says it aloud last, for who does not hear the heading', async () => {
    const heard = () => document.querySelector('ceal-announcer')?.textContent?.trim() ?? '';
    const form = await filled(receiver());
    await send(form);
    await eventually(() => heard() === nl.done);
  });

  it('breaks a long reference rather than the page', async () => {
    const reference = 'X'.repeat(64);
    const form = await filled(receiver(() => Response.json({ reference }, { status: 201 })));
    form.style.width = '200px';
    await send(form);
    const box = one(form, '[part~=root]');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
  });

  it('gives a reference of its own where the receiver gives none', async () => {
    const place = receiver(() => new Response(null, { status: 204 }));
    const form = await filled(place);
    await send(form);
    const { submissionId } = place.entries[0]!;
    const reference = textOf(one(form, '[part~=reference]'));
    expect(reference.replace('-', '').toLowerCase()).to.equal(submissionId.slice(0, 8));
  });

  it('says that it is for the waiting list', async () => {
    const form = await filled(receiver(() => Response.json({ reference: 'W-1', status: 'waiting-list' })));
    await send(form);
    expect(confirmationOf(form)).to.include(nl.doneWaiting);
  });

  it('says first that the address must be confirmed, and until when', async () => {
    const form = await filled(receiver(() => Response.json({ reference: 'C-1', confirmHours: 24 })));
    await send(form);
    expect(textOf(one(form, '#alert'))).to.equal(nl.doneConfirm);
    expect(confirmationOf(form)).to.include('binnen 24 uur');
  });

  it('keeps nothing, and can be used by somebody else', async () => {
    const form = await filled(receiver());
    await send(form);
    expect(sessionStorage.length).to.equal(0);
    await press(form, nl.another);
    expect(control(form, 'name').value).to.equal('');
    expect((focused() as HTMLInputElement).name).to.equal('name');
  });

  /** The file that a press of a button hands over. */
  async function fileFrom(form: Form, words: string): Promise<{ name: string; text: string }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob | undefined;
    let name = '';
    URL.createObjectURL = (given: Blob) => {
      blob = given;
      return 'blob:nothing';
    };
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    await press(form, words);
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    return { name, text: await blob!.text() };
  }

  it('gives the sessions that have a day for the calendar', async () => {
    const session = { edition: 'najaar', kind: 'meeting', example: true };
    const sessions = [
      { ...session, id: 'begin', title: 'Kennismaken', start: '2099-09-07T13:30+02:00' },
      { ...session, id: 'later', title: 'Ooit' },
      { ...session, id: 'af', title: 'Afgezegd', start: '2099-09-14', status: 'cancelled' },
      { ...session, id: 'anders', edition: 'x', title: 'Van anderen', start: '2099-09-14' },
    ];
    const form = await filled(receiver(), { data: { ...signupFeed(), sessions } });
    await send(form);
    await says(form, nl.calendar);
    const { name, text } = await fileFrom(form, nl.calendar);
    expect(name).to.equal('najaar.ics');
    expect(text.match(/SUMMARY:.*/g)).to.deep.equal(['SUMMARY:Voorbeeld: Kennismaken']);
  });

  it('can be kept as text', async () => {
    const form = await filled(receiver());
    await type(form, 'answers.idee', 'Soep\nen brood');
    await choose(form, 'consents', 'nieuws');
    await send(form);
    expect(textOf(form)).not.to.include('agenda');
    const { name, text } = await fileFrom(form, nl.save);
    await eventually(() => prepareAnnouncer().textContent === 'Je browser bewaart nu een bestand.');
    expect(name).to.equal('aanmelding-P-1.txt');
    for (const words of [
      'P-1',
      'Meedoen aan de proef',
      'Noor',
      'Ik studeer',
      'Soep\nen brood',
      'Stuur mij nieuws.',
      'Binnen een week',
    ])
      expect(text).to.include(words);
  });
});

describe('a page that sends itself', () => {
  const take = (form: Form, act: (event: CealSignupSubmitEvent) => void) =>
    form.addEventListener('ceal-signup-submit', act, { once: true });

  it('gets the entry and says how it ended', async () => {
    const place = receiver();
    const form = await filled(place);
    let name = '';
    take(form, (event) => {
      ({ name } = event.entry);
      event.respondWith(Promise.resolve({ reference: 'ZELF-1', status: 'waiting-list' }));
    });
    await send(form);
    expect(name).to.equal('Noor');
    expect(place.asked).to.equal(0);
    expect(confirmationOf(form)).to.include('ZELF-1').and.include('wachtlijst');
  });

  it('may hand over its response, or fail', async () => {
    collectConsole();
    const form = await filled(receiver());
    const errors = [{ field: 'email', message: 'Bestaat niet.' }];
    take(form, (event) => event.respondWith(Promise.resolve(Response.json({ errors }, { status: 422 }))));
    await send(form);
    expect(errorAt(form, 'email')).to.equal('Bestaat niet.');
    take(form, (event) => event.respondWith(Promise.reject(new Error('stuk'))));
    await send(form);
    expect(summaryOf(form)).to.include(nl.uncertain);
  });

  it('can keep the form from sending', async () => {
    const place = receiver();
    const form = await filled(place);
    take(form, (event) => event.preventDefault());
    await press(form, nl.send);
    await form.updateComplete;
    expect(place.asked).to.equal(0);
    expect(control(form, 'name').value).to.equal('Noor');
    expect(textOf(button(form, nl.send))).to.equal(nl.send);
  });
});

it('a test sends and stores nothing, and says so before and after', async () => {
  const place = receiver();
  const form = await filled(place, { 'test-mode': '' });
  const heard: string[] = [];
  for (const name of ['submit', 'submitted'])
    form.addEventListener(`ceal-signup-${name}`, () => heard.push(name));
  expect(textOf(form)).to.include('Dit is een proef.');
  expect(sessionStorage.length).to.equal(0);
  await press(form, nl.send);
  await says(form, 'Dit was een proef.');
  expect(place.asked).to.equal(0);
  expect(heard).to.deep.equal([]);
});

describe('a challenge', () => {
  const challenge = (value: string) => {
    const input = document.createElement('input');
    Object.assign(input, { slot: 'challenge', name: 'bewijs', required: true, value });
    return input;
  };

  it('has to be done first', async () => {
    const place = receiver();
    const input = challenge('');
    const form = await putForm({ endpoint: place.address }, undefined, input);
    await fillIn(form);
    await send(form);
    expect(summaryOf(form)).to.include('Doe eerst de controle');
    one<HTMLAnchorElement>(form, '[part~=summary] a').click();
    expect(document.activeElement).to.equal(input);
    input.value = '42';
    await send(form);
    expect(place.entries[0]!.challenge).to.deep.equal({ bewijs: '42' });
  });

  it('of which the receiver thinks nothing says so', async () => {
    const errors = [{ pointer: '#/challenge', detail: 'Verlopen.' }];
    const place = receiver(() => Response.json({ errors }, { status: 422 }));
    const form = await putForm({ endpoint: place.address }, undefined, challenge('42'));
    await fillIn(form);
    await send(form);
    expect(summaryOf(form)).to.include('Verlopen.');
  });
});
