/** Services that take forms, each by a stand-in that answers as the service says it does, set up as the form's page says. */
import { expect } from '@open-wc/testing';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import type { Raw } from '../support/browser/feed.js';
import { collectConsole } from '../support/browser/quiet.js';
import { textOf } from '../support/browser/tree.js';
import {
  confirmationOf,
  errorAt,
  fillIn,
  putForm,
  receiver,
  send,
  summaryOf,
  type,
} from '../support/browser/forms.js';

type Sent = Readonly<Record<string, string>>;

interface Service {
  readonly name: string;
  readonly setting: Raw;
  /** Names and values that the service needs. */
  readonly needs: Sent;
  readonly takes: (body: Sent) => Response;
  /** Each way in which it says no, and what the visitor then reads. */
  readonly refuses: readonly (readonly [answer: () => Response, words: string])[];
}

const page = (text: string, status = 200) =>
  new Response(`<!doctype html><h1>${text}</h1>`, { status, headers: { 'content-type': 'text/html' } });

const SERVICES: readonly Service[] = [
  {
    name: 'Formspree',
    setting: { format: 'form' },
    needs: { name: 'Noor', email: 'noor@example.org', 'answers.idee': 'Soep' },
    takes: () => Response.json({ next: '/thanks', ok: true }),
    refuses: [
      [
        () =>
          Response.json(
            { errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }] },
            { status: 422 },
          ),
        'should be an email',
      ],
      [() => Response.json({ error: 'Form not active' }, { status: 403 }), 'Form not active'],
      [
        () => Response.json({ errors: [{ code: 'INACTIVE', message: 'Form is disabled' }] }, { status: 403 }),
        'Form is disabled',
      ],
    ],
  },
  {
    name: 'Netlify Forms',
    setting: { format: 'urlencoded', 'hidden-fields': 'form-name=aanmelden' },
    needs: { 'form-name': 'aanmelden', name: 'Noor' },
    takes: () => page('Thank you'),
    refuses: [[() => page('Page not found', 404), 'We kunnen deze aanmelding niet aannemen']],
  },
  {
    name: 'Basin',
    setting: { format: 'form' },
    needs: { name: 'Noor' },
    takes: () => Response.json({ success: true }),
    refuses: [[() => Response.json({ error: 'Spam detected' }, { status: 422 }), 'Spam detected']],
  },
  {
    name: 'Web3Forms',
    setting: { format: 'form', 'hidden-fields': 'access_key=voorbeeld&subject=Aanmelding' },
    needs: { access_key: 'voorbeeld', subject: 'Aanmelding', email: 'noor@example.org' },
    takes: () => Response.json({ success: true, message: 'Email sent successfully!' }),
    refuses: [
      [
        () => Response.json({ success: false, message: 'Invalid access key' }, { status: 400 }),
        'Invalid access key',
      ],
      [() => Response.json({ success: false, message: 'Quota exceeded' }), 'Quota exceeded'],
    ],
  },
  {
    name: 'n8n webhook',
    setting: { format: 'urlencoded' },
    needs: { name: 'Noor' },
    takes: () => Response.json({ message: 'Workflow was started' }),
    refuses: [
      [
        () =>
          Response.json({ code: 404, message: 'The requested webhook is not registered.' }, { status: 404 }),
        'not registered',
      ],
      [() => Response.json({ message: 'Error in workflow' }, { status: 500 }), 'Misschien is je aanmelding'],
    ],
  },
  {
    name: 'Power Automate behind a proxy',
    setting: {},
    needs: {},
    takes: () => new Response(null, { status: 202 }),
    refuses: [
      [
        () =>
          Response.json(
            { error: { code: 'TriggerInputSchemaMismatch', message: 'The input body is wrong.' } },
            { status: 400 },
          ),
        'We kunnen deze aanmelding niet aannemen',
      ],
    ],
  },
  {
    name: 'a back end with the Dutch API rules',
    setting: {},
    needs: {},
    takes: ({ submissionId }) => Response.json({ reference: submissionId }, { status: 201 }),
    refuses: [
      [
        () =>
          Response.json(
            {
              type: 'https://example.org/ValidationError',
              title: 'Invalid input.',
              status: 400,
              invalidParams: [{ name: 'email', code: 'invalid', reason: 'Dit adres bestaat niet.' }],
            },
            { status: 400 },
          ),
        'Dit adres bestaat niet.',
      ],
    ],
  },
];

const sentTo = ({ body }: RequestInit): Sent =>
  Object.fromEntries(
    typeof body === 'string'
      ? Object.entries(JSON.parse(body) as Sent)
      : [...(body as FormData)].map(([name, value]) => [name, value as string]),
  );

for (const { name, setting, needs, takes, refuses } of SERVICES)
  describe(name, () => {
    const filled = async (answer: (body: Sent) => Response) => {
      const place = receiver((_times, _signal, init) => answer(sentTo(init!)));
      const form = await putForm({ endpoint: place.address, ...setting });
      await fillIn(form);
      await type(form, 'answers.idee', 'Soep');
      await send(form);
      return { form, place };
    };

    it('takes a sign-up', async () => {
      const { form, place } = await filled(takes);
      expect(confirmationOf(form)).to.include(nl.done);
      expect(sentTo(place.requests[0]!)).to.include({ ...needs, signup: 'meedoen' });
    });

    for (const [answer, words] of refuses)
      it(`says no, and why: ${words}`, async () => {
        collectConsole();
        const { form } = await filled(answer);
        expect(textOf(form)).to.include(words);
        expect(confirmationOf(form)).to.equal('');
        expect(summaryOf(form) + errorAt(form, 'email')).not.to.equal('');
      });
  });
