/** A page that the browser translates: the texts that are seen are those of now, once each, and nothing throws. */
import { expect } from '@open-wc/testing';
import { setTime } from '../support/browser/clock.js';
import { nowhere, placeOf } from '../support/browser/network.js';
import { collectConsole } from '../support/browser/quiet.js';
import { stopTranslating, translatePage, untranslated } from '../support/browser/translator.js';
import { all, focused, holds, textOf } from '../support/browser/tree.js';
import { idle, put, putReady, renamed, WORDS, type Subject, type Widget } from './subject.js';

/** Controls that a visitor can press. */
const CONTROLS = 'button, summary, input[type=checkbox], input[type=radio], a[href*="#"]';
/** Presses of one visit; a widget has fewer controls. */
const PRESSES = 60;

/** What is seen at a moment: the words, and the control that has the focus. */
interface Sight {
  readonly step: string;
  readonly words: string;
  readonly focus: string;
}

async function settle(widget: Widget): Promise<void> {
  await widget.updateComplete;
  await idle();
  await widget.updateComplete;
}

/** What a visitor sees who presses one control after the other, types into each field, and lets the page change. */
async function visit(subject: Subject, isTranslated: boolean): Promise<Sight[]> {
  sessionStorage.clear();
  localStorage.clear();
  const widget = await putReady(subject, { 'language-switch': '', lang: 'nl' });
  if (isTranslated) translatePage(widget);
  const seen: Sight[] = [];
  const look = async (step: string) => {
    await settle(widget);
    // What is told to voices comes in its own time.
    for (const region of all(widget, 'dialog [role=status]')) region.textContent = '';
    const at = focused();
    seen.push({
      step,
      words: untranslated(textOf(widget)),
      focus: at && holds(widget, at) ? `${at.localName} ${at.className} ${untranslated(textOf(at))}` : '',
    });
  };
  await look('at first');
  for (let n = 0; n < PRESSES; n++) {
    const controls = all(widget, CONTROLS).filter((control) => control.checkVisibility());
    const control = controls[n % controls.length];
    if (!control) break;
    control.focus();
    control.click();
    await look(`press ${n}: ${untranslated(textOf(control))}`);
  }
  for (const field of all<HTMLInputElement>(widget, 'input[type=search], input[type=text], textarea')) {
    field.value = subject.shows.slice(0, 4);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await look(`typed into ${field.name}`);
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await look(`emptied ${field.name}`);
  }
  widget.data = renamed(subject, 'Iets nieuws');
  await look('another feed');
  widget.lang = 'en';
  await look('another language');
  widget.heading = 'Van de pagina';
  await look('another heading');
  widget.data = { version: '1.0', id: 'leeg' };
  await look('an empty feed');
  widget.data = subject.feed;
  await look('the feed again');
  stopTranslating();
  widget.remove();
  return seen;
}

export function translatedContract(subject: Subject): void {
  describe('E17: under a translator of pages', () => {
    let print: typeof window.print;
    before(() => {
      print = window.print;
      window.print = () => {};
    });
    after(() => {
      window.print = print;
      sessionStorage.clear();
      localStorage.clear();
    });

    it('shows at each step what it shows without one, and keeps the focus', async () => {
      setTime('2026-01-05T12:00:00Z');
      const keepsHere = (event: Event) => event.preventDefault();
      const refused = ['ceal-timeline-download', 'ceal-oasis-download'];
      for (const type of refused) addEventListener(type, keepsHere);
      const plain = await visit(subject, false);
      const translated = await visit(subject, true);
      for (const type of refused) removeEventListener(type, keepsHere);
      expect(translated.length).to.equal(plain.length);
      for (const [index, sight] of translated.entries()) expect(sight).to.deep.equal(plain[index]);
    });

    it('says what it waits for and why it failed, in words of now', async () => {
      collectConsole();
      const place = nowhere();
      const widget = await put(subject, { src: place.address });
      translatePage(widget);
      await widget.refresh();
      await settle(widget);
      expect(untranslated(textOf(widget))).to.include(WORDS.failedSetup);
      place.answer = () => Response.json(subject.feed);
      await widget.refresh();
      await settle(widget);
      expect(untranslated(textOf(widget)))
        .to.include(subject.shows)
        .and.not.include(WORDS.failed);
      const there = placeOf(renamed(subject, 'Vers'));
      widget.src = there.address;
      await widget.updateComplete;
      await widget.refresh();
      await settle(widget);
      expect(untranslated(textOf(widget)))
        .to.include('Vers')
        .and.not.include(subject.shows);
      there.answer = () => new Response(null, { status: 404 });
      await widget.refresh();
      await settle(widget);
      expect(untranslated(textOf(widget)))
        .to.include('Vers')
        .and.include(WORDS.stale);
    });
  });
}
