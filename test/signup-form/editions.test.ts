/** The editions that a visitor can sign up for. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/browser/accessible.js';
import { until } from '../support/browser/page.js';
import { count, one, textOf } from '../support/browser/tree.js';
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
  summaryOf,
} from '../support/browser/forms.js';

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
      expect(textOf(form)).to.include('Heb je een vraag? Neem contact op: privacy@example.org');
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
