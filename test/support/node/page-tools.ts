/** What the walks use inside a page, the same in every engine; and what a page notes of itself where a driver is deaf. */
import type { accessible as accessibleOf } from './accessible.js';

/** What a page has noted of itself. */
export interface Noted {
  /** Messages that a script gave to the console, `level: text`. */
  readonly console: string[];
  /** Errors that nobody caught, and files that did not load. */
  readonly errors: string[];
  /** Broken content policies, `directive address`. */
  readonly violations: string[];
}

/** The page's clock stands at this time, where its address asks for one: `?at=2027-10-30T12:00:00%2B02:00`. */
export const CLOCK_PARAMETER = 'at';

/** Runs in a page before its own scripts, and sees nothing of this module. Takes notes, and sets the clock. */
function note(clockParameter: string): void {
  const noted: Noted = { console: [], errors: [], violations: [] };
  Object.defineProperty(globalThis, 'noted', { value: noted });
  for (const level of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    const say = console[level].bind(console);
    console[level] = (...words: unknown[]) => {
      noted.console.push(`${level}: ${words.map(String).join(' ')}`);
      say(...words);
    };
  }
  const onError = (event: Event) => {
    const { message, target } = event as ErrorEvent;
    noted.errors.push(message ?? `no ${(target as Element).outerHTML}`);
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    noted.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  const at = Date.parse(new URLSearchParams(location.search).get(clockParameter) ?? '');
  if (Number.isNaN(at)) return;
  const start = Date.now();
  const now = Date.now.bind(Date);
  Date.now = () => at + now() - start;
}

/** The text of that script, to be served. */
export const NOTING_SCRIPT = `(${String(note)})(${JSON.stringify(CLOCK_PARAMETER)});`;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Runs in a page and sees nothing of this module. Finds things there as a visitor does, whatever shadow root they are in. */
export function pageTools(
  accessible: typeof accessibleOf,
  /** Holds the page, where the window is wider than the page should be. */
  place: Document,
) {
  const WIDGETS = {
    'ceal-enterprise-gallery': '[part~=name]',
    'ceal-programme-timeline': '[part~=session], [part~=year]',
    'ceal-oasis-guide': '[part~=step-heading]',
    'ceal-signup-form': '[part~=form], [part~=edition]',
  };
  /** All elements below a root, those in shadow roots too. */
  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const all = (selector: string): HTMLElement[] =>
    within(place).filter((element): element is HTMLElement => element.matches(selector));
  const inSight = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const active = (): Element => {
    let element = place.activeElement ?? place.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  return {
    all,
    inSight,
    active,
    accessible,
    focused: () => accessible(active()),
    /** The words of every part of a name that is in sight. */
    texts: (part: string): string[] =>
      all(`[part~="${part}"]`)
        .filter(inSight)
        .map(({ innerText }) => innerText.trim().replaceAll(/\s+/g, ' ')),
    /** What has this role and name, or a name that begins so. */
    named: (role: string, name: string, isStart = false): HTMLElement | undefined =>
      all('a, button, input, select, textarea, summary, dialog, [role]').find((element) => {
        if (!inSight(element)) return false;
        const found = accessible(element);
        return found.role === role && (isStart ? found.name.startsWith(name) : found.name === name);
      }),
    /** The middle of an element, after it has been brought into sight, and when nothing moves it any more. */
    spot: async (element: Element): Promise<Spot> => {
      for (let last = Number.NaN; ;) {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [box] = element.getClientRects();
        const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2];
        if (y === last) return { x, y };
        last = y;
        await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
      }
    },
    /** Settles when every widget has drawn all that it draws now, in however many steps. */
    drawn: () =>
      Promise.all(
        Object.keys(WIDGETS)
          .flatMap(all)
          .map((widget) => (widget as unknown as { updateComplete: Promise<unknown> }).updateComplete),
      ),
    /** The widgets of the page that have not got their content yet. */
    unfilled: (): string[] =>
      Object.entries(WIDGETS).flatMap(([tag, content]) =>
        all(tag)
          .filter(({ shadowRoot }) => !shadowRoot?.querySelector(content))
          .map(() => tag),
      ),
    noted: (): Noted => (place.defaultView as unknown as { noted: Noted }).noted,
  };
}

export type PageTools = ReturnType<typeof pageTools>;
