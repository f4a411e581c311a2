/** Guides for the tests: steps made up for the purpose, and ways to look at what is shown of them. */
import { html } from 'lit';
import '../../../src/oasis-guide/define.js';
import type { CealOasisGuide } from '../../../src/oasis-guide/oasis-guide.js';
import { t } from '../guide-words.js';
import { act, found } from './actions.js';
import type { Raw } from './feed.js';
import { eventually, mount } from './page.js';
import { all, one, spokenOf, textOf } from './tree.js';

/** A feed with nothing but these steps. */
export const oasisFeed = (steps: readonly unknown[], rest: Raw = {}): Raw => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  oasis: { title: 'De proefoase', steps, ...rest },
});

/** As many steps as asked for, with an id and a name. */
export const bareSteps = (count: number): Raw[] =>
  Array.from({ length: count }, (_, index) => ({ id: `s${index + 1}`, name: `Proef ${index + 1}` }));

/** A step with something of everything. */
export const FULL_STEP: Raw = {
  id: 'kijken',
  number: 1,
  name: { nl: 'Proefkijken', en: 'Test gaze' },
  originalName: { pt: 'Olhar' },
  aim: 'Zien wat er is.',
  summary: 'Loop rond.\n\nKijk goed.',
  activities: [
    {
      id: 'rondje',
      title: 'Een rondje',
      text: 'Loop samen.',
      minutes: { min: 20, max: 30 },
      hints: [
        { max: 7, text: 'Blijf bij elkaar.' },
        { min: 8, text: 'Maak groepjes.' },
      ],
    },
    { id: 'alleen', alternative: true, title: 'Alleen', minutes: { min: 1 } },
  ],
  materials: [
    { id: 'papier', label: 'Papier' },
    { id: 'pen', label: 'Pen' },
  ],
  questions: ['Wat valt op?'],
  tips: ['Neem de tijd.'],
  links: [{ url: 'https://example.org/kijken', label: 'Over kijken' }],
  duration: 'Een uur',
  groupSize: 'In tweetallen',
};

export const STEPS: readonly Raw[] = [
  FULL_STEP,
  { id: 'dromen', number: 2, name: 'Proefdromen' },
  { id: 'vieren', number: 3, name: 'Proefvieren' },
];

/** Puts a guide on the page until the end of the test. Settings that are no text are set as properties. */
export async function putGuide(data: Raw, settings: Raw = {}): Promise<CealOasisGuide> {
  const place = await mount<HTMLElement>(html`<div></div>`);
  const guide = document.createElement('ceal-oasis-guide');
  for (const [name, value] of Object.entries(settings))
    if (typeof value === 'string') guide.setAttribute(name, value);
    else (guide as unknown as Raw)[name] = value;
  guide.data = data;
  place.append(guide);
  await guide.updateComplete;
  return guide;
}

const rulesOf = ({ cssRules }: CSSStyleSheet) => [...cssRules].map(({ cssText }) => cssText).join();

/** Waits until a guide has its part for paper, of which only the style sheets show before it prints. */
export async function untilPrintable(guide: CealOasisGuide): Promise<void> {
  const { styles } = await import('../../../src/oasis-guide/paper.js');
  const wanted = styles.map(({ styleSheet }) => rulesOf(styleSheet!));
  await eventually(() => {
    const adopted = guide.shadowRoot!.adoptedStyleSheets.map(rulesOf);
    return wanted.every((rules) => adopted.includes(rules));
  });
  await guide.updateComplete;
}

/** A guide for whoever leads; `settings` may say otherwise. */
export const putLeading = (data: Raw, settings: Raw = {}): Promise<CealOasisGuide> =>
  putGuide(data, { mode: 'facilitator', ...settings });

/** The boxes to tick that are shown. */
export const boxes = (guide: Element): HTMLInputElement[] => all(guide, 'input[type=checkbox]');

export async function writeNote(guide: CealOasisGuide, text: string): Promise<void> {
  const field = one<HTMLTextAreaElement>(guide, '[part~=note]');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await guide.updateComplete;
}

/** The headings of the steps that are shown. */
export const stepsShown = (guide: Element): string[] => all(guide, '[part~=step-heading]').map(spokenOf);

/** The link to a step, by the name of the step; its text may hold a number and a state too. */
export const linkTo = (guide: Element, name: string): HTMLAnchorElement =>
  found(
    all<HTMLAnchorElement>(guide, '[part~=step-link]'),
    (link) => textOf(link).includes(name),
    `link “${name}”`,
  );

/** The page breaks before and within a step, while the guide is printed. */
export function pageBreaks(guide: Element): string {
  const { breakBefore, breakInside } = getComputedStyle(one(guide, '[part~=step]'));
  return `${breakBefore} ${breakInside}`;
}

/** The buttons to what comes before or after; their texts begin with that and go on with where they lead. */
const pagerButtons = (guide: Element, ...directions: ('previous' | 'next')[]): HTMLButtonElement[] =>
  all<HTMLButtonElement>(guide, 'button').filter((candidate) =>
    directions.some((direction) => textOf(candidate).startsWith(t(direction))),
  );

/** The words of the buttons that lead to what comes before and after. */
export const pagerTexts = (guide: Element): string[] => pagerButtons(guide, 'previous', 'next').map(textOf);

/** True if something comes after what is shown. */
export const hasNext = (guide: Element): boolean => pagerButtons(guide, 'next').length > 0;

const turn = (guide: CealOasisGuide, direction: 'previous' | 'next'): Promise<void> =>
  act(guide, () => found(pagerButtons(guide, direction), () => true, `button “${t(direction)}”`).click());

/** Goes on to what comes after what is shown. */
export const goNext = (guide: CealOasisGuide): Promise<void> => turn(guide, 'next');

/** Goes back to what comes before what is shown. */
export const goBack = (guide: CealOasisGuide): Promise<void> => turn(guide, 'previous');

/** A part of the guide in words. */
export const partOf = (guide: Element, part: string): string => textOf(one(guide, `[part~=${part}]`));
