import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { announce } from '../element/announcer.js';
import { choice, flag, flagOn, trimmed, wordList } from '../element/attributes.js';
import { DeepLink } from '../element/deep-link.js';
import { FacetDisclosure } from '../element/filters/disclosure.js';
import { readChoices, toggled, writeChoices } from '../element/filters/facets.js';
import { Lazy } from '../element/lazy.js';
import { Printing } from '../element/printing.js';
import { plainText } from '../element/text.js';
import { CealWidget } from '../element/widget.js';
import type { FeedDocument } from '../feed/document.js';
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
import { isElsewhere } from './clock.js';
import { Now } from './now.js';
import { datedParts, spanOf } from './overview-span.js';
import { PAGE, reaching, stretchOf, type Extent, type Stretch } from './paging.js';
import { nextChange } from './phase.js';
import type { EditionRun } from './programme.js';
import { styles } from './programme-timeline.styles.js';
import { progressOf, stillToCome, type Progress } from './progress.js';
import { Schedules, type Schedule } from './schedule.js';
import { Sight } from './sight.js';
import { skeleton } from './skeleton.js';

export * from './events.js';

/** Sessions of an edition on paper; more would make a book. The rest is counted in words. */
const PRINTED = 500;

/** A session by its id, or a week: its number, with its edition before it as in `ex-2027.3`. */
type Goal = { readonly session: string } | { readonly week: string };

/** An edition with where it stands and how much of it is shown. */
interface Shown {
  readonly run: EditionRun;
  readonly progress: Progress;
  readonly stretch: Stretch;
  readonly open: boolean;
}

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
  /** Keeps the filters in the address of the page, and gives sessions and weeks an address. */
  @property({ attribute: 'deep-link', converter: flag }) deepLink = false;

  /** What the visitor has filtered. */
  @state() private choices: Choices = {};
  /** The editions that the visitor has opened or closed. */
  @state() private toggledEditions: ReadonlyMap<string, boolean> = new Map();
  /** How much more of an edition the visitor has asked for. */
  @state() private extents: ReadonlyMap<string, Extent> = new Map();
  @state() private printing = false;

  protected readonly languages = languages;
  readonly #address = new DeepLink(this, 'timeline', (values) => this.#arrive(values, true));
  readonly #disclosure = new FacetDisclosure(this);
  readonly #schedules = new Schedules();
  #scope: Scope = { choices: {} };
  #schedule: Schedule | undefined;
  #shown: readonly Shown[] = [];
  #isFiltered = false;
  /** What the address asks to see, until it is there; whether the visitor went there, or only opened the page. */
  #goal: { readonly goal: Goal; readonly gone: boolean } | undefined;
  /** Comes with the wish for a calendar. */
  readonly #download = new Lazy(this, () => import('./download.js'));
  /** Comes where there is room for it. */
  readonly #overview = new Lazy(this, () => import('./overview.js'));

  constructor() {
    super([sessions, editions, parts, pillars, history]);
    new Printing(this, (printing) => this.#print(printing));
    new Now(this, (now) => this.#nextChange(now));
    new Sight(this, '.overview', this.#overview.load);
  }

  /** One listener for all rows. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#onClick as EventListener);
    for (const wish of ['pointerover', 'focusin']) root.addEventListener(wish, this.#onApproach);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const scope = ['edition', 'programmePart', 'pillar', 'kind', 'from', 'to'] as const;
    if (scope.some((name) => changed.has(name))) this.#scope = this.#readScope();
    if (changed.has('deepLink')) this.#arrive(this.#address.read(), false);
    const { status } = this.feed;
    this.#schedule =
      status.kind === 'ready' && this.view === 'programme'
        ? this.#schedules.schedule(status.document, this.#scope, this.choices, Date.now())
        : undefined;
    this.#shown = this.#schedule?.runs.map((run) => this.#show(run, this.#schedule!)) ?? [];
    if (this.#goal) this.#reach(this.#goal.goal);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isFiltered && this.#schedule) {
      const { count } = this.#schedule;
      announce(this.say('results', { n: count }));
      this.dispatchEvent(new events.CealTimelineFilteredEvent(this.choices, count));
    }
    this.#isFiltered = false;
    this.#overview.value?.placeStrips(this.renderRoot);
    if (this.#goal && this.#schedule) this.#arriveAt(this.#goal);
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
    return this.say(this.view === 'history' ? 'historyHeading' : 'heading');
  }

  #readScope(): Scope {
    const { edition, programmePart: part, pillar, kind, from, to } = this;
    return { choices: { edition, part, pillar, kind }, from, to };
  }

  #show(run: EditionRun, { open, runs }: Schedule): Shown {
    const progress = progressOf(run.entries, Date.now());
    const total = run.entries.length;
    return {
      run,
      progress,
      stretch: this.printing
        ? { from: 0, to: Math.min(total, PRINTED) }
        : stretchOf(total, progress.present, this.collapsePast, this.extents.get(run.id)),
      open: runs.length < 2 || (this.toggledEditions.get(run.id) ?? open.has(run.id)),
    };
  }

  #nextChange(now: number): number | undefined {
    return (
      this.#schedule &&
      nextChange(
        this.#schedule.programme.entries.map(({ when }) => when),
        now,
      )
    );
  }

  #print(printing: boolean): void {
    this.printing = printing;
    // The browser takes its picture of the page as soon as the event is over.
    if (this.isConnected) this.performUpdate();
  }

  /** What the address asks for. */
  #arrive(address: URLSearchParams, gone: boolean): void {
    this.choices = readChoices(address, FACETS);
    const [session, week] = [address.get('session'), address.get('week')];
    const goal = session ? { session } : week ? { week } : undefined;
    this.#goal = goal && { goal, gone };
  }

  #writeAddress(push: boolean, goal: Readonly<Record<string, string>> = {}): void {
    const params = new URLSearchParams(goal);
    writeChoices(params, FACETS, this.choices);
    this.#address.write(params, push);
  }

  /** Opens what holds a goal, as far as the goal. */
  #reach(goal: Goal): void {
    const shown = this.#shown.find(({ run }) => placeIn(run, goal) >= 0);
    if (!shown) return;
    const { run, stretch } = shown;
    this.#onToggleEdition(run.id, true);
    this.#extend(run, stretch, placeIn(run, goal));
    this.#shown = this.#shown.map((one) => (one === shown ? this.#show(run, this.#schedule!) : one));
  }

  #arriveAt({ goal, gone }: { readonly goal: Goal; readonly gone: boolean }): void {
    this.#goal = undefined;
    const run = this.#shown.find(({ run }) => placeIn(run, goal) >= 0)?.run;
    const id = run?.entries[placeIn(run, goal)]?.session.id;
    if (id === undefined) return;
    if (gone) this.#focusSession(id);
    else this.renderRoot.querySelector(`[data-id="${id}"]`)?.scrollIntoView();
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #filter(choices: Choices): void {
    this.choices = choices;
    this.extents = new Map();
    this.#isFiltered = true;
    this.#writeAddress(true);
  }

  readonly #onToggle = (facet: FacetKey, value: string) => this.#filter(toggled(this.choices, facet, value));

  readonly #onRemove = (choices: Choices) => {
    this.#filter(choices);
    // The chip that had the focus is gone; what it changed is told by the count.
    void this.updateComplete.then(() => this.#focus('#count'));
  };

  #onToggleEdition(id: string, open: boolean): void {
    this.toggledEditions = new Map(this.toggledEditions).set(id, open);
  }

  #onMore({ run, stretch }: Shown, where: 'before' | 'after'): void {
    const index = where === 'before' ? Math.max(0, stretch.from - PAGE) : stretch.to + PAGE - 1;
    this.#extend(run, stretch, Math.min(index, run.entries.length - 1));
    const first = where === 'before' ? index : stretch.to;
    void this.updateComplete.then(() => this.#focusSession(run.entries[first]?.session.id));
  }

  /** Shows an edition as far as the session at an index. */
  #extend({ id }: EditionRun, stretch: Stretch, index: number): void {
    this.extents = new Map(this.extents).set(id, reaching(index, stretch, this.extents.get(id)));
  }

  #focusSession(id = ''): void {
    this.#focus(`#session-${CSS.escape(id)}`);
  }

  readonly #onApproach = ({ target }: Event) => {
    if ((target as Element).closest('.add')) this.#download.load();
  };

  /** With Ctrl, Shift or another button the browser does what it always does. */
  readonly #onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const wanted = target.closest<HTMLElement>('.add')?.dataset;
    if (wanted) void this.#add(wanted);
    const link = target.closest<HTMLAnchorElement>('.own-link');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const [[key, value] = ['', '']] = new URLSearchParams(link.hash.slice(1));
    this.#writeAddress(true, { [key.split('.').at(-1)!]: value });
  };

  /** Gives the visitor a session, or what is still to come of a part or an edition, for a calendar. */
  async #add({ session, edition, part }: ToAdd): Promise<void> {
    this.#download.load();
    await this.#download.loading;
    const { status } = this.feed;
    if (!this.#download.value || !this.#schedule || status.kind !== 'ready') return;
    const { say, reader } = this;
    const { programme, runs } = this.#schedule;
    const held = runs.find(({ id }) => id === edition)?.entries ?? [];
    const entries =
      session === undefined
        ? stillToCome(held, Date.now()).filter((entry) => part === undefined || entry.session.part === part)
        : programme.entries.filter((entry) => entry.session.id === session);
    const name = session ?? ([edition, part].filter(Boolean).join('-') || 'programma');
    const title = programme.editions.find(({ id }) => id === (edition ?? entries[0]?.session.edition))?.title;
    const saved = this.#download.value.download(this, entries, name, {
      feedId: status.document.head.id,
      name: plainText(title ?? status.document.head.title, reader) || say('heading'),
      now: Date.now(),
      reader,
      example: say('example'),
    });
    if (saved) announce(say('saved'));
  }

  /** What is on now, else what comes first. */
  get #target(): { readonly shown: Shown; readonly isNow: boolean } | undefined {
    const isNow = this.#shown.find(
      ({ run, progress }) => progress.begun && progress.present < run.entries.length,
    );
    const next = isNow ?? this.#shown.find(({ progress }) => progress.next);
    return next && { shown: next, isNow: isNow !== undefined };
  }

  readonly #onJump = () => {
    const target = this.#target;
    if (!target) return;
    const { run, progress, stretch } = target.shown;
    const index = target.isNow ? progress.present : run.entries.indexOf(progress.next!);
    this.#onToggleEdition(run.id, true);
    this.#extend(run, stretch, index);
    void this.updateComplete.then(() => {
      if (target.isNow) this.#focus(`#now-${CSS.escape(run.id)}`);
      else this.#focusSession(run.entries[index]!.session.id);
    });
  };

  protected override renderReady(): TemplateResult {
    return this.view === 'history' ? this.#renderHistory() : this.#renderProgramme(this.#schedule!);
  }

  #renderProgramme(schedule: Schedule): TemplateResult {
    const { say, reader } = this;
    const target = this.#target;
    const introduced = new Set<string>();
    return html`
      ${controls({
        say,
        reader,
        schedule,
        choices: this.choices,
        disclosure: this.#disclosure,
        jump: target && (target.isNow ? 'toToday' : 'toNext'),
        onToggle: this.#onToggle,
        onRemove: this.#onRemove,
        onJump: this.#onJump,
      })}
      ${this.#renderZoneNote(schedule)}
      ${
        this.#shown.length > 0
          ? this.#shown.map((shown) => editionSection(this.#editionView(shown, schedule, introduced)))
          : html`<p class="state" part="state">${say('nothingFound')} ${say('nothingFoundHelp')}</p>`
      }
    `;
  }

  /** Only for who would be an hour off. */
  #renderZoneNote({ runs }: Schedule): TemplateResult | typeof nothing {
    const isOff = runs.some(({ entries }) =>
      entries.some(({ when }) => when?.start !== undefined && isElsewhere(when.start)),
    );
    return isOff && !isServer ? html`<p class="zone-note">${this.say('zoneNote')}</p>` : nothing;
  }

  #editionView(shown: Shown, { programme, runs }: Schedule, introduced: Set<string>): EditionView {
    const { say, reader, locale } = this;
    const view: EditionView = {
      ...shown,
      say,
      reader,
      locale,
      introduced,
      pillars: new Map(programme.pillars.map(({ id, title }) => [id, title])),
      pillarOrder: programme.pillars.map(({ id }) => id),
      calendar: this.calendar,
      hrefTo: this.deepLink ? (key, value) => this.#address.hrefTo(value, key) : undefined,
      headingLevel: this.headingLevel + 1,
      now: Date.now(),
      closable: runs.length > 1,
      whole: Object.values(this.choices).every((values) => values.length === 0),
      printing: this.printing,
      overview: nothing,
      onToggle: () => this.#onToggleEdition(shown.run.id, !shown.open),
      onMore: (where) => this.#onMore(shown, where),
    };
    return { ...view, overview: this.#renderOverview(view, shown) };
  }

  /** Its place is there from the start, so that nothing moves when it comes. */
  #renderOverview(view: EditionView, { run, stretch, open }: Shown): TemplateResult | typeof nothing {
    const span = open && this.layout !== 'vertical' && !this.printing ? spanOf(run.entries) : undefined;
    if (!span) return nothing;
    const drawn = this.#overview.value?.overview(span, {
      ...view,
      onGo: (index) => {
        this.#extend(run, stretch, index);
        void this.updateComplete.then(() => this.#focusSession(run.entries[index]!.session.id));
      },
    });
    return html`<div class="overview" part="overview">
      ${drawn ?? html`<div class="strip-bars">${datedParts(run).map(() => html`<span class="strip-bar"></span>`)}</div>`}
    </div>`;
  }

  #renderHistory(): TemplateResult {
    const { status } = this.feed;
    const events = status.kind === 'ready' ? status.document.read(history).values : [];
    const { say, reader, locale } = this;
    return html`<div class="history">
      ${historyList({ events, say, reader, locale, headingLevel: this.headingLevel + 1 })}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return skeleton(this.view === 'programme');
  }
}

/** The place in an edition of what is asked for; -1 where it is not. */
function placeIn({ id, entries }: EditionRun, goal: Goal): number {
  if ('session' in goal) return entries.findIndex(({ session }) => session.id === goal.session);
  const [week, edition = id] = goal.week.split('.').reverse();
  return edition === id ? entries.findIndex(({ session }) => String(session.week) === week) : -1;
}

declare global {
  interface HTMLElementTagNameMap {
    'ceal-programme-timeline': CealProgrammeTimeline;
  }
}
