import type { LinkTargets } from '../element/arrival/widget-link.js';
import { DeepLink } from '../element/controllers/deep-link.js';
import { readChoices, writeChoices } from '../element/filters/facets.js';
import { TIMELINE_FACETS, type TimelineChoices } from './facets.js';

/** Keeps the filters of a timeline in the address of the page, which may also lead to a session or a week. */
export class TimelineUrl {
  readonly link: DeepLink;

  /** `onNavigate`: the visitor went to an address with these filters. */
  constructor(
    host: ConstructorParameters<typeof DeepLink>[0],
    feed: ConstructorParameters<typeof DeepLink>[1],
    targets: Pick<LinkTargets, 'knows' | 'find'>,
    onNavigate: (choices: TimelineChoices) => void,
  ) {
    this.link = new DeepLink(host, feed, {
      ...targets,
      name: 'timeline',
      keys: ['session', 'week'],
      onNavigate: (params) => onNavigate(readChoices(params, TIMELINE_FACETS)),
    });
  }

  /** Reads the address at which the page was opened. */
  read(): TimelineChoices {
    return readChoices(this.link.read(), TIMELINE_FACETS);
  }

  /** @returns the address of this page that leads to a session. */
  readonly hrefTo = (id: string): string => this.link.hrefTo(id, 'session');

  /** Writes filters into the address. `push` adds a step to the history. */
  write(choices: TimelineChoices, { push }: { push: boolean }): void {
    const values = new URLSearchParams();
    writeChoices(values, TIMELINE_FACETS, choices);
    this.link.write(values, { push });
  }
}
