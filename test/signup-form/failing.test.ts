/** Sign-ups that do not arrive, or of which nobody knows, and forms that throw. */
import { expect } from '@open-wc/testing';
import { button, press } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { nextEvent, until } from '../support/browser/page.js';
import { nowhere, type Answer } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { count, focused, one, textOf } from '../support/browser/tree.js';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import {
  choose,
  confirmationOf,
  control,
  errorAt,
  filled,
  putForm,
  receiver,
  says,
  send,
  signupFeed,
  summaryOf,
  type,
} from '../support/browser/forms.js';

describe('when nobody knows whether it arrived', () => {
  it('can be sent again under the same key', async () => {
    collectConsole();
    const place = receiver((times) =>
      times === 0 ? new Response('kapot', { status: 500 }) : Response.json({ reference: 'P-2' }),
    );
    const form = await filled(place);
    await send(form);
    expect(textOf(focused()!)).to.equal(nl.uncertain);
    expect(control(form, 'name').value).to.equal('Noor');
    const received = nextEvent(form, 'ceal-signup-submitted');
    await press(form, nl.sendAgain);
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

  const consentShapes: Record<string, unknown> = {
    'a pointer to all of them': { errors: [{ pointer: '#/consents', detail: 'Kies opnieuw.' }] },
    'a pointer to one of them': { errors: [{ pointer: '#/consents/0', detail: 'Kies opnieuw.' }] },
    'texts by field': { errors: { consents: ['Kies opnieuw.'] } },
    'texts by one of them': { errors: { consents: [{ nieuws: ['Kies opnieuw.'] }] } },
    'the id of one of them': { errors: { nieuws: ['Kies opnieuw.'] } },
  };
  for (const [name, body] of Object.entries(consentShapes))
    it(`about the consents stand there and in the summary (${name})`, async () => {
      const form = await filled(receiver(() => Response.json(body, { status: 422 })));
      await choose(form, 'consents', 'nieuws');
      await send(form);
      expect(errorAt(form, 'consents')).to.equal('Kies opnieuw.');
      expect(summaryOf(form)).to.include('Kies opnieuw.');
      expect(textOf(button(form, nl.send))).to.equal(nl.send);
      one<HTMLAnchorElement>(form, '[part~=summary] a').click();
      expect((focused() as HTMLElement).id).to.equal('consents.nieuws');
      await expectAccessible(form);
      await choose(form, 'consents', 'nieuws');
      expect(errorAt(form, 'consents') + summaryOf(form)).to.equal('');
    });

  const otherShapes: Record<string, [body: unknown, words: string, atConsents: boolean]> = {
    'a pointer to one by its id': [
      { errors: [{ pointer: '#/consents/nieuws', detail: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      true,
    ],
    'a pointer without a text': [
      { errors: [{ pointer: '#/consents' }] },
      'Kijk nog eens naar ‘Waar je ja tegen zegt’.',
      true,
    ],
    'texts by item': [{ errors: { 'consents.0': ['Kies opnieuw.'] } }, 'Kies opnieuw.', true],
    'texts in items': [{ errors: { consents: { 0: ['Kies opnieuw.'] } } }, 'Kies opnieuw.', true],
    'a name with a capital': [{ errors: { 'Consents[0]': ['Kies opnieuw.'] } }, 'Kies opnieuw.', true],
    'a path as a list': [
      { detail: [{ loc: ['body', 'consents', 0], msg: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      true,
    ],
    'a pointer in its source': [
      { errors: [{ source: { pointer: '/data/attributes/consents' }, detail: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      true,
    ],
    'a pointer to a field that is not here': [
      { errors: [{ pointer: '#/edition', detail: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      false,
    ],
    'a pointer to nothing': [
      { errors: [{ pointer: '#/', detail: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      false,
    ],
    'a pointer that is no text': [
      { errors: [{ pointer: 5, detail: 'Kies opnieuw.' }] },
      'Kies opnieuw.',
      false,
    ],
    'a pointer to nothing, and words about the whole': [
      { title: 'Kies opnieuw.', errors: [{ pointer: '#/postcode' }] },
      'Kies opnieuw.',
      false,
    ],
  };
  for (const [name, [body, words, atConsents]] of Object.entries(otherShapes))
    it(`E1: are shown, and the form is free again (${name})`, async () => {
      const told = collectConsole();
      const form = await filled(receiver(() => Response.json(body, { status: 422 })));
      await send(form);
      expect(summaryOf(form)).to.include(words);
      expect(errorAt(form, 'consents')).to.equal(atConsents ? words : '');
      expect(textOf(button(form, nl.send))).to.equal(nl.send);
      expect(control(form, 'name').readOnly).to.equal(false);
      expect(told.filter((line) => line.startsWith('error'))).to.deep.equal([]);
    });

  it('E1: stand at a question whose id is a number', async () => {
    const questions = [{ id: '2024', kind: 'text', label: 'Vorig jaar' }];
    const errors = [{ pointer: '#/answers/2024', detail: 'Te kort.' }];
    const answer = () => Response.json({ errors }, { status: 422 });
    const form = await filled(receiver(answer), { data: signupFeed({ questions }) });
    await send(form);
    expect(errorAt(form, 'answers.2024')).to.equal('Te kort.');
  });

  it('about the consents name them where they have our codes', async () => {
    const errors = [{ pointer: '#/consents', code: 'unknown' }];
    const form = await filled(receiver(() => Response.json({ errors }, { status: 422 })));
    await send(form);
    expect(errorAt(form, 'consents')).to.include(nl.consentsLabel);
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

describe('a form that throws', () => {
  const broken = {
    get other(): string {
      throw new Error('no text');
    },
  };
  /** Sends a filled-in form of which a text throws. */
  const sentWith = async (label: keyof typeof nl, answer: Answer) => {
    const told = collectConsole();
    const place = receiver(answer);
    const form = await filled(place, { labels: { [label]: broken } });
    await choose(form, 'consents', 'nieuws');
    await press(form, nl.send);
    while (told.length === 0 || count(form, '#send') === 0) await new Promise(requestAnimationFrame);
    return { form, place, told };
  };
  const answers: Partial<Record<keyof typeof nl, Answer>> = {
    notSent: () => new Response(null, { status: 410 }),
    uncertain: () => new Response(null, { status: 500 }),
    wrong: () => Response.json({ errors: [{ pointer: '#/email', detail: 'Nee.' }] }, { status: 422 }),
    nameEmpty: () => Response.json({ errors: [{ pointer: '#/name', code: 'empty' }] }, { status: 422 }),
    sending: () => new Promise(() => {}),
    done: () => Response.json({ reference: 'P-1' }, { status: 201 }),
  };

  for (const [label, answer] of Object.entries(answers))
    it(`is free again, with what was typed, and names itself once (${label})`, async () => {
      const { form, told } = await sentWith(label as keyof typeof nl, answer);
      expect(control(form, 'name').value).to.equal('Noor');
      expect(control(form, 'name').readOnly).to.equal(false);
      expect(control(form, 'consents').checked).to.equal(true);
      expect(textOf(button(form, nl.send))).to.equal(nl.send);
      const ours = told.filter((line) =>
        /^error: \[ceal-widgets\] <ceal-signup-form> could not .+ no text/.test(line),
      );
      expect(ours).to.have.length(1);
    });

  it('can be sent once more, which signs nobody up twice', async () => {
    const { form, place } = await sentWith('done', () => Response.json({ reference: 'P-1' }));
    form.labels = undefined;
    await send(form);
    expect(confirmationOf(form)).to.include('P-1');
    const [first, second] = place.entries;
    expect(second!.submissionId).to.equal(first!.submissionId);
    expect(sessionStorage.length).to.equal(0);
  });
});

describe('each way to fail', () => {
  const problem = (kind: string, status = 409) =>
    Response.json({ type: `urn:ceal-widgets:problem:${kind}`, title: 'x', status }, { status });
  const cases: [string, () => Response, string][] = [
    ['refused', () => new Response(null, { status: 403 }), 'We kunnen deze aanmelding niet aannemen'],
    [
      'refused in words',
      () => Response.json({ detail: 'Zo niet.' }, { status: 403 }),
      'We kregen dit bericht: Zo niet.',
    ],
    ['too large', () => new Response(null, { status: 413 }), 'te veel tekst'],
    ['full', () => problem('full'), 'De laatste plek is net weg.'],
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

it('writes that the feed cannot be read as text, not as an error at a field', async () => {
  collectConsole();
  const form = await filled(receiver());
  Object.assign(form, { data: undefined, src: nowhere().address });
  await until(form, () => count(form, '[part~=error]') > 0);
  const ground = getComputedStyle(one(form, '[part~=root]'));
  const { color, fontWeight } = getComputedStyle(one(form, '[part~=error]'));
  expect([color, fontWeight]).to.deep.equal([ground.color, ground.fontWeight]);
});
