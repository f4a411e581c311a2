/** The widgets in frames and shadow roots of a site, and under a translator that changes what they have drawn. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { galleryOn, until } from '../../support/node/visit.js';
import { FORM, GALLERY, LOADER, servePages, TIMELINE } from './site-pages.js';

/** What the translator of Firefox does to each text in a shadow root: its words come back, the comments beside it do not. */
function translateLikeFirefox(root: ParentNode & Node): void {
  const translate = () => {
    for (const element of root.querySelectorAll('*')) {
      const nodes = [...element.childNodes];
      if (!nodes.some((node) => node instanceof Text && /\S/.test(node.data))) continue;
      for (const node of nodes) if (node instanceof Comment) node.remove();
    }
  };
  new MutationObserver(translate).observe(root, { subtree: true, childList: true, characterData: true });
  translate();
}

const site = servePages({
  '/framed': `${LOADER}${GALLERY.replace('page-size', 'detail="link" page-size')}${TIMELINE}${FORM.replace(
    ' endpoint',
    ' privacy-href="https://example.org/privacy" endpoint',
  )}`,
  '/frame': '<h1>Site</h1><iframe src="/framed" title="Widgets" width="800" height="800"></iframe>',
  '/shadow': `${LOADER}<site-app></site-app><late-app></late-app><div id="plain"></div><script>
    const inside = '<h1>App</h1>${GALLERY}';
    const attach = (host) => { (host.shadowRoot ?? host.attachShadow({ mode: 'open' })).innerHTML = inside; };
    customElements.define('site-app', class extends HTMLElement {
      connectedCallback() { attach(this); }
    });
    addEventListener('load', () => setTimeout(() => {
      customElements.define('late-app', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).append(document.createElement('site-app')); }
      });
      attach(document.querySelector('#plain'));
    }));
  </script>`,
  '/widgets': `${LOADER}${GALLERY}${TIMELINE}`,
});

describe('E12: links inside a frame', () => {
  const visit = site.opened('/frame');
  const linkOf = async (place: Page | Frame, tag: string, selector: string) =>
    until(
      () =>
        place.evaluate(
          (name, wanted) => {
            const link = document.querySelector(name)?.shadowRoot?.querySelector<HTMLAnchorElement>(wanted);
            return link && { target: link.target, words: link.textContent };
          },
          tag,
          selector,
        ),
      `${selector} of ${tag}`,
    );
  const LINKS = [
    ['ceal-enterprise-gallery', '[part~=name] a'],
    ['ceal-programme-timeline', 'a[part~=link]'],
    ['ceal-signup-form', '[part~=privacy] a[href^=https]'],
  ] as const;

  it('leave it in a tab of their own, and say so', async () => {
    const frame = await until(
      () => visit.page.frames().find((it) => it.url().endsWith('/framed')),
      'the frame',
    );
    for (const [tag, selector] of LINKS) {
      const { target, words } = await linkOf(frame, tag, selector);
      assert.equal(target, '_blank', tag);
      assert.match(words, /\(opent in een nieuw tabblad\)/, tag);
    }
  });

  it('are as ever on a page', async () => {
    const { page } = await site.open('/framed');
    for (const [tag, selector] of LINKS) {
      const { target, words } = await linkOf(page, tag, selector);
      assert.equal(target, '', tag);
      assert.doesNotMatch(words, /tabblad/, tag);
    }
    await page.browserContext().close();
  });
});

it('E21: finds widgets in the shadow roots of a site, also in those that come later', async () => {
  const { page, seen } = await site.open('/shadow');
  const counts = () =>
    page.evaluate(() => {
      const within = (root: ParentNode, ...path: string[]): string => {
        const [tag, ...rest] = path;
        const inner = tag && root.querySelector(tag)?.shadowRoot;
        if (inner) return within(inner, ...rest);
        return root.querySelector<HTMLElement>('[part~=count]')?.innerText ?? '';
      };
      const gallery = 'ceal-enterprise-gallery';
      return [
        within(document, 'site-app', gallery),
        within(document, 'late-app', 'site-app', gallery),
        within(document, '#plain', gallery),
      ];
    });
  await until(async () => (await counts()).every((count) => /\d/.test(count)), 'three galleries');
  assert.deepEqual(seen.console, []);
  assert.deepEqual(seen.errors, []);
  await page.browserContext().close();
});

it('E17: keeps the field in which somebody types under a translator that takes comments away', async () => {
  const { page, seen } = await site.open('/widgets');
  const gallery = galleryOn(page);
  await gallery.filled();
  const root = await (await gallery.host()).evaluateHandle(({ shadowRoot }) => shadowRoot);
  await root.evaluate(translateLikeFirefox);
  await (await gallery.part('search')).focus();
  for (const key of 'soep') {
    await page.keyboard.press(key as KeyInput);
    await gallery.within((element) => element.updateComplete);
  }
  await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
  const search = await gallery.part('search');
  assert.equal(await search.evaluate((field) => (field as HTMLInputElement).value), 'soep');
  assert.equal(await gallery.within((element) => element.shadowRoot.activeElement?.localName), 'input');
  assert.deepEqual(seen.errors, []);
  await page.browserContext().close();
});
