import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withStyles } from '../element/adopted-styles.js';
import { announce } from '../element/announcer.js';
import { amount, choice, flag, flagOn, trimmed, wordListOr } from '../element/attributes.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { FacetDisclosure } from '../element/filters/disclosure.js';
import { toggled } from '../element/filters/facets.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import type { ModalDialog } from '../element/controllers/modal-dialog.js';
import { BatchedRender } from '../element/controllers/batched-render.js';
import { isPlainClick } from '../element/plain-click.js';
import { CealWidget, type ReadyStatus } from '../element/widget.js';
import type { FeedDocument } from '../feed/document.js';
import { editions } from '../feed/sections/editions.js';
import { enterprises, type Enterprise } from '../feed/sections/enterprises.js';
import { neighbourhoods, themes } from '../feed/sections/labels.js';
import { DETAILS, type CardView, type Detail } from './card.js';
import { SORTS, type Sort } from './catalogue.js';
import { controls, emptyControls } from './controls.js';
import { styles } from './enterprise-gallery.styles.js';
import * as events from './events.js';
import { FACETS, type FacetKey } from './facets.js';
import { searchWords } from './fold.js';
import { emptyList, list, notLoaded } from './list.js';
import { languages, type GalleryMessages } from './locales/index.js';
import type { PictureView } from './picture.js';
import { readQuery, writeQuery, type Query } from './query.js';
import { Selections, type Selection } from './selection.js';

export * from './events.js';

/** Cards on paper; more would make a book. The rest is counted in words. */
const PRINTED = 500;

/** Cards that come first: what a window shows. The others follow, as many each time when those before are painted. */
const FIRST_SIGHT = 8;

/** The same while a visitor types: the next letter must not wait for more than a row or two. */
const WHILE_TYPING = 4;

/**
 * The social enterprises of a feed, to look through, search, filter and read about.
 *
 * @summary A searchable gallery of social enterprises.
 * @csspart controls - Search and filters together.
 * @csspart search - The search field.
 * @csspart facets - All facets together.
 * @csspart facet - One facet: its button and its options.
 * @csspart chips - The active filters.
 * @csspart chip - One active filter, to be taken away.
 * @csspart count - How many enterprises there are.
 * @csspart sort - The choice of order.
 * @csspart list - The list of cards.
 * @csspart card - One card.
 * @csspart image - A picture.
 * @csspart tile - What stands in for a picture.
 * @csspart name - The name on a card.
 * @csspart tagline - The line under the name.
 * @csspart facts - Status, themes and edition at the foot of a card.
 * @csspart status - The status, in words with a mark.
 * @csspart dialog - The dialog with one enterprise.
 * @csspart detail - One enterprise as a page to read.
 * @fires {CealGalleryFilteredEvent} ceal-gallery-filtered - The visitor searched, filtered or sorted.
 * @fires {CealGalleryOpenEvent} ceal-gallery-open - The visitor wants to see an enterprise; can be refused.
 * @fires {CealGalleryOpenedEvent} ceal-gallery-opened - The visitor sees an enterprise.
 * @fires {CealGalleryClosedEvent} ceal-gallery-closed - The visitor has closed an enterprise.
 */
export class CealEnterpriseGallery extends CealWidget<GalleryMessages> {
  static override styles = [...CealWidget.baseStyles, styles];

  /** Whether there is a search field; `search="false"` takes it away. */
  @property({ converter: flagOn }) search = true;
  /** The facets to offer, in this order: `theme`, `status`, `edition`, `neighbourhood`. Empty for none. */
  @property({ converter: wordListOr(FACETS) }) facets: readonly string[] = FACETS;
  /** The order at first: `feed`, `name` or `newest`. */
  @property({ converter: choice(SORTS, 'feed') }) sort: Sort = 'feed';
  /** Cards at first, and with each "show more". */
  @property({ attribute: 'page-size', converter: amount(24) }) pageSize = 24;
  /** `auto` follows the width of the widget; `grid` and `list` do not. */
  @property({ converter: choice(['auto', 'grid', 'list'], 'auto'), reflect: true })
  layout: 'auto' | 'grid' | 'list' = 'auto';
  /** Where an enterprise opens: `dialog`, `inline`, `link` (its own page) or `none`. Inside frames `inline` by itself. */
  @property({ converter: { fromAttribute: (value) => DETAILS.find((known) => known === value?.trim()) } })
  detail: Detail | undefined;
  /** What is chosen at first, as in `q=soep&theme=eten&status=running`. */
  @property({ converter: trimmed }) filter: string | undefined;
  /** Keeps search, filters and the open enterprise in the address of the page. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  @state() private query: Query = { text: '', choices: {}, sort: 'feed' };
  @state() private shown = 24;
  @state() private openId: string | undefined;
  @state() private framed = false;

  protected readonly languages = languages;
  readonly #address = new DeepLink(this, 'gallery', (values) => {
    const { openId } = this;
    this.#arrive(values);
    // By the back button, wherever the visitor has the focus.
    if (this.openId === undefined) this.#closed(openId, this.matches(':focus-within'));
  });
  readonly #disclosure = new FacetDisclosure(this);
  readonly #selections = new Selections();
  #selection: Selection | undefined;
  /** Comes when a visitor shows the wish to open an enterprise. */
  readonly #detail = new LazyModule(this, () => withStyles(this, import('./detail/detail.js')));
  #dialog: ModalDialog | undefined;
  readonly #firstPaint = new BatchedRender(this);
  /** Cards of the first step. */
  #sight = FIRST_SIGHT;
  /** The cards that stand in the page. */
  #cards: readonly Enterprise[] = [];
  /** What the visitor did that the next update has to tell. */
  #done: 'filtered' | 'opened' | undefined;

  constructor() {
    super([enterprises, themes, editions, neighbourhoods]);
    this.awaits(this.#firstPaint);
    // The enterprise that the visitor opens.
    this.awaits(this.#detail, () => this.openId !== undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.framed = self !== top;
  }

  protected override listen(root: EventTarget): void {
    root.addEventListener('click', this.#onClick as EventListener);
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (changed.has('filter') || changed.has('sort') || changed.has('deepLink')) {
      const { openId } = this;
      this.#arrive(this.#address.read());
      this.openId ??= openId;
    }
    if (changed.has('pageSize')) this.shown = this.#page;
    if (this.#detail.module) this.#dialog ??= new this.#detail.module.ModalDialog(this, () => this.close());
    const { status } = this.feed;
    this.#selection = status.kind === 'ready' ? this.#select(status) : undefined;
    this.#cards = this.#cardsOf(this.#selection?.enterprises ?? []);
  }

  protected override rendered(): void {
    if (this.#selection)
      this.#firstPaint.rendered(this.#visible >= Math.min(this.#wanted, this.#selection.total));
    const opened = this.#opened;
    const { module: value } = this.#detail;
    if (opened) this.#detail.loadOnce();
    if (this.#dialog?.sync(this.#mode === 'dialog' && !!opened)) this.#focus('#detail-name');
    if (this.#done === 'filtered' && this.#selection) this.#tellFiltered(this.#selection);
    // Not before the visitor sees it.
    if (this.#done === 'opened' && opened && !value) return;
    if (this.#done === 'opened' && opened) this.dispatchEvent(new events.CealGalleryOpenedEvent(opened.id));
    this.#done = undefined;
  }

  /** Takes search, filters and order back to what they were at first. */
  clearFilters(): void {
    this.query = readQuery(new URLSearchParams(this.filter), this.sort);
    this.shown = this.#page;
    this.#writeAddress(false);
  }

  /** Opens an enterprise by its id, as `detail` says. */
  open(id: string): void {
    this.openId = id;
    this.#writeAddress(false);
  }

  /** Closes the enterprise that is open; the focus goes back to its card. */
  close(): void {
    const { openId } = this;
    if (openId === undefined) return;
    this.openId = undefined;
    if (!this.#address.stepBack()) this.#writeAddress(false);
    this.#closed(openId, true);
  }

  protected override isEmpty(document: FeedDocument): boolean {
    return document.list(enterprises).readUntil(1).values.length === 0;
  }

  protected override defaultHeading(): string {
    return this.t('heading');
  }

  get #page(): number {
    return Math.max(1, Math.floor(this.pageSize));
  }

  /** How many cards are to be shown. */
  get #wanted(): number {
    return this.printing ? PRINTED : this.shown;
  }

  /** How many of them are to be shown now. */
  get #visible(): number {
    const { isComplete: done, paintedBatches: steps } = this.#firstPaint;
    return this.printing || done ? this.#wanted : Math.min(this.shown, this.#sight * (1 + steps));
  }

  /** Behind those that may be shown the cards of before stay until their turn comes, so that nothing blinks. */
  #cardsOf(found: readonly Enterprise[]): readonly Enterprise[] {
    const now = found.slice(0, this.#visible);
    return [...now, ...this.#cards.slice(now.length)].slice(0, Math.min(this.#wanted, found.length));
  }

  get #mode(): Detail {
    return this.detail ?? (this.framed ? 'inline' : 'dialog');
  }

  get #isInPlace(): boolean {
    return this.#mode === 'inline' || this.#detail.failed;
  }

  get #opened(): Enterprise | undefined {
    return this.#selection?.catalogue.enterprises.find(({ id }) => id === this.openId);
  }

  /** Whether something is searched or filtered. */
  get #asks(): boolean {
    return this.query.text !== '' || Object.keys(this.query.choices).length > 0;
  }

  #select(status: ReadyStatus): Selection {
    const needsAll = this.#asks || this.query.sort !== 'feed' || this.openId !== undefined;
    if (needsAll || this.printing) this.feed.readAll();
    else status.document.list(enterprises).readUntil(this.#visible);
    const { complete } = this.feed.status as ReadyStatus;
    return this.#selections.select(status.document, complete, this.localeContext, this.query, this.facets);
  }

  /** What the address, or else the page, asks for. */
  #arrive(address: URLSearchParams): void {
    const start = address.size > 0 ? address : new URLSearchParams(this.filter);
    this.query = readQuery(start, this.sort);
    this.openId = address.get('open') ?? undefined;
    this.shown = this.#page;
  }

  #writeAddress(push: boolean): void {
    const params = writeQuery(this.query, this.sort);
    if (this.openId !== undefined) params.set('open', this.openId);
    if (push) this.#address.push(params);
    else this.#address.replace(params);
  }

  #ask(query: Partial<Query>, push: boolean): void {
    this.#closed(this.openId, false);
    this.openId = undefined;
    this.query = { ...this.query, ...query };
    this.shown = this.#page;
    this.#done = 'filtered';
    this.#writeAddress(push);
  }

  #tellFiltered({ total, choices }: Selection): void {
    announce(this.t('results', { n: total }));
    this.dispatchEvent(new events.CealGalleryFilteredEvent(this.query.text, choices, total));
  }

  #closed(id: string | undefined, takesFocus: boolean): void {
    if (id === undefined) return;
    if (takesFocus) void this.updateComplete.then(() => this.#focus(`#name-${CSS.escape(id)} .name-link`));
    this.dispatchEvent(new events.CealGalleryClosedEvent(id));
  }

  /** The focus goes where it is wanted, else to the count, if it would be lost. */
  #focus(selector: string): void {
    const root = this.shadowRoot!;
    const wanted = root.querySelector<HTMLElement>(selector);
    if (wanted || !root.activeElement) (wanted ?? root.querySelector<HTMLElement>('#count'))?.focus();
  }

  readonly #onSearch = (text: string) => {
    this.#firstPaint.restart();
    this.#sight = WHILE_TYPING;
    this.#ask({ text }, false);
  };

  /** Folding a large feed takes time: it starts when a visitor shows the wish to search, in small bites. */
  readonly #onSearchFocus = () => {
    this.feed.readAll();
    this.#selections.prepareSearch();
  };

  readonly #onToggle = (facet: FacetKey, value: string) =>
    this.#ask({ choices: toggled(this.#selection!.choices, facet, value) }, true);

  readonly #onRemove = (query: Partial<Query>) => {
    this.#ask(query, true);
    // The chip that had the focus is gone; what it changed is told by the count.
    void this.updateComplete.then(() => this.#focus('#count'));
  };

  readonly #onSort = (sort: Sort) => this.#ask({ sort }, true);

  readonly #onShowMore = () => {
    const first = this.shown;
    this.shown += this.#page;
    void this.updateComplete.then(() => {
      const card = this.renderRoot.querySelectorAll('.card')[first];
      (card?.querySelector<HTMLElement>('.name-link') ?? card?.querySelector<HTMLElement>('.name'))?.focus();
    });
  };

  readonly #onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest('.name-link');
    const id = link?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id === undefined || !isPlainClick(event)) return;
    const refused = !this.dispatchEvent(new events.CealGalleryOpenEvent(id));
    const opens = this.#mode !== 'link';
    if (refused || opens) event.preventDefault();
    if (refused || !opens) return;
    if (this.#mode === 'inline' && this.openId === id) return this.close();
    this.#show(id, true);
    void this.updateComplete.then(() => this.#isInPlace && this.#focus('#detail-name'));
  };

  readonly #onGo = (enterprise: Enterprise) => {
    const root = this.shadowRoot!;
    // Whoever walks on and on wants to stay at the button.
    const walks = this.#mode === 'dialog' && root.activeElement?.closest('.walk');
    this.#show(enterprise.id, false);
    void this.updateComplete.then(() => {
      root.querySelector('dialog')?.scrollTo(0, 0);
      if (walks) announce(root.querySelector('#detail-name')?.textContent ?? '');
      else this.#focus('#detail-name');
    });
  };

  #show(id: string, push: boolean): void {
    this.#detail.load();
    this.openId = id;
    this.#done = 'opened';
    this.requestUpdate();
    this.#writeAddress(push);
  }

  protected override renderReady(): TemplateResult {
    const selection = this.#selection!;
    return html`
      ${this.#renderControls(selection)} ${this.#renderList(selection)}
      ${this.#mode === 'dialog' ? this.#dialog?.render('detail-name', this.#renderOpened(selection)) : nothing}
    `;
  }

  /** The cards come first, and the controls a frame later; not where they have to tell what is active. */
  #renderControls(selection: Selection): TemplateResult {
    const { facets } = selection;
    if (!this.#firstPaint.hasPainted && !this.#asks) return emptyControls(this.search, facets.length);
    return controls({
      t: this.t,
      localeContext: this.localeContext,
      catalogue: selection.catalogue,
      query: { ...this.query, choices: selection.choices },
      facets,
      searchable: this.search,
      count: selection.complete ? selection.total : undefined,
      disclosure: this.#disclosure,
      onSearch: this.#onSearch,
      onSearchFocus: this.#onSearchFocus,
      onToggle: this.#onToggle,
      onRemove: this.#onRemove,
      onSort: this.#onSort,
    });
  }

  #renderList(selection: Selection): TemplateResult {
    const { total, complete } = selection;
    return list({
      t: this.t,
      visible: this.#cards,
      placeholderCount: Math.min(this.#wanted, total) - this.#cards.length,
      total,
      page: this.#page,
      printing: this.printing,
      complete,
      card: this.#cardView(selection),
      // Without the code of the dialog, what is wrong is said in place.
      opened: this.#isInPlace ? this.#renderOpened(selection) : undefined,
      onApproach: this.#detail.load,
      onShowMore: this.#onShowMore,
    });
  }

  #cardView({ catalogue }: Selection): CardView {
    return {
      catalogue,
      pictures: this.#pictures,
      t: this.t,
      words: searchWords(this.query.text),
      headingLevel: this.headingLevel + 1,
      whole: this.printing,
      detail: this.#mode,
      openId: this.openId,
      hrefTo: (id) => this.#address.hrefTo(id),
    };
  }

  get #pictures(): PictureView {
    return { localeContext: this.localeContext, policy: this.picturePolicy, missing: this.missingPictures };
  }

  #renderOpened(selection: Selection): TemplateResult | undefined {
    const enterprise = this.#opened;
    const { module: value, failed } = this.#detail;
    if (!enterprise) return undefined;
    if (failed) return notLoaded(this.t, () => this.close());
    return value?.detail({
      enterprise,
      catalogue: selection.catalogue,
      selection: selection.enterprises,
      pictures: this.#pictures,
      t: this.translatorFor(value.languages),
      headingLevel: this.headingLevel + 1,
      onClose: () => this.close(),
      onGo: this.#onGo,
    });
  }

  protected override renderSkeleton(): TemplateResult {
    return html`${emptyControls(this.search, this.facets.length)}${emptyList(this.#page)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-enterprise-gallery': CealEnterpriseGallery;
  }
}
