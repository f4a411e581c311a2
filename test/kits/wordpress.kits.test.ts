/** The plugin in real WordPress, of the oldest version that it takes and of the newest: blocks, shortcodes, settings. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, openPage } from '../support/node/browser.js';
import { until } from '../support/node/visit.js';
import { PASSWORD, VERSIONS, startWordPress, type Role, type WordPress } from './wordpress.js';

const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'];
/** A heading of what a widget shows once it has its feed. */
const CONTENT_PARTS = ['card', 'session', 'step', 'field'];

const block = (widget: string, options: Readonly<Record<string, string>>) =>
  `<!-- wp:ceal-widgets/${widget} ${JSON.stringify(options)} /-->`;

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Waits until each widget of a page shows its feed. @returns how many of such a part each shows */
const shown = (page: Page) =>
  until(
    () =>
      page.evaluate(
        (widgets, parts) => {
          const counts = widgets.map((widget, index) => {
            const root = document.querySelector(`ceal-${widget}`)?.shadowRoot;
            return root?.querySelectorAll(`[part~="${parts[index]}"]`).length ?? 0;
          });
          return counts.every((count) => count > 0) ? counts : undefined;
        },
        WIDGETS,
        CONTENT_PARTS,
      ),
    'all widgets',
  );

async function login(page: Page, url: string, role: Role): Promise<void> {
  await page.goto(`${url}/wp-login.php`);
  // Not typed: the page moves the focus a moment after it was loaded.
  await page.$eval('#user_login', (field, value) => ((field as HTMLInputElement).value = value), role);
  await page.$eval('#user_pass', (field, value) => ((field as HTMLInputElement).value = value), PASSWORD);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

for (const version of VERSIONS)
  describe(`the plugin in ${version}`, () => {
    let site: WordPress;
    before(async () => {
      site = await startWordPress(version);
    });
    after(() => site.stop());

    it('shows all four widgets in blocks, with the options that the editor chose', async () => {
      const options = { src: '/feed.json', heading: 'Voorbeeld' };
      const gallery = block('enterprise-gallery', { ...options, 'page-size': '3', search: 'false' });
      const others = WIDGETS.slice(1).map((widget) => block(widget, options));
      const { page, seen } = await openPage(browser, site.publish([gallery, ...others].join('\n\n')));
      const [cards] = await shown(page);
      assert.equal(cards, 3);
      const search = await page.$eval('ceal-enterprise-gallery', ({ shadowRoot }) =>
        shadowRoot!.querySelector('[part~="search"]'),
      );
      assert.equal(search, null);
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(seen.foreign, []);
      assert.deepEqual(
        seen.failed.filter((address) => address.includes('/plugins/')),
        [],
      );
    });

    it('shows all four widgets by the shortcodes of an author, who may not write HTML of that kind', async () => {
      const content = WIDGETS.map((widget) => {
        const name = `ceal_${widget.replace('-', '_')}`;
        return `[${name} src="/feed.json" page-size="3"]<p>Zie de lijst.</p>[/${name}]`;
      });
      const { page } = await openPage(browser, site.publish(content.join('\n\n'), 'author'));
      const [cards] = await shown(page);
      assert.equal(cards, 3);
      assert.equal(await page.$$eval('link[href*="ceal-widgets.css"]', (links) => links.length), 1);
      assert.equal(await page.$$eval('script[src*="ceal-widgets.js"]', (scripts) => scripts.length), 1);
    });

    it('writes nothing of what is given but the options, and those as text', async () => {
      const address = site.publish(
        `[ceal_signup_form heading='"><script>alert(1)</script>' onclick="alert(2)" style="color:red" SRC="/feed.json" endpoint="https://evil.example/x" test_mode][/ceal_signup_form]`,
        'author',
      );
      const page = await (await fetch(address)).text();
      const [tag] = /<ceal-signup-form[^>]*>/.exec(page) ?? [''];
      assert.match(tag, / src="\/feed\.json"/);
      assert.match(tag, / test-mode="true"/);
      assert.doesNotMatch(page, /<script>alert|alert\(2|evil\.example|color:red/);
      const own = site.publish('[ceal_signup_form endpoint="/signups"]', 'author');
      assert.match(await (await fetch(own)).text(), /<ceal-signup-form endpoint="\/signups">/);
    });

    it('lets a page send to its own site only, however another is written', async () => {
      const other = ['&#47;&#47;evil.example/', '&amp;#47;&amp;#47;evil.example/', '\ufeff//evil.example/'];
      const forms = other.flatMap((address) => [
        `[ceal_signup_form endpoint="${address}" availability="${address}"]`,
        block('signup-form', { endpoint: address, availability: address }),
      ]);
      const { page } = await openPage(browser, site.publish(forms.join('\n\n'), 'author'));
      const addresses = await page.$$eval('ceal-signup-form', (elements) =>
        elements.map((element) =>
          ['endpoint', 'availability'].map((name) => {
            const value = element.getAttribute(name);
            return value && new URL(value.trim(), location.href).origin !== location.origin && value;
          }),
        ),
      );
      assert.equal(addresses.length, forms.length);
      assert.deepEqual(addresses.flat().filter(Boolean), []);
      const filters = site.publish('[ceal_enterprise_gallery filter="q=a&theme=eten"]', 'author');
      const filtered = await openPage(browser, filters);
      const filter = await filtered.page.$eval('ceal-enterprise-gallery', (it) => it.getAttribute('filter'));
      assert.equal(filter, 'q=a&theme=eten');
    });

    it('gives a block its anchor and its class', async () => {
      const chosen = { anchor: 'mijn-lijst', className: 'eigen', src: '/feed.json' };
      const { page } = await openPage(browser, site.publish(block('enterprise-gallery', chosen), 'author'));
      assert.equal(await page.$eval('ceal-enterprise-gallery', ({ id }) => id), 'mijn-lijst');
      assert.ok(await page.$('.wp-block-ceal-widgets-enterprise-gallery.eigen > ceal-enterprise-gallery'));
      assert.equal(await page.$$eval('#mijn-lijst', (elements) => elements.length), 1);
    });

    it('takes what is not given from its settings', async () => {
      const { page } = await openPage(browser, `${site.url}/wp-login.php`);
      await login(page, site.url, 'administrator');
      await page.goto(`${site.url}/wp-admin/options-general.php?page=ceal-widgets`);
      await page.type('#ceal_widgets_feed', `${site.url}/feed.json`);
      await page.type('#ceal_widgets_signups', 'https://signups.example/signups');
      await Promise.all([page.waitForNavigation(), page.click('#submit')]);
      const address = site.publish('[ceal_enterprise_gallery][ceal_signup_form]', 'author');
      const text = await (await fetch(address)).text();
      assert.match(text, new RegExp(`<ceal-enterprise-gallery src="${site.url}/feed.json">`));
      assert.match(
        text,
        new RegExp(
          `<ceal-signup-form src="${site.url}/feed.json" endpoint="https://signups.example/signups">`,
        ),
      );
      site.php(`update_option('ceal_widgets_feed', ''); update_option('ceal_widgets_signups', '');`);
    });

    it('has a block whose fields are the options', async () => {
      const { page } = await openPage(browser, `${site.url}/wp-login.php`);
      await login(page, site.url, 'author');
      const address = site.publish(block('enterprise-gallery', { src: '/feed.json' }), 'author');
      const id = new URL(address).searchParams.get('p');
      await page.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit`);
      await until(
        () =>
          page.evaluate(() => {
            const { data, blocks } = (window as unknown as { wp?: Partial<EditorWindow> }).wp ?? {};
            // The scripts of the editor come one after the other.
            if (!data || !blocks) return false;
            const [first] = data.select('core/block-editor')?.getBlocks() ?? [];
            if (!first || !blocks.getBlockType(first.name)) return false;
            data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
            data.dispatch('core/block-editor').selectBlock(first.clientId);
            return true;
          }),
        'the block',
      );
      const field = await page.waitForSelector('select:has(option[value="list"])');
      await field!.select('list');
      await page.evaluate(() => {
        const { data } = (window as unknown as { wp: EditorWindow }).wp;
        const { clientId } = data.select('core/block-editor')!.getBlocks()[0]!;
        data.dispatch('core/block-editor').updateBlockAttributes(clientId, { anchor: 'lijst' });
        return data.dispatch('core/editor').savePost();
      });
      const [, saved = ''] = /^<!-- wp:ceal-widgets\/enterprise-gallery (.*) \/-->$/.exec(
        site.php(`echo get_post(${id})->post_content;`),
      )!;
      assert.deepEqual(JSON.parse(saved), { src: '/feed.json', layout: 'list', anchor: 'lijst' });
      assert.equal(await page.$('.block-editor-warning'), null);
    });
  });

describe('the plugin in a WordPress in a folder', () => {
  it('finds its own files', async () => {
    const site = await startWordPress(VERSIONS[0], '/blog');
    try {
      const content = WIDGETS.map((widget) => block(widget, { src: '/feed.json' })).join('\n\n');
      const { page } = await openPage(browser, site.publish(content));
      await shown(page);
    } finally {
      await site.stop();
    }
  });
});

/** What the test uses of the editor's own interface. */
interface EditorWindow {
  readonly blocks: { getBlockType(name: string): unknown };
  readonly data: {
    select(
      store: string,
    ): { getBlocks(): readonly { readonly name: string; readonly clientId: string }[] } | undefined;
    dispatch(store: string): {
      set(scope: string, name: string, value: boolean): void;
      selectBlock(clientId: string): void;
      updateBlockAttributes(clientId: string, attributes: Readonly<Record<string, string>>): void;
      savePost(): Promise<void>;
    };
  };
}
