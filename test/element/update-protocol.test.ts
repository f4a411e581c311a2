/** A widget that throws wherever a test wants it to: what is left, and how it comes back. */
import { expect } from '@open-wc/testing';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { languages, type WidgetMessages } from '../../src/element/locales/index.js';
import { CealWidget } from '../../src/element/widget.js';
import { mount } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { one, textOf } from '../support/browser/tree.js';

type Place = 'prepare' | 'rendered' | 'render' | 'message' | 'none';

class TestFragile extends CealWidget<WidgetMessages> {
  @state() breaksAt: Place = 'none';
  @state() count = 0;
  /** Derived from `count` in `prepare`. */
  doubled = 0;
  readonly heard: unknown[] = [];
  repairs = false;

  constructor() {
    super([]);
  }

  protected readonly languages = languages;

  #pass(place: Place): void {
    if (this.breaksAt === place) throw new Error(`broken at ${place}`);
  }

  protected override prepare(changed: PropertyValues): void {
    if (changed.has('count')) this.doubled = 2 * this.count;
    this.#pass('prepare');
  }

  protected override rendered(): void {
    this.#pass('rendered');
  }

  protected override onRenderError(error: unknown): void {
    this.heard.push(error);
    if (this.repairs) this.breaksAt = 'none';
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override renderReady(): TemplateResult {
    this.#pass('render');
    // As a term that no language has.
    const term = (this.breaksAt === 'message' ? 'nothing' : 'close') as 'close';
    return html`<p>${this.doubled}</p>
      <button>${this.t(term)}</button>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html``;
  }

  protected override defaultHeading(): string {
    return 'Breekbaar';
  }
}

customElements.define('test-fragile', TestFragile);

const FEED = { version: '1.0', id: 'x', language: 'nl' };

const put = () =>
  mount<TestFragile>(html`<test-fragile lang="nl" .data=${FEED}><p>Bel ons.</p></test-fragile>`);

const PLACES = ['prepare', 'render', 'rendered', 'message'] as const;

describe('an update that throws', () => {
  for (const place of PLACES)
    it(`(in ${place}) leaves the fallback in sight, and updateComplete resolves`, async () => {
      const told = collectConsole();
      const widget = await put();
      widget.breaksAt = place;
      widget.count = 2;
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Bel ons.').and.not.include('Breekbaar');
      expect(told).to.have.length(1);
      expect(told[0]).to.match(/^error: \[ceal-widgets\] <test-fragile> could not be rendered: /);
    });

  for (const place of PLACES)
    it(`(in ${place}) is over with the next one that succeeds, which hears of every change`, async () => {
      collectConsole();
      const widget = await put();
      widget.breaksAt = place;
      await widget.updateComplete;
      widget.count = 2;
      await widget.updateComplete;
      widget.breaksAt = 'none';
      await widget.updateComplete;
      expect(textOf(widget)).to.include('Breekbaar').and.include('4').and.not.include('Bel ons.');
    });

  it('is named again when it happens again after a good one', async () => {
    const told = collectConsole();
    const widget = await put();
    for (const place of ['render', 'none', 'render'] as const) {
      widget.breaksAt = place;
      await widget.updateComplete;
    }
    expect(told).to.have.length(2);
    expect(widget.heard).to.have.length(2);
  });

  it('can be repaired by the widget itself, at once', async () => {
    collectConsole();
    const widget = await put();
    widget.repairs = true;
    widget.breaksAt = 'render';
    await widget.updateComplete;
    expect(widget.heard).to.have.length(1);
    expect(textOf(widget)).to.include('Breekbaar');
  });

  it('is told to voices', async () => {
    collectConsole();
    const widget = await put();
    widget.breaksAt = 'render';
    await widget.updateComplete;
    await new Promise((resolve) => {
      const announcer = one(document, 'ceal-announcer');
      new MutationObserver(resolve).observe(announcer, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    expect(one(document, 'ceal-announcer').textContent.trim()).to.equal(languages.nl.failed);
  });

  it('does not keep paper from what can be printed', async () => {
    collectConsole();
    const widget = await put();
    widget.breaksAt = 'render';
    await widget.updateComplete;
    widget.breaksAt = 'none';
    dispatchEvent(new Event('beforeprint'));
    expect(textOf(widget)).to.include('Breekbaar');
    dispatchEvent(new Event('afterprint'));
    await widget.updateComplete;
  });
});
