import { html, type TemplateResult } from 'lit';
import '../../src/programme-timeline/define.js';
import '../../src/ceal-feed/define.js';
import { attributes, type Args } from '../support/attributes.js';
import { feedAt } from '../support/network.js';

/** Settings that all files of timeline stories share. */
export const timeline = {
  component: 'ceal-programme-timeline',
  render: (args: Args): TemplateResult =>
    html`<ceal-programme-timeline ${attributes(args)}></ceal-programme-timeline>`,
  argTypes: { data: { control: false }, labels: { control: 'object' } },
  parameters: {
    actions: {
      handles: [
        'ceal-timeline-filtered',
        'ceal-timeline-download',
        'ceal-timeline-downloaded',
        'ceal-feed-loaded',
        'ceal-feed-failed',
        'ceal-feed-issues',
      ],
    },
  },
} as const;

export const SAMPLE_FEED = 'feeds/overvecht.json';

const DAY_MS = 86_400_000;

/** A day so many days from today, as a feed writes it. */
export const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A feed of made-up sessions of one edition, each marked as an example. */
export function madeUpSessions(name: string, sessions: readonly Record<string, unknown>[]): string {
  const feed = {
    version: 1,
    id: name,
    language: 'nl',
    title: { nl: 'Voorbeeldprogramma', en: 'Example programme', ar: 'برنامج مثال' },
    pillars: [
      { id: 'samen', title: 'Samen doen', summary: 'Je maakt samen iets echts.' },
      { id: 'zelf', title: 'Zelf proberen', summary: 'Je leert door te doen.' },
    ],
    parts: [
      { id: 'een', title: 'Deel 1: van idee naar prototype', duration: 'Ruim 12 weken' },
      { id: 'twee', title: 'Deel 2: van prototype naar onderneming', duration: 'Op maat' },
    ],
    editions: [{ id: 'groep', title: 'Voorbeeldgroep', status: 'running', example: true }],
    sessions: sessions.map((session, index) => ({
      id: `${name}-${index}`,
      edition: 'groep',
      example: true,
      ...session,
    })),
  };
  return feedAt(name, () => Response.json(feed));
}

/** Sessions of every kind, one a week, the sixth of them this week. */
export const underWay = (name: string): string =>
  madeUpSessions(
    name,
    [
      'meeting',
      'field',
      'studio',
      'learning-group',
      'coaching',
      'meeting',
      'break',
      'field',
      'celebration',
    ].map((kind, index) => ({
      title: `Bijeenkomst ${index + 1}`,
      summary: 'Je neemt iets mee en gaat met iets anders naar huis.',
      part: index < 6 ? 'een' : 'twee',
      week: index + 1,
      start: `${daysFromNow((index - 5) * 7)}T13:30`,
      end: `${daysFromNow((index - 5) * 7)}T17:00`,
      kind,
      pillars: [index % 2 ? 'samen' : 'zelf'],
      place: { name: 'Een buurthuis in de wijk' },
    })),
  );
