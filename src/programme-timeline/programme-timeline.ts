import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../element/property.js';
import { withStyles } from '../element/adopted-styles.js';
import { announce } from '../element/announcer.js';
import { choice, flag, flagOn, trimmed, wordList } from '../element/attributes.js';
import { toggled } from '../element/filters/facets.js';
import { failedControls } from '../element/filters/empty-filters.js';
import { focusHeading } from '../element/focus.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { emptyShapes, failedState } from '../element/views/states.js';
import { CealWidget, type ReadyStatus } from '../element/widget.js';
import type { FeedDocument } from '../feed/document.js';
import type { Section } from '../feed/section.js';
import { editions } from '../feed/sections/editions.js';
import { history } from '../feed/sections/history.js';
import { pillars } from '../feed/sections/labels.js';
import { parts } from '../feed/sections/programme.js';
import { sessions } from '../feed/sections/sessions.js';
import { calendarAddress, calendarUrlOf } from './calendar-address.js';
import { ClockController } from './clock-controller.js';
import { CalendarDownload } from './download/calendar-download.js';
import * as events from './events.js';
import { SCOPE_PROPERTIES, scopeOf, type TimelineChoices, type Scope } from './facets.js';
import { InViewController } from './in-view-controller.js';
import { languages, type TimelineMessages } from './locales/index.js';
import { outcomeText } from './outcome-text.js';
import { adjacentPage } from './paging.js';
import { styles } from './programme-timeline.styles.js';
import { programmeView } from './programme-view.js';
import { isFindingSpans } from './programme.js';
import { ScheduleCache, type Schedule } from './schedule.js';
import { skeleton } from './skeleton.js';
import { SteppedEditions } from './stepped-editions.js';
import { TimelineUrl } from './timeline-url.js';
import {
  findPosition,
  INITIAL_VIEW_STATE,
  isInProgramme,
  presentPosition,
  withReached,
  withToggled,
  type PagedEdition,
  type SessionPosition,
  type ViewState,
} from './visible-editions.js';

export * from '../element/feed/events.js';
export * from './events.js';

/**
 * The programme of a feed as time goes: editions, parts, weeks and sessions, with what was, is and comes; or the history
 * around it.
 *
 * @summary A timeline of a programme and its sessions.
 * @csspart controls - The filters together.
 * @csspart facets - All facets together.
 * @csspart facet - One facet: its button and its options.
 * @csspart chips - The active filters.
 * @csspart chip - One active filter, to be taken away.
 * @csspart count - How many sessions there are.
 * @csspart edition - One edition.
 * @csspart part - One part of an edition.
 * @csspart year - One year of the history.
 * @csspart list - A list of sessions or events.
 * @csspart session - One session or event.
 * @csspart date - When a session is.
 * @csspart title - What a session is called.
 * @csspart state-word - What must be known before the title: now, next, cancelled, moved.
 * @csspart facts - Kind and pillars of a session; dates, place and status of an edition.
 * @csspart place - Where a session is.
 * @csspart moved - When and where a moved session was before.
 * @csspart now - The line of the present.
 * @csspart zone-note - That a visitor's clock shows another time.
 * @csspart pillars - The pillars with their marks.
 * @csspart subscription - The address to subscribe to.
 * @csspart calendar-note - The words about a calendar file, behind the button that gave it.
 * @csspart overview - The strip of time above the sessions of an edition.
 * @csspart sources - The sources of an event.
 * @fires {CealTimelineFilteredEvent} ceal-timeline-filtered - The visitor has filtered the programme.
 * @fires {CealTimelineDownloadEvent} ceal-timeline-download - The visitor wants a calendar file; can be refused.
 * @fires {CealTimelineDownloadedEvent} ceal-timeline-downloaded - A calendar file was handed to the browser, which may still refuse it.
 */
export class CealProgrammeTimeline extends CealWidget<TimelineMessages> {
  static override styles = [...CealWidget.baseStyles, styles];

  /** `programme` shows the sessions, `history` the dated events around the programme. */
  @property({ converter: choice(['programme', 'history']) }) view: 'programme' | 'history' = 'programme';
  /** The ids of the editions to show, between spaces; none given shows all. */
  @property({ converter: wordList }) edition: readonly string[] = [];
  /** The ids of the parts to show. */
  @property({ attribute: 'programme-part', converter: wordList }) programmePart: readonly string[] = [];
  /** The ids of the pillars to show. */
  @property({ converter: wordList }) pillar: readonly string[] = [];
  /** The kinds of session to show, as in `field studio`. */
  @property({ converter: wordList }) kind: readonly string[] = [];
  /** The first day to show: a date of the feed's notation, such as `2027-09` or `2027-09-09`. */
  @property({ converter: trimmed }) from: string | undefined;
  /** The last day to show. */
  @property({ converter: trimmed }) to: string | undefined;
  /** `horizontal` has an overview above the sessions, `vertical` has none; `auto` where there is room. */
  @property({ converter: choice(['auto', 'vertical', 'horizontal']) })
  layout: 'auto' | 'vertical' | 'horizontal' = 'auto';
  /** Keeps what is over out of sight, until a visitor asks for it. */
  @property({ attribute: 'collapse-past', converter: flag }) collapsePast = false;
  /** Offers calendar files of sessions; `calendar="false"` does not. */
  @property({ converter: flagOn }) calendar = true;
  /** The address of a calendar file of the programme, made in Node, that visitors can subscribe to. */
  @property({ attribute: 'calendar-src', converter: calendarAddress }) calendarSrc: string | undefined;
  /** Tells search engines of the programme: JSON-LD in a script in the head of the page. Made-up examples stay out. */
  @property({ attribute: 'structured-data', converter: flag }) structuredData = false;
  /** Keeps the filters in the address; `#ceal-timeline.session=ID` leads to that session. Several timelines need an `id` each: `#ceal-timeline-ID.session=…`. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  /** Filters of the visitor. */
  @state() private choices: TimelineChoices = {};
  /** Editions that the visitor opened and closed, and sessions asked for. */
  @state() private viewState: ViewState = INITIAL_VIEW_STATE;

  protected readonly languages = languages;
  readonly #url = new TimelineUrl(
    this,
    this.feed,
    {
      knows: (key, value) => isInProgramme(key, value, this.#schedule, this.#editions.paged),
      find: () => this.#titleOf(this.#linkedPosition),
    },
    (choices) => (this.choices = choices),
  );
  readonly #translatorFor = this.translatorFor.bind(this);
  readonly #schedules = new ScheduleCache();
  readonly #editions = new SteppedEditions(this);
  #scope: Scope = { choices: {} };
  #schedule: Schedule | undefined;
  readonly #download = new CalendarDownload(this, () => this.#publication);
  /** Filters and count; loaded once the first sessions are painted, or where they have to tell what is active. */
  readonly #controls = new LazyModule(this, () =>
    withStyles(this, import('./controls/controls.js')).then(({ createControls }) => createControls(this)),
  );
  /** Loaded when an overview comes near the viewport. Each is drawn only then: of many, all at once take long. */
  readonly #overview = new LazyModule(this, () => withStyles(this, import('./overview/overview.js')));
  /** The editions whose overview has been near, by id. */
  readonly #nearOverviews = new Set<string>();
  /** Loaded when the page asks for it, as are the data for search engines. */
  readonly #history = new LazyModule(this, () => withStyles(this, import('./history/history-view.js')));
  readonly #structuredData = new LazyModule(this, () => import('./structured-data/put-structured-data.js'));

  constructor() {
    super([sessions, editions, parts, pillars, history]);
    for (const source of [this.#url.link, this.#editions, this.#controls, this.#history]) this.awaits(source);
    new ClockController(this, () => Math.min(...this.#editions.paged.map(({ progress }) => progress.until)));
    new InViewController(this, '.overview', (element) => this.#onOverviewNear(element as HTMLElement));
  }

  protected override listen(root: EventTarget): void {
    this.#download.listen(root);
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (SCOPE_PROPERTIES.some((name) => changed.has(name))) this.#scope = scopeOf(this);
    if (changed.has('deepLink')) this.choices = this.#url.read();
    if (this.view === 'history') this.#history.loadOnce();
    if (this.printing) this.feed.readAll();
    const { ready } = this.feed;
    this.#schedule =
      ready && this.view === 'programme'
        ? this.#schedules.get(ready.document, this.#scope, this.choices, this.now)
        : undefined;
    this.#page();
    const target = this.#linkedPosition;
    if (target) {
      this.viewState = withReached(this.viewState, target);
      this.#page();
    }
    // An address may lead to any session.
    this.#editions.step(this.printing || target !== undefined);
    if (this.#schedule && (this.#editions.hasPainted || this.#schedule.isFiltered)) this.#controls.loadOnce();
  }

  protected override rendered(): void {
    if (this.structuredData) this.#structuredData.loadOnce();
    const data = this.structuredData ? this.#publication : undefined;
    this.#structuredData.module?.putStructuredData(this, data);
  }

  /** Takes the visitor's filters away. */
  clearFilters(): void {
    this.choices = {};
    this.#url.write(this.choices, { push: false });
  }

  protected override isWaitingFor(document: FeedDocument, deadline: number): boolean | undefined {
    const isWaiting = super.isWaitingFor(document, deadline);
    if (isWaiting !== false) return isWaiting;
    return isFindingSpans(document.reader(sessions).values, deadline) ? undefined : false;
  }

  protected override get wholeSections(): readonly Section<unknown>[] {
    return this.view === 'history' ? [history] : [sessions, editions, parts, pillars];
  }

  protected override isEmpty(document: FeedDocument): boolean {
    if (this.view === 'history') return document.read(history).values.length === 0;
    return (
      document.reader(sessions).readAtLeast(1).values.length === 0 &&
      document.read(editions).values.length === 0
    );
  }

  protected override defaultHeading(): string {
    return this.t(this.view === 'history' ? 'historyHeading' : 'heading');
  }

  protected override loadedText(): string {
    return this.#schedule ? outcomeText(this.#schedule.count, this.t) : super.loadedText();
  }

  #onOverviewNear({ dataset }: HTMLElement): void {
    this.#nearOverviews.add(dataset['edition']!);
    this.#overview.loadOnce();
    this.requestUpdate();
  }

  #page(): void {
    const { now, collapsePast, printing } = this;
    this.#editions.page(this.#schedule, this.viewState, { now, collapsePast, printing });
  }

  /** Data for calendar files and search engines; `undefined` while no programme is shown. */
  get #publication() {
    const { ready } = this.feed;
    if (!ready || !this.#schedule) return undefined;
    const { t, localeContext } = this;
    const hrefOf = this.deepLink ? this.#url.hrefTo : undefined;
    const translatorFor = this.#translatorFor;
    return { document: ready.document, schedule: this.#schedule, t, localeContext, hrefOf, translatorFor };
  }

  /** The session that the address leads to and that is still to be brought into sight. */
  get #linkedPosition(): SessionPosition | undefined {
    const { arriving } = this.#url.link;
    return arriving && findPosition(this.#editions.paged, arriving);
  }

  /** `announces`: tells the count, where nothing else does. */
  async #filter(choices: TimelineChoices, announces = true): Promise<void> {
    this.choices = choices;
    this.viewState = { ...this.viewState, extents: new Map() };
    this.#url.write(choices, { push: true });
    await this.updateComplete;
    // A later filter has its own event.
    if (!this.#schedule || this.choices !== choices) return;
    const { count } = this.#schedule;
    announce(announces ? outcomeText(count, this.t) : '', this.t.language);
    this.dispatchEvent(new events.CealTimelineFilteredEvent(choices, count));
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #titleOf(position: SessionPosition | undefined): HTMLElement | null {
    const id = CSS.escape(position?.edition.schedule.entries[position.index]?.session.id ?? '');
    return this.renderRoot.querySelector<HTMLElement>(`#session-${id} > *`);
  }

  /** Brings a session in sight, and the focus to it or to another one of its edition. */
  async #goTo({ edition: { schedule }, index }: SessionPosition, focused = index): Promise<void> {
    const [edition] = this.#editions.paged.filter((current) => current.schedule === schedule);
    if (!edition) return;
    this.viewState = withReached(this.viewState, { edition, index });
    await this.updateComplete;
    focusHeading(this.#titleOf({ edition, index: focused }));
  }

  async #goToPresent(): Promise<void> {
    const position = presentPosition(this.#editions.paged);
    if (!position) return;
    await this.#goTo(position);
    // The line of the present comes before the session it leads to.
    if (position.isNow) this.#focus(`#now-${CSS.escape(position.edition.schedule.id)}`);
  }

  #showMore(edition: PagedEdition, where: 'before' | 'after'): Promise<void> {
    const { from, to } = adjacentPage(where, edition.page, edition.schedule.entries.length);
    return this.#goTo({ edition, index: where === 'before' ? from : to - 1 }, from);
  }

  async #removeChips(choices: TimelineChoices): Promise<void> {
    await this.#filter(choices, false);
    // The chip that had the focus is gone; the count says what the removal changed, and is read for the focus on it.
    this.#focus('#count');
  }

  protected override renderReady({ document }: ReadyStatus): TemplateResult {
    if (!this.#schedule) return this.#renderHistory(document);
    // Chips that came later would move the sessions.
    if (this.#schedule.isFiltered && this.#controls.pending) return emptyShapes(this.renderSkeleton());
    return html`${this.#url.link.renderMissing(this.#translatorFor)}${this.#renderProgramme(this.#schedule)}`;
  }

  #renderProgramme(schedule: Schedule): TemplateResult {
    const { t, localeContext, printing, calendar } = this;
    return programmeView({
      t,
      translatorFor: this.#translatorFor,
      localeContext,
      schedule,
      name: this.name,
      editions: this.#editions.visible,
      paged: this.#editions.paged,
      headingLevel: this.headingLevel + 1,
      now: this.now,
      printing,
      calendar,
      calendarUrl: calendarUrlOf(this),
      drawControls: this.#controls.module,
      controlsFailure: this.#controls.failed ? failedControls(t, this, this.#controls) : undefined,
      isComplete: this.#editions.isComplete,
      layout: this.layout,
      drawOverview: this.#overview.module?.overview,
      nearOverviews: this.#nearOverviews,
      onFacetToggle: (facet, value) => void this.#filter(toggled(this.choices, facet, value)),
      onChipRemove: (choices) => void this.#removeChips(choices),
      onJump: () => void this.#goToPresent(),
      onEditionToggle: ({ schedule: { id }, open }) =>
        (this.viewState = withToggled(this.viewState, id, !open)),
      onMore: (edition, where) => void this.#showMore(edition, where),
      onGo: (position) => void this.#goTo(position),
    });
  }

  #renderHistory(document: FeedDocument): TemplateResult {
    const { t, localeContext } = this;
    const { module, failed } = this.#history;
    if (!module) return failed || this.printing ? failedState(t) : emptyShapes(this.renderSkeleton());
    const own = this.#translatorFor(module.languages);
    const events = document.read(history).values;
    return module.historyList({ events, t, own, localeContext, headingLevel: this.headingLevel + 1 });
  }

  protected override renderSkeleton(): TemplateResult {
    return skeleton(this.view === 'programme');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-programme-timeline': CealProgrammeTimeline;
  }
}
