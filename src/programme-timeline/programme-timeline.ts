import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { withStyles } from '../element/adopted-styles.js';
import { announce } from '../element/announcer.js';
import { choice, flag, flagOn, trimmed, wordList } from '../element/attributes.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { FacetDisclosure } from '../element/filters/disclosure.js';
import { readChoices, toggled, writeChoices } from '../element/filters/facets.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { BatchedRender } from '../element/controllers/batched-render.js';
import { isPlainClick } from '../element/plain-click.js';
import { CealWidget } from '../element/widget.js';
import type { FeedDocument } from '../feed/document.js';
import { safeUrl } from '../feed/fields.js';
import { editions } from '../feed/sections/editions.js';
import { history } from '../feed/sections/history.js';
import { pillars } from '../feed/sections/labels.js';
import { parts } from '../feed/sections/programme.js';
import { sessions } from '../feed/sections/sessions.js';
import { controls } from './controls.js';
import { editionSection } from './edition.js';
import type { EditionView, ToAdd } from './edition-view.js';
import * as events from './events.js';
import { FACETS, type Choices, type FacetKey, type Scope } from './facets.js';
import { historyList } from './history-view.js';
import { languages, type TimelineMessages } from './locales/index.js';
import { isElsewhere } from '../dates/amsterdam.js';
import { ClockController } from './clock-controller.js';
import { datedParts, spanOf } from './overview/span.js';
import { PAGE } from './paging.js';
import { nextChange } from './phase.js';
import { pillarList } from './pillars-view.js';
import { styles } from './programme-timeline.styles.js';
import { Schedules, type Schedule } from './schedule.js';
import {
  NOTHING_ASKED,
  presentSpot,
  shownOf,
  spotOf,
  withReached,
  withToggled,
  type Shown,
  type Sightings,
  type Spot,
} from './shown.js';
import { InViewController } from './in-view-controller.js';
import { emptyControls, skeleton } from './skeleton.js';

export * from './events.js';

/** Sessions that come first: more than a window shows. The rest follows when these are painted. */
const FIRST_SIGHT = 8;

/** What narrows the timeline before any visitor does. */
const SCOPE = ['edition', 'programmePart', 'pillar', 'kind', 'from', 'to'] as const;

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
 * @csspart overview - The strip of time above the sessions of an edition.
 * @csspart sources - The sources of an event.
 * @fires {CealTimelineFilteredEvent} ceal-timeline-filtered - The visitor has filtered the programme.
 * @fires {CealTimelineDownloadEvent} ceal-timeline-download - The visitor wants a calendar file; can be refused.
 * @fires {CealTimelineDownloadedEvent} ceal-timeline-downloaded - The visitor has got a calendar file.
 */
export class CealProgrammeTimeline extends CealWidget<TimelineMessages> {
  static override styles = [...CealWidget.baseStyles, styles];

  /** `programme` shows the sessions, `history` the dated events around the programme. */
  @property({ converter: choice(['programme', 'history'], 'programme') }) view: 'programme' | 'history' =
    'programme';
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
  @property({ converter: choice(['auto', 'vertical', 'horizontal'], 'auto'), reflect: true })
  layout: 'auto' | 'vertical' | 'horizontal' = 'auto';
  /** Keeps what is over out of sight, until a visitor asks for it. */
  @property({ attribute: 'collapse-past', converter: flag }) collapsePast = false;
  /** Offers calendar files of sessions; `calendar="false"` does not. */
  @property({ converter: flagOn }) calendar = true;
  /** The address of a calendar file of the programme, made in Node, that visitors can subscribe to. */
  @property({ attribute: 'calendar-src', converter: trimmed }) calendarSrc: string | undefined;
  /** Tells search engines of the programme: JSON-LD in a script inside this element. Made-up examples stay out. */
  @property({ attribute: 'structured-data', converter: flag }) structuredData = false;
  /** Keeps the filters in the address of the page, and gives sessions and weeks an address. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  /** What the visitor has filtered. */
  @state() private choices: Choices = {};
  /** What the visitor has opened, closed and asked more of. */
  @state() private sightings: Sightings = NOTHING_ASKED;

  protected readonly languages = languages;
  readonly #address = new DeepLink(this, 'timeline', (values) => this.#arrive(values, true));
  readonly #disclosure = new FacetDisclosure(this);
  readonly #schedules = new Schedules();
  readonly #firstPaint = new BatchedRender(this, { size: FIRST_SIGHT, next: Infinity });
  #scope: Scope = { choices: {} };
  #schedule: Schedule | undefined;
  #shown: readonly Shown[] = [];
  /** Whether the visitor filtered, which the next update has to tell. */
  #isFiltered = false;
  /** The address to be shown, until it is; `gone`: the visitor went there, and did not only open the page. */
  #goal: { readonly address: URLSearchParams; readonly gone: boolean } | undefined;
  /** Comes with the wish for a calendar. */
  readonly #download = new LazyModule(this, () => import('./download/download.js'));
  /** Comes where there is room for it. */
  readonly #overview = new LazyModule(this, () => withStyles(this, import('./overview/overview.js')));
  /** Comes when the page asks for it. */
  readonly #structuredData = new LazyModule(this, () => import('./structured-data.js'));

  constructor() {
    super([sessions, editions, parts, pillars, history]);
    this.awaits(this.#firstPaint);
    new ClockController(this, (now) => this.#nextChange(now));
    new InViewController(this, '.overview', this.#overview.load);
  }

  protected override listen(root: EventTarget): void {
    root.addEventListener('click', this.#onClick as EventListener);
    for (const wish of ['pointerover', 'focusin']) root.addEventListener(wish, this.#onApproach);
  }

  protected override prepare(changed: PropertyValues<this>): void {
    if (SCOPE.some((name) => changed.has(name))) this.#scope = this.#readScope();
    if (changed.has('deepLink')) this.#arrive(this.#address.read(), false);
    const { status } = this.feed;
    this.#schedule =
      status.kind === 'ready' && this.view === 'programme'
        ? this.#schedules.schedule(status.document, this.#scope, this.choices, Date.now())
        : undefined;
    // An address leads anywhere: then the whole page comes at once.
    if (this.#goal) this.#firstPaint.complete();
    this.#shown = this.#show();
    const spot = this.#goal && spotOf(this.#shown, this.#goal.address);
    if (!spot) return;
    this.sightings = withReached(this.sightings, spot.shown, spot.index);
    this.#shown = this.#show();
  }

  protected override rendered(): void {
    this.#overview.module?.placeStrips(this.renderRoot);
    this.#tellStructuredData();
    if (!this.#schedule) return;
    if (this.#isFiltered) this.#tellFiltered(this.#schedule.count);
    this.#isFiltered = false;
    if (this.#goal) this.#reachGoal(this.#goal);
  }

  /** Takes the visitor's filters away. */
  clearFilters(): void {
    this.choices = {};
    this.#writeAddress(false);
  }

  protected override isEmpty(document: FeedDocument): boolean {
    if (this.view === 'history') return document.read(history).values.length === 0;
    return (
      document.list(sessions).readUntil(1).values.length === 0 && document.read(editions).values.length === 0
    );
  }

  protected override defaultHeading(): string {
    return this.t(this.view === 'history' ? 'historyHeading' : 'heading');
  }

  #readScope(): Scope {
    const { edition, programmePart: part, pillar, kind, from, to } = this;
    return { choices: { edition, part, pillar, kind }, from, to };
  }

  /** How many sessions may be shown now. */
  get #mostAtOnce(): number {
    return this.printing ? Infinity : this.#firstPaint.limit(Infinity);
  }

  #show(): readonly Shown[] {
    const { collapsePast, printing } = this;
    const sight = { now: Date.now(), collapsePast, printing };
    return this.#schedule ? shownOf(this.#schedule, this.sightings, sight, this.#mostAtOnce) : [];
  }

  #nextChange(now: number): number | undefined {
    const entries = this.#schedule?.programme.entries;
    return (
      entries &&
      nextChange(
        entries.map(({ when }) => when),
        now,
      )
    );
  }

  #tellFiltered(count: number): void {
    announce(this.t('results', { n: count }));
    this.dispatchEvent(new events.CealTimelineFilteredEvent(this.choices, count));
  }

  #tellStructuredData(): void {
    if (this.structuredData) this.#structuredData.loadOnce();
    const schedule = this.structuredData ? this.#schedule : undefined;
    const { status } = this.feed;
    this.#structuredData.module?.putStructuredData(
      this,
      schedule && status.kind === 'ready'
        ? { document: status.document, schedule, localeContext: this.localeContext }
        : undefined,
    );
  }

  /** What the address asks for. */
  #arrive(address: URLSearchParams, gone: boolean): void {
    this.choices = readChoices(address, FACETS);
    this.#goal = address.has('session') || address.has('week') ? { address, gone } : undefined;
    this.requestUpdate();
  }

  #reachGoal({ address, gone }: { readonly address: URLSearchParams; readonly gone: boolean }): void {
    this.#goal = undefined;
    const spot = spotOf(this.#shown, address);
    const title = spot && this.#title(spot);
    if (gone) title?.focus();
    else title?.closest('li')?.scrollIntoView();
  }

  #writeAddress(push: boolean, goal: Readonly<Record<string, string>> = {}): void {
    const params = new URLSearchParams(goal);
    writeChoices(params, FACETS, this.choices);
    if (push) this.#address.push(params);
    else this.#address.replace(params);
  }

  #filter(choices: Choices): void {
    this.choices = choices;
    this.sightings = { ...this.sightings, extents: new Map() };
    this.#isFiltered = true;
    this.#writeAddress(true);
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #title({ shown, index }: Spot): HTMLElement | null {
    const id = CSS.escape(shown.run.entries[index]?.session.id ?? '');
    return this.renderRoot.querySelector<HTMLElement>(`#session-${id}`);
  }

  /** Brings a session in sight, and the focus to it. */
  #goTo(spot: Spot): void {
    this.sightings = withReached(this.sightings, spot.shown, spot.index);
    void this.updateComplete.then(() => this.#title(spot)?.focus());
  }

  readonly #onToggle = (facet: FacetKey, value: string) => this.#filter(toggled(this.choices, facet, value));

  readonly #onRemove = (choices: Choices) => {
    this.#filter(choices);
    // The chip that had the focus is gone; what it changed is told by the count.
    void this.updateComplete.then(() => this.#focus('#count'));
  };

  readonly #onJump = () => {
    const spot = presentSpot(this.#shown);
    if (!spot) return;
    this.#goTo(spot);
    // The line of the present comes before what it leads to.
    if (spot.isNow) void this.updateComplete.then(() => this.#focus(`#now-${CSS.escape(spot.shown.run.id)}`));
  };

  #onMore(shown: Shown, where: 'before' | 'after'): void {
    const { run, stretch } = shown;
    const before = Math.max(0, stretch.from - PAGE);
    const last = Math.min(stretch.to + PAGE, run.entries.length) - 1;
    this.sightings = withReached(this.sightings, shown, where === 'before' ? before : last);
    const index = where === 'before' ? before : stretch.to;
    void this.updateComplete.then(() => this.#title({ shown, index })?.focus());
  }

  readonly #onApproach = ({ target }: Event) => {
    if ((target as Element).closest('.add')) this.#download.load();
  };

  readonly #onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const wanted = target.closest<HTMLElement>('.add')?.dataset;
    if (wanted) void this.#add(wanted);
    const link = target.closest<HTMLAnchorElement>('.own-link');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    for (const [key, value] of new URLSearchParams(link.hash.slice(1)))
      this.#writeAddress(true, { [key.split('.').at(-1)!]: value });
  };

  async #add(wanted: ToAdd): Promise<void> {
    this.#download.load();
    await this.#download.loading;
    const { status } = this.feed;
    if (status.kind !== 'ready' || !this.#schedule) return;
    const { t, localeContext } = this;
    const view = { document: status.document, schedule: this.#schedule, t, localeContext };
    if (this.#download.module?.download(this, wanted, view)) announce(t('saved'));
  }

  protected override renderReady(): TemplateResult {
    return this.#schedule ? this.#renderProgramme(this.#schedule) : this.#renderHistory();
  }

  #renderProgramme(schedule: Schedule): TemplateResult {
    const { t, localeContext } = this;
    const introduced = new Set<string>();
    const headingLevel = this.headingLevel + 1;
    // What stands below sessions that are still to come would only move.
    const isWhole = this.#mostAtOnce >= schedule.count;
    return html`<div class="programme">
      ${this.#renderControls(schedule)} ${this.#renderSubscription()} ${this.#renderZoneNote(schedule)}
      ${
        this.#shown.length > 0
          ? this.#shown.map((shown) => editionSection(this.#editionView(shown, schedule, introduced)))
          : html`<p class="state" part="state">${t('nothingFound')} ${t('nothingFoundHelp')}</p>`
      }
      ${isWhole ? pillarList(schedule, { t, localeContext, headingLevel }) : nothing}
    </div>`;
  }

  /** The sessions come first, and the controls a frame later; not where they have to tell what is active. */
  #renderControls(schedule: Schedule): TemplateResult {
    const { facets, choices } = schedule;
    if (!this.#firstPaint.hasPainted && Object.keys(choices).length === 0)
      return emptyControls(facets.length);
    const present = presentSpot(this.#shown);
    return controls({
      t: this.t,
      localeContext: this.localeContext,
      schedule,
      disclosure: this.#disclosure,
      jump: present && (present.isNow ? 'toToday' : 'toNext'),
      onToggle: this.#onToggle,
      onRemove: this.#onRemove,
      onJump: this.#onJump,
    });
  }

  /** Only for who would be an hour off. */
  #renderZoneNote({ runs }: Schedule): TemplateResult | typeof nothing {
    const isOff = runs.some(({ entries }) =>
      entries.some(({ when }) => when?.start !== undefined && isElsewhere(when.start)),
    );
    return isOff && !isServer
      ? html`<p class="zone-note" part="zone-note">${this.t('zoneNote')}</p>`
      : nothing;
  }

  /** Programs that know no `webcal:` are given the address itself. */
  #renderSubscription(): TemplateResult | typeof nothing {
    const href = this.calendarSrc && !isServer && safeUrl(this.calendarSrc, this.baseURI);
    if (!href || !/^https?:/.test(href)) return nothing;
    return html`<p class="subscription" part="subscription">
      <a class="link" part="link" href=${href.replace(/^https?/, 'webcal')}>${this.t('subscribe')}</a>
      <span>${href}</span>
    </p>`;
  }

  #editionView(shown: Shown, { programme, runs, choices }: Schedule, introduced: Set<string>): EditionView {
    const { t, localeContext, printing } = this;
    const view: EditionView = {
      ...shown,
      t,
      localeContext,
      introduced,
      printing,
      pillars: new Map(programme.pillars.map(({ id, title }) => [id, title])),
      pillarOrder: programme.pillars.map(({ id }) => id),
      calendar: this.calendar,
      hrefTo: this.deepLink ? (key, value) => this.#address.hrefTo(value, key) : undefined,
      headingLevel: this.headingLevel + 1,
      now: Date.now(),
      closable: runs.length > 1,
      whole: Object.values(choices).every((values) => values.length === 0),
      overview: nothing,
      onToggle: () => (this.sightings = withToggled(this.sightings, shown.run.id, !shown.open)),
      onMore: (where) => this.#onMore(shown, where),
    };
    return { ...view, overview: this.#renderOverview(view, shown) };
  }

  /** Its place is there from the start, so that nothing moves when it comes. */
  #renderOverview(view: EditionView, shown: Shown): TemplateResult | typeof nothing {
    const isWanted = shown.open && this.layout !== 'vertical' && !this.printing;
    const span = isWanted ? spanOf(shown.run.entries) : undefined;
    if (!span) return nothing;
    const onGo = (index: number) => this.#goTo({ shown, index });
    return html`<div class="overview" part="overview">
      ${
        this.#overview.module?.overview(span, { ...view, onGo }) ??
        html`${datedParts(shown.run).map(() => html`<span class="strip-bar"></span>`)}
          <div class="strip-columns"></div>`
      }
    </div>`;
  }

  #renderHistory(): TemplateResult {
    const { status } = this.feed;
    const events = status.kind === 'ready' ? status.document.read(history).values : [];
    const { t, localeContext } = this;
    const view = { events, t, localeContext, headingLevel: this.headingLevel + 1 };
    return html`<div class="history">${historyList(view)}</div>`;
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
