/** A widget for everybody: by keyboard, with large text, in a narrow place, from right to left, in high contrast. */
import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { html } from 'lit';
import { expectAccessible } from '../support/browser/accessible.js';
import { PICTURE } from '../support/browser/feed.js';
import { itWith } from '../support/browser/engine.js';
import { emulateForcedColors, mount } from '../support/browser/page.js';
import { all, count, interactive, tabThrough, textOf } from '../support/browser/tree.js';
import { create, putReady, rootOf, type Subject, type Widget } from './subject.js';
import { STATES } from './states.js';

interface Node {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly Node[];
}

const CONTROLS = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'checkbox',
  'radio',
  'combobox',
  'DisclosureTriangle',
]);

/** Puts a widget with its feed into a box of this width in em, written in this direction. */
async function putInBox(
  subject: Subject,
  box: { width?: string; size?: string; dir?: string },
  setting = {},
) {
  const place = await mount<HTMLElement>(html`<div dir=${box.dir ?? 'ltr'}></div>`);
  place.style.inlineSize = box.width ?? '';
  place.style.fontSize = box.size ?? '';
  const widget = create(subject, { data: subject.feed, ...setting });
  place.append(widget);
  await widget.updateComplete;
  return widget;
}

/** Finds what sticks out of the widget at its side. Words that only voices read are cut off on purpose. */
function stickingOut(widget: Widget): string[] {
  const { left, right } = widget.getBoundingClientRect();
  // What is in a picture is cut off by it.
  return all(widget, ':not(svg *)')
    .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, dialog'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    })
    .map(({ localName, className }) => `${localName}.${className}`);
}

export function accessContract(subject: Subject): void {
  describe('by keyboard', () => {
    for (const { name, put } of [...STATES, { name: 'ready', put: putReady }])
      it(`everything can be reached (${name})`, async () => {
        const widget = await put(subject);
        const wanted = interactive(widget);
        const reached = await tabThrough(widget);
        expect(wanted.filter((element) => !reached.includes(element)).map(textOf)).to.deep.equal([]);
      });

    itWith('accessibility tree', 'everything that can be used has a name', async () => {
      await putReady(subject, { 'show-issues': '' });
      const tree = (await (a11ySnapshot({}) as Promise<unknown>)) as Node;
      const nameless = (node: Node): Node[] => [
        ...(CONTROLS.has(node.role) && !node.name?.trim() ? [node] : []),
        ...(node.children ?? []).flatMap(nameless),
      ];
      expect(nameless(tree)).to.deep.equal([]);
    });
  });

  describe('loses nothing', () => {
    it('in a place of 320 px', async () => {
      expect(stickingOut(await putInBox(subject, { width: '320px' }))).to.deep.equal([]);
    });

    it('with text at 200 %', async () => {
      const widget = await putInBox(subject, { width: '320px', size: '200%' });
      expect(Number.parseFloat(getComputedStyle(rootOf(widget)).fontSize)).to.equal(32);
      expect(stickingOut(widget)).to.deep.equal([]);
    });

    it('A4: with text at 200 % beside the margins of a page', async () => {
      const widget = await putInBox(subject, { width: '256px', size: '200%' });
      expect(stickingOut(widget)).to.deep.equal([]);
      const { scrollWidth, clientWidth } = rootOf(widget);
      expect(scrollWidth).to.equal(clientWidth);
    });

    it('from right to left', async () => {
      const widget = await putInBox(subject, { width: '320px', dir: 'rtl' });
      expect(getComputedStyle(rootOf(widget)).direction).to.equal('rtl');
      expect(stickingOut(widget)).to.deep.equal([]);
      await expectAccessible(widget);
    });

    it('A7: with its words whole, where the page has them hyphenated', async () => {
      const place = await mount<HTMLElement>(html`<div></div>`);
      place.style.hyphens = 'auto';
      const widget = create(subject, { data: subject.feed });
      place.append(widget);
      await widget.updateComplete;
      const hyphenated = all(rootOf(widget), '*').filter(
        (element) => getComputedStyle(element).hyphens === 'auto',
      );
      expect(hyphenated.map(({ className }) => className)).to.deep.equal([]);
    });

    itWith('forced colours', 'in high contrast', async () => {
      await emulateForcedColors('active');
      await expectAccessible(await putReady(subject));
      await emulateForcedColors('none');
    });

    for (const scheme of ['light', 'dark'])
      it(`in ${scheme} colours`, async () => {
        const place = await mount<HTMLElement>(html`<div></div>`);
        place.style.background = scheme === 'dark' ? '#111' : '#fff';
        place.style.color = scheme === 'dark' ? '#eee' : '#111';
        const widget = create(subject, { data: subject.feed, scheme });
        place.append(widget);
        await widget.updateComplete;
        expect(getComputedStyle(rootOf(widget)).colorScheme).to.equal(scheme);
        await expectAccessible(widget);
      });
  });

  it('with images="none" asks for no picture', async () => {
    const pictures = { ...subject.feed, organisations: [{ id: 'o', name: 'O', logo: { src: PICTURE } }] };
    const widget = await putReady(subject, { data: pictures, images: 'none' });
    expect(count(widget, 'img, image, picture, video, iframe, object, embed')).to.equal(0);
  });

  it('asks for no picture of a host that the page does not allow', async () => {
    const widget = await putReady(subject, { 'image-hosts': 'pictures.example.org, other.example.org' });
    expect(count(widget, 'img')).to.equal(0);
  });
}
