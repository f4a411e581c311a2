/// <reference types="mocha" />
/** What sanitisers leave of placeholders is filled as if they had let it be; what they take leaves its fallback. */
import { expect } from '@open-wc/testing';
import DOMPurify from 'dompurify';
import { FEED } from '../support/browser/feed.js';
import { placeOf } from '../support/browser/network.js';
import { mount } from '../support/browser/page.js';
import { filled, shows } from '../support/browser/placeholders.js';
import { RECORDINGS } from './leftovers.js';
import { FALLBACK, SNIPPETS } from './snippets.js';

const LEFTOVERS = [
  ...RECORDINGS,
  {
    by: 'DOMPurify',
    keeps: true,
    leftovers: {
      GALLERY: DOMPurify.sanitize(SNIPPETS.GALLERY),
      FEED_AROUND: DOMPurify.sanitize(SNIPPETS.FEED_AROUND),
      ELEMENT: DOMPurify.sanitize(SNIPPETS.ELEMENT),
      HOSTILE: DOMPurify.sanitize(SNIPPETS.HOSTILE),
    },
  },
];

/** Puts a leftover on the page, with a feed that only the test knows. */
const paste = (leftover: string): Promise<HTMLElement> =>
  mount(`<div>${leftover.replaceAll('/feeds/overvecht.json', placeOf(FEED).address)}</div>`);

for (const { by, keeps, leftovers } of LEFTOVERS)
  describe(`through ${by}`, () => {
    for (const [name, leftover] of Object.entries(leftovers))
      if (keeps && name !== 'ELEMENT')
        it(`${name} is filled`, async () => {
          const page = await paste(leftover);
          const placeholder = page.querySelector('[data-ceal-widget="enterprise-gallery"]')!;
          const widget = await filled(placeholder);
          await shows(widget, 'card', FEED.enterprises.length);
          expect(widget.shadowRoot!.querySelector('[part~=heading]')!.textContent.trim()).to.equal(
            'Ondernemingen',
          );
          expect(widget.hasAttribute('onclick') || widget.hasAttribute('style')).to.equal(false);
          expect(placeholder.querySelector('a')!.checkVisibility()).to.equal(false);
        });
      else
        it(`${name} leaves its link`, async () => {
          const link = (await paste(leftover)).querySelector('a')!;
          expect(link.textContent).to.equal(FALLBACK);
          expect(link.checkVisibility()).to.equal(true);
        });
  });
