import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../element/property.js';
import { announce, WHILE_TYPING } from '../element/announcer.js';
import { amount, choice, flag, flagOn, trimmed, wordListOr } from '../element/attributes.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { toggled } from '../element/filters/facets.js';
import { focusWhenUpdated } from '../element/focus.js';
import { BatchedRender } from '../element/controllers/batched-render.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { emptyShapes } from '../element/views/states.js';
import { CealWidget, type ReadyStatus } from '../element/widget.js';
import type { FeedDocument } from '../feed/document.js';
import { DETAILS, type CardView, type Detail } from './card.js';
import { cardsInSight, NO_CARDS, type CardLimits, type CardsInSight } from './cards-in-sight.js';
import { GALLERY_SECTIONS, readerOf, SORTS, type Sort } from './catalogue.js';
import type { Announced } from './controls/controls.js';
import { emptyControls, failedControls, loadControls } from './controls/load-controls.js';
import { DetailController, type HistoryStep } from './detail-controller.js';
import { styles } from './enterprise-gallery.styles.js';
import * as events from './events.js';
import { GALLERY_FACETS, isInCatalogue } from './facets.js';
import { emptyList, FIRST_BATCH, firstRowLength, focusCard, list, notLoaded, TYPING_BATCH } from './list.js';
import { languages, type GalleryMessages } from './locales/index.js';
import type { PictureView } from './picture.js';
import { isNarrowed, MAX_CARDS, readQuery, readShown, writeQuery, type Query } from './query.js';
import { MAX_READING_MS, SelectionCache, type Selection } from './selection.js';

export * from '../element/feed/events.js';
export * from './events.js';

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

  /** Shows a search field; `search="false"` takes it away. */
  @property({ converter: flagOn }) search = true;
  /** The facets to offer, in this order: `theme`, `status`, `edition`, `neighbourhood`. Empty for none. */
  @property({ converter: wordListOr(GALLERY_FACETS) }) facets: readonly string[] = GALLERY_FACETS;
  /** The order at first: `feed`, `name` or `newest`. */
  @property({ converter: choice(SORTS) }) sort: Sort = 'feed';
  /** Cards at first, and with each "show more". */
  @property({ attribute: 'page-size', converter: amount(24) }) pageSize = 24;
  /** `auto` follows the width of the widget; `grid` and `list` do not. */
  @property({ converter: choice(['auto', 'grid', 'list']) }) layout: 'auto' | 'grid' | 'list' = 'auto';
  /** Place where an enterprise opens: `dialog`, `inline`, `link` (its own page) or `none`. Inside frames `inline` by itself. */
  @property({ converter: { fromAttribute: (value) => DETAILS.filter((it) => it === value?.trim())[0] } })
  detail: Detail | undefined;
  /** Search and filters at first, as in `q=soep&theme=eten&status=running`. */
  @property({ converter: trimmed }) filter: string | undefined;
  /** Keeps search, filters, the number of cards and the open enterprise in the address. Several galleries need an `id` each. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  @state() private query: Query = { text: '', choices: {}, sort: 'feed' };
  /** Number of cards that the visitor has asked to see. */
  @state() private pageLimit = 24;

  protected readonly languages = languages;
  readonly #urlState = new DeepLink(this, this.feed, {
    name: 'gallery',
    keys: ['open'],
    knows: (key, value) => isInCatalogue(this.#selection!.catalogue, key, value),
    find: () => this.#detail.element,
    onNavigate: (params) => {
      this.#restoreFromUrl(params);
      // The back button closes an enterprise wherever the visitor has the focus.
      if (!params.has('open')) this.#detail.close({ restoreFocus: this.matches(':focus-within') });
    },
    onGiveUp: () => this.#detail.forgetUnknown(),
  });
  readonly #detail = new DetailController(this, (step) => this.#writeUrl(step));
  readonly #selections = new SelectionCache(this);
  readonly #batches = new BatchedRender(this, { size: FIRST_BATCH });
  /** Search, filters and order; loaded once the first cards are painted, or where they have to tell what is active. */
  readonly #controls = new LazyModule(this, () => loadControls(this));
  /** Code that lets a visitor come back to their place; comes once they have asked for more than is shown at first. */
  readonly #returning = new LazyModule(this, () => import('./return-place.js'));
  #selection: Selection | undefined;
  /** The announcement that is due once the whole feed has been looked through. */
  #dueAnnouncement: Announced | undefined;
  #inSight = NO_CARDS;

  constructor() {
    super(GALLERY_SECTIONS);
    const sources = [this.#urlState, this.#batches, this.#controls, this.#detail, this.#selections];
    for (const source of sources) this.awaits(source);
  }

  protected override listen(root: EventTarget): void {
    root.addEventListener('click', this.#detail.onClick as EventListener);
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (changed.has('filter') || changed.has('sort') || changed.has('deepLink'))
      this.#restoreFromUrl(this.#urlState.read());
    if (changed.has('pageSize') && this.hasUpdated) this.pageLimit = this.#cardsPerPage;
    const selection = (this.#selection = this.feed.ready && this.#select(this.feed.ready));
    this.#inSight = selection ? this.#cardsOf(selection) : NO_CARDS;
    if (selection && (this.#batches.hasPainted || isNarrowed(this.query))) this.#controls.loadOnce();
    const isOpen = ({ id }: { readonly id: string }) => id === this.#detail.openId;
    [this.#detail.enterprise] = selection?.catalogue.enterprises.filter(isOpen) ?? [];
  }

  /** Tells the outcome of a search or filter once the whole feed has been looked through. */
  protected override rendered(): void {
    if (this.#selection?.complete) this.#detail.closeIfGone();
    if (this.deepLink && this.#selection && this.pageLimit > this.#cardsPerPage) {
      this.#returning.loadOnce();
      this.#returning.module?.keepPlace(this);
    }
    const due = this.#dueAnnouncement;
    if (!due || !this.#selection?.complete) return;
    this.#dueAnnouncement = undefined;
    const { total, choices } = this.#selection;
    const text = this.#controls.module?.announcedText(due, total, this.query, this.t);
    announce(text ?? '', this.t.language, due === 'typed' ? WHILE_TYPING : undefined);
    this.dispatchEvent(new events.CealGalleryFilteredEvent(this.query.text, choices, total));
  }

  /** Takes search, filters and order back to what they were at first. */
  clearFilters(): void {
    this.#readParams(new URLSearchParams(this.filter));
    this.#writeUrl();
  }

  /** Opens an enterprise by its id, as `detail` says. */
  open(id: string): void {
    this.#detail.openId = id;
    this.#writeUrl();
  }

  /** Closes the enterprise that is open; the focus goes back to its card. */
  close(): void {
    this.#detail.close({ restoreFocus: true, step: 'back' });
  }

  /** The first cards do not wait for others. */
  protected override isWaitingFor(document: FeedDocument): boolean {
    const { isWaiting, values } = readerOf(document).readAtLeast(FIRST_BATCH);
    return document.isHeadWaiting || (isWaiting && (values.length === 0 || this.feed.ready !== undefined));
  }

  protected override isEmpty(document: FeedDocument): boolean {
    const { isWaiting, values } = readerOf(document).readAtLeast(1);
    return !isWaiting && values.length === 0;
  }

  protected override defaultHeading(): string {
    return this.t('heading');
  }

  protected override loadedText(): string {
    return this.t('results', { n: this.#selection!.total });
  }

  get #cardsPerPage(): number {
    return Math.max(1, Math.floor(this.pageSize));
  }

  /** Numbers of cards for this update, of `total` enterprises. */
  #limitsOf(total: number): CardLimits {
    const target = Math.min(this.printing ? MAX_CARDS : this.pageLimit, total);
    return { batch: this.printing ? target : this.#batches.limit(target), target, total };
  }

  #cardsOf({ enterprises, total, isWaiting }: Selection): CardsInSight {
    if (isWaiting && this.#inSight.visible[0]) return this.#inSight;
    // In another order than the feed's, what is still to come has no place.
    const isInOrder = this.query.sort === 'feed' && !isNarrowed(this.query);
    const gaps = isInOrder ? readerOf(this.feed.ready!.document).gaps : [];
    return cardsInSight(enterprises, gaps, this.#limitsOf(total), this.#inSight);
  }

  /** Reads no more of the feed than the selection needs, so that the first cards need not wait for the last. */
  #select({ document }: ReadyStatus): Selection {
    const { query, localeContext, facets } = this;
    const list = readerOf(document);
    if (query.sort !== 'feed' || this.printing || this.#detail.openId !== undefined) this.feed.readAll();
    else if (isNarrowed(query)) this.feed.readAll(MAX_READING_MS);
    else list.readAtLeast(this.#limitsOf(list.size).batch);
    // Reading may have come to the end of the feed just now.
    const complete = this.feed.ready!.complete;
    return this.#selections.get({ document, complete, localeContext, query, facets });
  }

  #readParams(params: URLSearchParams): void {
    this.query = readQuery(params, this.sort);
    this.pageLimit = Math.max(this.#cardsPerPage, readShown(params));
  }

  /** Takes over what the address, or else the page, asks for. What is open stays so if the address names nothing. */
  #restoreFromUrl(params: URLSearchParams): void {
    this.#readParams(params.size > 0 ? params : new URLSearchParams(this.filter));
    const openId = params.get('open');
    if (openId !== null) this.#detail.openId = openId;
  }

  #writeUrl(step: HistoryStep = 'replace'): void {
    if (step === 'back' && this.#urlState.stepBack()) return;
    const params = writeQuery(this.query, this.sort);
    const { openId } = this.#detail;
    if (openId !== undefined) params.set('open', openId);
    if (this.pageLimit > this.#cardsPerPage) params.set('shown', String(this.pageLimit));
    this.#urlState.write(params, { push: step === 'push' });
  }

  /** Searches, filters or sorts for the visitor, and tells the page and voices what that gives. */
  #applyQuery(query: Partial<Query>, announced: Announced, step: HistoryStep = 'push'): void {
    this.#detail.close({ restoreFocus: false });
    this.query = { ...this.query, ...query };
    this.pageLimit = this.#cardsPerPage;
    this.#writeUrl(step);
    this.#dueAnnouncement = announced;
  }

  readonly #onSearch = (text: string) => {
    this.#batches.restart({ size: TYPING_BATCH });
    this.#applyQuery({ text }, 'typed', 'replace');
  };

  readonly #onRemove = (query: Partial<Query>) => {
    this.#applyQuery(query, 'none');
    // The chip that had the focus is gone; what it changed is told by the count.
    void focusWhenUpdated(this, '#count');
  };

  readonly #onShowMore = () => {
    const first = this.pageLimit;
    this.pageLimit += this.#cardsPerPage;
    this.#writeUrl();
    void this.updateComplete.then(() => focusCard(this.renderRoot, first));
  };

  protected override renderReady(): TemplateResult {
    const selection = this.#selection!;
    // Chips that came later would move the cards.
    if (isNarrowed(this.query) && this.#controls.pending) return emptyShapes(this.renderSkeleton());
    return html`
      ${this.#urlState.renderMissing((words) => this.translatorFor(words))} ${this.#renderControls(selection)}
      ${this.#renderList(selection)} ${this.#detail.renderDialog(this.#renderOpened(selection))}
    `;
  }

  #renderControls(selection: Selection): TemplateResult {
    const { module, failed } = this.#controls;
    if (failed) return failedControls(this.t, this, this.#controls);
    if (!module) return emptyControls(this.search, selection.facets.length);
    return module.draw({
      t: this.t,
      localeContext: this.localeContext,
      selection,
      name: this.name,
      query: this.query,
      searchable: this.search,
      printing: this.printing,
      onSearch: this.#onSearch,
      onSearchFocus: () => this.#selections.prepareSearch(),
      onToggle: (facet, value) =>
        this.#applyQuery({ choices: toggled(selection.choices, facet, value) }, 'count'),
      onRemove: this.#onRemove,
      onSort: (sort) => this.#applyQuery({ sort }, 'order'),
    });
  }

  #renderList(selection: Selection): TemplateResult {
    return list({
      ...selection,
      ...this.#inSight,
      pageSize: this.#cardsPerPage,
      layout: this.layout,
      printing: this.printing,
      firstRow: firstRowLength(this),
      card: this.#cardView(selection),
      // A failure to load the code of the dialog is told in place, and a dialog has no place on paper.
      opened: this.#detail.isInPlace || this.printing ? this.#renderOpened(selection) : undefined,
      closedId: this.#detail.closedId,
      onApproach: this.#detail.code.loadOnce,
      onShowMore: this.#onShowMore,
    });
  }

  #cardView({ catalogue }: Selection): CardView {
    return {
      catalogue,
      pictures: this.#pictures,
      t: this.t,
      highlighted: this.#selections.highlighter(this.query.text),
      headingLevel: this.headingLevel + 1,
      whole: this.printing,
      detail: this.#detail.mode,
      openId: this.#detail.openId,
      hrefTo: (id) => this.#urlState.hrefTo(id),
    };
  }

  get #pictures(): PictureView {
    return { localeContext: this.localeContext, policy: this.picturePolicy, missing: this.missingPictures };
  }

  #renderOpened(selection: Selection): TemplateResult | undefined {
    const { enterprise, code } = this.#detail;
    if (!enterprise) return undefined;
    if (code.failed) return notLoaded(this.t, () => this.close());
    return code.module?.detail({
      enterprise,
      catalogue: selection.catalogue,
      selection: selection.enterprises,
      pictures: this.#pictures,
      t: this.translatorFor(code.module.languages),
      headingLevel: this.headingLevel + 1,
      onClose: () => this.close(),
      onGo: (other) => void code.module?.walkTo(this.#detail, other),
    });
  }

  protected override renderSkeleton(): TemplateResult {
    return html`${emptyControls(this.search, this.facets.length)}${emptyList(this.layout, this.pageLimit, this.#cardsPerPage)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-enterprise-gallery': CealEnterpriseGallery;
  }
}
