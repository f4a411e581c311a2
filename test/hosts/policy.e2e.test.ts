/** Under the policies of careful hosts everything works, and the browser has nothing to report. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PAGES, STRICT_POLICY, TRUSTED_TYPES_POLICY } from './pages.js';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import {
  ENTERPRISES,
  FEED,
  guideOn,
  inDutch,
  openSite,
  until,
  type Site,
  type Visit,
} from '../support/node/visit.js';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const reports = async (): Promise<unknown> => (await fetch(`${site.url}/csp-reports.json`)).json();

/** The parts of the page that come later or by themselves, by what brings them. */
const LAZY_DETAIL = 'the detail, a chunk that comes when it is wanted';
const USES: Readonly<Record<string, (visit: Visit) => Promise<void>>> = {
  'search and marks': async ({ gallery }) => {
    await (await gallery.part('search')).type('soep');
    await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
    await gallery.press(nl.clear);
    await gallery.filled(ENTERPRISES.length);
  },
  filters: async ({ gallery }) => {
    await gallery.press(nl.status);
    const checkbox = await (await gallery.part('facets')).$('input');
    assert.ok(checkbox);
    await checkbox.click();
    await until(async () => (await gallery.texts('chip')).length === 1, 'a chip');
    await gallery.press(nl.clear);
    await gallery.filled(ENTERPRISES.length);
  },
  pictures: async ({ gallery }) => {
    const shown = await gallery.within(async (element) => {
      const images = [...element.shadowRoot.querySelectorAll<HTMLImageElement>('img[part~=image]')];
      for (const image of images) image.loading = 'eager';
      await Promise.all(images.map((image) => image.decode()));
      return images.filter((image) => image.naturalWidth > 0).length;
    });
    assert.ok(shown > 0);
  },
  [LAZY_DETAIL]: async ({ page, gallery, seen }) => {
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    assert.ok(seen.requests.some((address) => /\/dist\/.*detail/.test(address)));
    await page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
  },
  printing: async ({ page, gallery }) => {
    const pdf = await page.pdf();
    assert.ok(pdf.length > 10_000);
    await gallery.filled(ENTERPRISES.length);
  },
  'the Oasis guide, to read and to lead, with its parts that come when they are wanted': async ({
    page,
    seen,
  }) => {
    const guide = guideOn(page);
    await guide.press('Volgende: Verbinden');
    await guide.at('Stap 2 van 7: Verbinden');
    await guide.within((element) => {
      element.setAttribute('mode', 'facilitator');
      element.setAttribute('remember', '');
      return element.updateComplete;
    });
    assert.ok(seen.requests.some((address) => /\/dist\/.*facilitator/.test(address)));
    const title = inDutch(FEED.oasis.steps[1]!.activities![0]!.title);
    await guide.press(title);
    await guide.at(`Stap 2 van 7, Verbinden: ${title}`);
    await guide.press('Start de klok');
    await until(async () => /\d:\d\d/.test((await guide.texts('timer'))[0] ?? ''), 'the clock');
    await (await guide.named('checkbox', 'Gedaan')).click();
    await guide.press('Download als tekst');
    await guide.press('Wis mijn aantekeningen');
    await guide.press('Ja, wis alles');
    await guide.within((element) => element.setAttribute('mode', 'reader'));
  },
  'every attribute that shows something': async ({ gallery, seen }) => {
    await gallery.within((element) => {
      for (const name of ['debug', 'show-issues', 'language-switch']) element.setAttribute(name, '');
      element.setAttribute('reserve', '40');
      element.setAttribute('layout', 'list');
      return element.updateComplete;
    });
    await until(() => seen.requests.some((address) => /\/dist\/.*debug/.test(address)), 'the debug panel');
  },
};

for (const { path, title } of PAGES.filter(({ policy }) => policy))
  describe(`${title} (${path})`, () => {
    let visit: Visit;
    before(async () => {
      visit = await site.visit(path, { waitUntil: 'networkidle0' });
    });
    after(() => visit?.close());

    for (const [what, use] of Object.entries(USES)) it(`lets through ${what}`, () => use(visit));

    it('reported nothing, said nothing, and asked only its own origin', async () => {
      const { requests, ...trouble } = visit.seen;
      assert.ok(requests.length > 5);
      assert.deepEqual(trouble, { console: [], errors: [], failed: [], foreign: [], violations: [] });
      assert.deepEqual(await reports(), []);
    });

    it('tells visitor and owner of a feed that fails, and nobody else', async () => {
      const { page, gallery, seen } = visit;
      await page.$eval('ceal-feed', (feed) => feed.setAttribute('src', '/feeds/missing.json'));
      const state = await until(
        async () => (await gallery.texts('state')).find((text) => text.includes('HTTP')),
        'the error, and what its owner wants to know',
      );
      assert.ok(state.includes(nl.retry), state);
      assert.match(state, /not-found, HTTP 404/);
      const hint = await until(
        () => seen.console.find((line) => line.includes('[ceal-widgets]')),
        'the hint',
      );
      assert.match(hint, /^warn.*There is nothing at this address/);
      assert.deepEqual(seen.violations, []);
      await page.$eval('ceal-feed', (feed) => feed.setAttribute('src', '/feeds/overvecht.json'));
      await gallery.filled(ENTERPRISES.length);
    });
  });

it('says that the policy of the page keeps a feed out', async () => {
  const { page, gallery, seen, close } = await site.visit('/gemeente/');
  await page.$eval('ceal-feed', (feed) => feed.setAttribute('src', 'https://elsewhere.invalid/feed.json'));
  await until(
    async () => (await gallery.texts('state')).some((text) => text.includes('blocked-by-policy')),
    'the error, and what its owner wants to know',
  );
  const hint = await until(() => seen.console.find((line) => line.includes('[ceal-widgets]')), 'the hint');
  assert.match(hint, /connect-src/);
  assert.deepEqual(
    seen.violations.map(({ violatedDirective }) => violatedDirective),
    ['connect-src'],
  );
  await close();
});

/** Serves the page under another policy, and with another script tag. */
const under = (policy: string, editTag: string) => async (page: Page) => {
  await page.setRequestInterception(true);
  const answer = async (request: HTTPRequest) => {
    if (!request.isNavigationRequest()) return request.continue();
    const response = await fetch(request.url());
    const body = (await response.text()).replace(/<script type="module"[^>]*>/, editTag);
    await request.respond({
      body,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
    });
  };
  page.on('request', (request) => void answer(request));
};

describe('other policies, and other tags', () => {
  const clean = { console: [], errors: [], failed: [], foreign: [], violations: [] };
  const noOrigin = STRICT_POLICY.replace("script-src 'self'", "script-src 'nonce-n1' 'strict-dynamic'");

  it('needs a nonce on one tag only: what the loader imports is trusted with it', async () => {
    const visit = await site.visit('/gemeente/', {
      before: under(noOrigin, '<script nonce="n1" type="module" src="/dist/ceal-widgets.js">'),
    });
    await USES[LAZY_DETAIL]!(visit);
    const { requests, ...trouble } = visit.seen;
    assert.ok(requests.length > 5);
    assert.deepEqual(trouble, clean);
    await visit.close();
  });

  it('works as one file, held to its published hash', async () => {
    const files = (await (await fetch(`${site.url}/dist/integrity.json`)).json()) as Record<string, string>;
    const visit = await site.visit('/gemeente/', {
      before: under(
        STRICT_POLICY,
        `<script defer src="/dist/ceal-widgets.bundle.js" integrity="${files['ceal-widgets.bundle.js']}">`,
      ),
    });
    const { requests, ...trouble } = visit.seen;
    assert.equal(requests.filter((address) => /\/dist\/.*\.js$/.test(address)).length, 1);
    assert.deepEqual(trouble, clean);
    await visit.close();
  });

  it('takes a second loader beside it, where each policy name may be used once', async () => {
    const visit = await site.visit('/gemeente-tt/', {
      before: under(
        TRUSTED_TYPES_POLICY,
        '<script type="module" src="/dist/ceal-widgets.js?v=2"></script>' +
          '<script type="module" src="/dist/ceal-widgets.js">',
      ),
    });
    const { requests, ...trouble } = visit.seen;
    assert.ok(requests.some((address) => address.endsWith('?v=2')));
    assert.deepEqual(trouble, clean);
    await visit.close();
  });
});
