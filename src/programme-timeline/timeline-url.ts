import { DeepLink } from '../element/controllers/deep-link.js';
import { readChoices, writeChoices } from '../element/filters/facets.js';
import { TIMELINE_FACETS, type TimelineChoices } from './facets.js';

/** Session or week of an address that is still to be brought in sight. */
export interface PendingNavigation {
  readonly params: URLSearchParams;
  /** True when the visitor went there; false when the page was opened at it. */
  readonly byVisitor: boolean;
}

/** Keeps the filters of a timeline in the address of the page, and reads which session or week it leads to. */
export class TimelineUrl {
  pendingNavigation: PendingNavigation | undefined;
  readonly #deepLink: DeepLink;

  /** `onNavigate`: the visitor went to an address with these filters. */
  constructor(
    host: ConstructorParameters<typeof DeepLink>[0],
    onNavigate: (choices: TimelineChoices) => void,
  ) {
    this.#deepLink = new DeepLink(host, 'timeline', (params) =>
      onNavigate(this.#restore({ params, byVisitor: true })),
    );
  }

  /** Reads the address at which the page was opened. */
  read(): TimelineChoices {
    return this.#restore({ params: this.#deepLink.read(), byVisitor: false });
  }

  #restore(navigation: PendingNavigation): TimelineChoices {
    const { params } = navigation;
    this.pendingNavigation = params.has('session') || params.has('week') ? navigation : undefined;
    return readChoices(params, TIMELINE_FACETS);
  }

  /** @returns the address of this page that leads to a session. */
  readonly hrefTo = (id: string): string => this.#deepLink.hrefTo(id, 'session');

  /** Writes filters into the address. `push` adds a step to the history. */
  write(choices: TimelineChoices, { push }: { push: boolean }): void {
    const values = new URLSearchParams();
    writeChoices(values, TIMELINE_FACETS, choices);
    this.#deepLink.write(values, { push });
  }
}
