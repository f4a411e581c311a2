/** What is sent, and what the visitor is told of how it ended. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/accessible.js';
import { nextEvent, until } from '../support/page.js';
import { collectConsole } from '../support/quiet.js';
import { count, focused, one, textOf } from '../support/tree.js';
import type { CealSignupSubmitEvent } from '../../src/signup-form/events.js';
import {
  button,
  choose,
  confirmationOf,
  control,
  EDITION,
  errorAt,
  fillIn,
  press,
  putForm,
  receiver,
  says,
  send,
  SIGNUP,
  signupFeed,
  summaryOf,
  type,
  type Form,
} from './forms.js';

const header = ({ headers }: RequestInit, name: string) => new Headers(headers).get(name);

/** A filled-in form for a receiver. */
async function filled(place: { readonly address: string }, setting: Record<string, unknown> = {}) {
  const form = await putForm({ endpoint: place.address, ...setting });
  await fillIn(form);
  return form;
}

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

  it('goes only where the page says, whatever the feed says', async () => {
    collectConsole();
    const elsewhere = receiver();
    const form = await putForm({ data: signupFeed({ endpoint: elsewhere.address, url: elsewhere.address }) });
    await fillIn(form);
    await send(form);
    expect(elsewhere.asked).to.equal(0);
    expect(summaryOf(form)).to.include('nog niet helemaal ingesteld');
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
      expect(summaryOf(form)).to.include('Je aanmelding is niet verstuurd');
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
    expect(place.entries[0]!.review).to.deep.equal(['trap', 'haste']);
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
    await says(form, 'Bezig met versturen…');
    for (let n = 0; n < 5; n++) button(form, 'Bezig met versturen…').click();
    expect(button(form, 'Bezig met versturen…').disabled).to.equal(false);
    // What would be typed now would be lost.
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
    await says(form, 'Bezig met versturen…');
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
    expect(textOf(focused()!)).to.equal('Gelukt, je bent aangemeld');
    expect(textOf(one(form, '[part~=reference]'))).to.equal('P-1');
    expect(confirmationOf(form))
      .to.include('Binnen een week bellen we je.')
      .and.include('privacy@example.org');
    expect(await told).to.include({ reference: 'P-1', waitingList: false });
    expect(count(form, 'form')).to.equal(0);
    await expectAccessible(form);
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
    expect(confirmationOf(form)).to.include('Gelukt, je staat op de wachtlijst');
  });

  it('keeps nothing, and can be used by somebody else', async () => {
    const form = await filled(receiver());
    await send(form);
    expect(sessionStorage.length).to.equal(0);
    await press(form, 'Meld nog iemand aan');
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
    await says(form, 'Zet in je agenda');
    const { name, text } = await fileFrom(form, 'Zet in je agenda');
    expect(name).to.equal('najaar.ics');
    expect(text.match(/SUMMARY:.*/g)).to.deep.equal(['SUMMARY:Voorbeeld: Kennismaken']);
  });

  it('can be kept as text', async () => {
    const form = await filled(receiver());
    await type(form, 'answers.idee', 'Soep\nen brood');
    await send(form);
    expect(textOf(form)).not.to.include('agenda');
    const { name, text } = await fileFrom(form, 'Bewaar als tekst');
    expect(name).to.equal('aanmelding-P-1.txt');
    for (const words of [
      'P-1',
      'Meedoen aan de proef',
      'Noor',
      'Ik studeer',
      'Soep\nen brood',
      'Binnen een week',
    ])
      expect(text).to.include(words);
  });
});

describe('when nobody knows whether it arrived', () => {
  it('can be sent again under the same key', async () => {
    collectConsole();
    const place = receiver((times) =>
      times === 0 ? new Response('kapot', { status: 500 }) : Response.json({ reference: 'P-2' }),
    );
    const form = await filled(place);
    await send(form);
    expect(textOf(focused()!)).to.equal('We weten niet of je aanmelding is aangekomen');
    expect(control(form, 'name').value).to.equal('Noor');
    const received = nextEvent(form, 'ceal-signup-submitted');
    await press(form, 'Verstuur nog een keer');
    await received;
    const [first, second] = place.entries;
    expect(second).to.deep.equal(first);
  });

  it('is replaced when it was changed since', async () => {
    collectConsole();
    const place = receiver((times) => (times < 2 ? new Response(null, { status: 500 }) : Response.json({})));
    const form = await filled(place);
    for (const name of ['Noor A', 'Noor B', 'Noor C']) {
      await type(form, 'name', name);
      await send(form);
    }
    const [first, second, third] = place.entries.map(({ submissionId }) => submissionId);
    expect(new Set([first, second, third]).size).to.equal(3);
    expect(place.entries.map(({ replaces }) => replaces)).to.deep.equal([
      undefined,
      [first],
      [first, second],
    ]);
  });

  it('is sent again under the same key after the page was loaded anew', async () => {
    collectConsole();
    const place = receiver((times) =>
      times === 0 ? new Response(null, { status: 500 }) : Response.json({}),
    );
    const form = await filled(place);
    await send(form);
    form.remove();
    const again = await putForm({ endpoint: place.address });
    expect(textOf(again)).to.include('we weten niet of het is aangekomen');
    await send(again);
    expect(place.entries[1]).to.deep.include({ submissionId: place.entries[0]!.submissionId, name: 'Noor' });
  });

  it('says something else where the receiver may not know keys', async () => {
    collectConsole();
    const form = await filled(
      receiver(() => new Response(null, { status: 500 })),
      { format: 'form' },
    );
    await send(form);
    expect(summaryOf(form)).to.include('Misschien is je aanmelding toch aangekomen');
    expect(summaryOf(form)).not.to.include('niet dubbel');
  });
});

describe('the receiver’s own findings', () => {
  const shapes: Record<string, unknown> = {
    'problem details': { type: 'x', errors: [{ pointer: '#/answers/idee', detail: 'Te kort.' }] },
    invalidParams: { invalidParams: [{ name: 'answers.idee', code: 'x', reason: 'Te kort.' }] },
    'a list with fields': { errors: [{ field: 'idee', message: 'Te kort.' }] },
    'words by field': { errors: { 'answers[idee]': ['Te kort.'] } },
  };
  for (const [name, body] of Object.entries(shapes))
    it(`stand at their fields (${name})`, async () => {
      const form = await filled(receiver(() => Response.json(body, { status: 422 })));
      await send(form);
      expect(errorAt(form, 'answers.idee')).to.equal('Te kort.');
      one<HTMLAnchorElement>(form, '[part~=summary] a').click();
      expect((focused() as HTMLElement).id).to.equal('answers.idee');
      await type(form, 'answers.idee', 'Langer');
      expect(errorAt(form, 'answers.idee') + summaryOf(form)).to.equal('');
    });

  it('are said in our words where they have our codes', async () => {
    const errors = [{ pointer: '#/email', code: 'email', detail: 'Not an address' }];
    const form = await filled(receiver(() => Response.json({ errors }, { status: 422 })));
    await send(form);
    expect(errorAt(form, 'email')).to.include('Dit e-mailadres klopt niet');
  });

  it('stand at the top where they are about no field', async () => {
    const errors = [{ pointer: '#/postcode', detail: 'Alleen voor de wijk.' }];
    const form = await filled(receiver(() => Response.json({ errors }, { status: 422 })));
    await send(form);
    expect(summaryOf(form)).to.include('Alleen voor de wijk.');
    expect(count(form, '[part~=summary] a')).to.equal(0);
  });

  it('are never shown as a page', async () => {
    collectConsole();
    const errors = [{ pointer: '#/email', detail: '<img src=x onerror=alert(1)>' }];
    const form = await filled(receiver(() => Response.json({ errors }, { status: 422 })));
    await send(form);
    expect(errorAt(form, 'email')).to.include('Kijk nog eens naar');
  });
});

describe('each way to fail', () => {
  const problem = (kind: string, status = 409) =>
    Response.json({ type: `urn:ceal-widgets:problem:${kind}`, title: 'x', status }, { status });
  const cases: [string, () => Response, string][] = [
    ['refused', () => new Response(null, { status: 403 }), 'neemt deze aanmelding niet aan'],
    [
      'refused in words',
      () => Response.json({ detail: 'Zo niet.' }, { status: 403 }),
      'De ontvanger zegt: Zo niet.',
    ],
    ['too large', () => new Response(null, { status: 413 }), 'te veel tekst'],
    ['full', () => problem('full'), 'net geen plek meer'],
    ['closed', () => problem('closed'), 'Aanmelden kan op dit moment niet'],
    ['gone', () => new Response(null, { status: 410 }), 'wordt niet meer gebruikt'],
    [
      'a web page',
      () => new Response('<!doctype html><h1>Inloggen', { status: 200 }),
      'niet of je aanmelding',
    ],
    ['half an answer', () => new Response('{"refer', { status: 201 }), 'niet of je aanmelding'],
    [
      'too many',
      () => new Response(null, { status: 429, headers: { 'retry-after': '300' } }),
      'te druk. Verstuur het formulier straks nog een keer. Wacht nog 5 minuten.',
    ],
    [
      'busy',
      () => new Response(null, { status: 503, headers: { 'retry-after': '45' } }),
      'Wacht nog 45 seconden.',
    ],
  ];
  for (const [name, answer, words] of cases)
    it(`has its words: ${name}`, async () => {
      collectConsole();
      const form = await filled(receiver(answer));
      const failed = nextEvent(document, 'ceal-signup-failed');
      await send(form);
      await failed;
      expect(summaryOf(form)).to.include(words).and.include('Wat je hebt ingevuld, staat er nog.');
      expect(control(form, 'email').value).to.equal('noor@example.org');
      expect(focused()?.localName).to.equal('h3');
      await expectAccessible(form);
    });

  it('is tried again by itself where that can help', async () => {
    const place = receiver((times) => (times < 2 ? new Response(null, { status: 503 }) : Response.json({})));
    const form = await filled(place);
    const sending = send(form);
    await says(form, 'We proberen het nog een keer');
    await sending;
    expect(place.asked).to.equal(3);
    expect(new Set(place.entries.map(({ submissionId }) => submissionId)).size).to.equal(1);
    expect(confirmationOf(form)).to.include('Gelukt');
  });

  it('remembers a try that may have been stored, whatever came after it', async () => {
    collectConsole();
    const place = receiver((times) => new Response(null, { status: [503, 403, 200][times] ?? 200 }));
    const form = await filled(place);
    await send(form);
    await type(form, 'name', 'Noor B');
    await send(form);
    const [first, , last] = place.entries;
    expect(last!.replaces).to.deep.equal([first!.submissionId]);
  });

  it('is said without a connection, and that it is back', async () => {
    const place = receiver();
    const form = await filled(place);
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    await send(form);
    expect(summaryOf(form)).to.include('Je hebt geen internet.');
    expect(place.asked).to.equal(0);
    Object.defineProperty(navigator, 'onLine', { configurable: true, ...online });
    dispatchEvent(new Event('online'));
    await form.updateComplete;
    expect(summaryOf(form)).to.include('Je hebt weer internet.');
    expect(place.asked).to.equal(0);
    await send(form);
    expect(confirmationOf(form)).to.include('Gelukt');
  });

  it('tells the owner why, once', async () => {
    const told = collectConsole();
    const place = receiver(() => new Response(null, { status: 404 }));
    const form = await filled(place);
    await send(form);
    await send(form);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^warn: \[ceal-widgets\] .+the endpoint refuses it.+ \(HTTP 404\)$/);
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
    expect(summaryOf(form)).to.include('We weten niet of je aanmelding is aangekomen');
  });

  it('can keep the form from sending', async () => {
    const place = receiver();
    const form = await filled(place);
    take(form, (event) => event.preventDefault());
    await press(form, 'Verstuur');
    await form.updateComplete;
    expect(place.asked).to.equal(0);
    expect(control(form, 'name').value).to.equal('Noor');
    expect(textOf(button(form, 'Verstuur'))).to.equal('Verstuur');
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
  await press(form, 'Verstuur');
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

describe('an edition', () => {
  const editions = [
    EDITION,
    { ...EDITION, id: 'vol', title: 'Volle groep', status: 'full' },
    { ...EDITION, id: 'later', title: 'Latere groep', signupFrom: '2099-01-01' },
    { ...EDITION, id: 'geweest', title: 'Oude groep', signupUntil: '2020-01-31' },
    { ...EDITION, id: 'af', title: 'Afgezegde groep', status: 'cancelled' },
  ];
  const ids = editions.map(({ id }) => id);
  const data = signupFeed({ editions: ids }, editions);

  it('is chosen among those that are open; of the others it is said why not', async () => {
    const form = await putForm({ data });
    const options = [...one(form, 'fieldset').querySelectorAll('label')].map(textOf);
    expect(options).to.have.length(2);
    expect(options[0]).to.include('Begint: 7 september 2099').and.include('Voorbeeld');
    expect(options[0])
      .to.include('Proefgroep najaar')
      .and.include('Aanmelden kan tot en met 31 augustus 2099.');
    expect(options[1]).to.include('Vol. Je komt op de wachtlijst.');
    const others = textOf(one(form, '[part~=editions]'));
    expect(others).to.include('Aanmelden kan vanaf 1 januari 2099.');
    expect(others).to.include('Aanmelden kon tot en met 31 januari 2020.');
    expect(others).to.include('Gaat niet door.');
    await expectAccessible(form);
  });

  it('is the one that the page names', async () => {
    const place = receiver();
    const form = await filled(place, { data, edition: 'vol' });
    await send(form);
    expect(place.entries[0]!.edition).to.equal('vol');
  });

  it('that is not open leaves nothing to fill in, but somebody to ask', async () => {
    for (const edition of ['later', 'geweest', 'af']) {
      const form = await putForm({ data, edition });
      expect(count(form, 'form'), edition).to.equal(0);
      expect(textOf(form)).to.include('Heb je een vraag? privacy@example.org');
    }
  });

  it('that closes meanwhile does not take away what somebody is typing', async () => {
    const place = receiver();
    const form = await filled(place);
    form.data = signupFeed({}, [{ ...EDITION, signupUntil: '2020-01-31' }]);
    await form.updateComplete;
    expect(control(form, 'name').value).to.equal('Noor');
    await send(form);
    expect(summaryOf(form)).to.include('Aanmelden kan op dit moment niet.');
    expect(place.asked).to.equal(0);
  });

  it('has as many free places as the receiver says', async () => {
    const counted = { editions: [{ id: 'najaar', free: 3 }] };
    const form = await putForm({ availability: receiver(() => Response.json(counted)).address });
    await says(form, 'Nog 3 plekken.');
  });

  it('is full when the receiver says so', async () => {
    const place = receiver(() => Response.json({ editions: [{ id: 'najaar', free: 0 }] }));
    const form = await putForm({ availability: place.address });
    await says(form, 'Vol. Je komt op de wachtlijst.');
  });

  it('has no number of places where the receiver does not answer well', async () => {
    const answers = [
      () => new Response(null, { status: 500 }),
      () => new Response('<h1>Inloggen</h1>'),
      () => Response.json({ editions: [{ id: 'najaar', free: -1 }, { id: 'najaar', free: '3' }, null] }),
      () => Response.json(null),
      () => Response.error(),
    ];
    for (const answer of answers) {
      const place = receiver(answer);
      const form = await putForm({
        availability: place.address,
        data: signupFeed({}, [{ ...EDITION, capacity: 25 }]),
      });
      await until(form, () => place.asked > 0);
      await new Promise((resolve) => setTimeout(resolve));
      await form.updateComplete;
      expect(textOf(form)).not.to.include('plek');
    }
  });

  it('is not asked about where the page does not say whom to ask', async () => {
    const asked = performance.getEntriesByType('resource').length;
    await putForm();
    expect(performance.getEntriesByType('resource').length).to.equal(asked);
  });
});

it('a sign-up for no edition needs none', async () => {
  const place = receiver();
  const { editions: _, ...signup } = SIGNUP;
  const form = await filled(place, { data: { ...signupFeed(), signups: [signup] } });
  await send(form);
  expect(place.entries[0]).not.to.have.property('edition');
});
