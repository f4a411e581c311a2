/** The timers of a facilitator, by a clock that the tests wind. */
import { expect } from '@open-wc/testing';
import type { CealOasisTimerEndedEvent } from '../../src/oasis-guide/facilitator/events.js';
import type { CealOasisGuide } from '../../src/oasis-guide/oasis-guide.js';
import { stopClock, type Clock } from '../support/browser/clock.js';
import { act, button, hasButton, press } from '../support/browser/actions.js';
import { boxes, oasisFeed, partOf, putLeading } from '../support/browser/guides.js';
import { count, focused, one, textOf } from '../support/browser/tree.js';
import { t } from '../support/guide-words.js';

const MINUTE_MS = 60_000;

const STEPS = [
  {
    id: 'kijken',
    name: 'Proefkijken',
    activities: [
      { id: 'rondje', title: 'Een rondje', minutes: { min: 20, max: 30 } },
      { id: 'los', title: 'Zonder tijd' },
    ],
  },
  {
    id: 'vieren',
    name: 'Proefvieren',
    activities: [{ id: 'dansen', title: 'Dansen', minutes: { min: 1 } }],
  },
];

const putClock = async () => {
  const guide = await putLeading(oasisFeed(STEPS));
  await press(guide, 'Een rondje');
  return guide;
};
const face = (guide: Element) => textOf(one(guide, '[role=timer]'));
const noteOf = (guide: Element) => textOf(one(guide, '[part~=timer] p:not([role])'));
const said = () => document.querySelector('ceal-announcer')?.textContent.trim();

/** Time goes by while nobody gets a turn; then there is one. */
async function leap(clock: Clock, milliseconds: number): Promise<void> {
  const { now } = Date;
  Date.now = () => now() + milliseconds - 1_000;
  await clock.pass(1_000);
}

/** Shows the page or hides it, as when a telephone is locked. */
const setVisible = (visible: boolean) => {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: visible ? 'visible' : 'hidden',
  });
  document.dispatchEvent(new Event('visibilitychange'));
};
afterEach(() => Reflect.deleteProperty(document, 'visibilityState'));

describe('a timer', () => {
  it('counts down, stands still and goes on', async () => {
    const guide = await putClock();
    const clock = stopClock();
    expect([face(guide), noteOf(guide)]).to.deep.equal(['nog 30:00', '']);
    await press(guide, t('timeStart'));
    await clock.pass(2_000);
    expect(face(guide)).to.equal('nog 29:58');
    await leap(clock, 59_000);
    expect(face(guide)).to.equal('nog 28:59');
    expect(noteOf(guide)).to.contain('De klok loopt.');
    await press(guide, t('timePause'));
    await leap(clock, 5 * MINUTE_MS);
    expect(face(guide)).to.equal('nog 28:59');
    await press(guide, t('timeResume'));
    await leap(clock, MINUTE_MS);
    expect(face(guide)).to.equal('nog 27:59');
  });

  it('starts again only when it stands still', async () => {
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    await leap(clock, MINUTE_MS);
    expect(hasButton(guide, t('timeReset'))).to.equal(false);
    await press(guide, t('timePause'));
    await press(guide, t('timeReset'));
    expect(face(guide)).to.equal('nog 30:00');
    expect(button(guide, t('timeStart'))).to.exist;
  });

  it('A2: keeps the focus on the one button to start and pause, and says what the clock does', async () => {
    const guide = await putClock();
    const clock = stopClock();
    const toggle = button(guide, t('timeStart'));
    toggle.focus();
    for (const [words, state] of [
      [t('timePause'), 'De klok loopt.'],
      [t('timeResume'), 'De klok staat stil.'],
      [t('timePause'), 'De klok loopt.'],
    ] as const) {
      await act(guide, () => toggle.click());
      await clock.pass(400);
      expect(focused() === toggle).to.equal(true);
      expect([textOf(toggle), said()]).to.deep.equal([words, state]);
    }
  });

  it('A2: gives the focus to that button when the time is set to zero', async () => {
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    await leap(clock, MINUTE_MS);
    await press(guide, t('timePause'));
    button(guide, t('timeReset')).focus();
    await press(guide, t('timeReset'));
    await clock.pass(400);
    expect(textOf(focused()!)).to.equal(t('timeStart'));
    expect(said()).to.equal('De klok staat op nul.');
  });

  it('has a name, and is no region that is read out every second', async () => {
    const guide = await putClock();
    expect(one(guide, '[part~=timer]').ariaLabel).to.equal('Klok voor Een rondje');
    expect(count(guide, '[part~=timer] [aria-live], [part~=timer] [role=status]')).to.equal(0);
  });

  it('only counts where the feed gives no time', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, 'Zonder tijd');
    const clock = stopClock();
    await press(guide, t('timeStart'));
    await leap(clock, 65_000);
    expect(face(guide)).to.equal('bezig: 1:05');
    expect(textOf(one(guide, '[part~=timer]'))).not.to.contain('geluid');
  });

  it('says when it may end, when it nearly is over, and when it is', async () => {
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    const heard: string[] = [];
    for (const minutes of [20, 5, 4, 1]) {
      await leap(clock, minutes * MINUTE_MS);
      await clock.pass(500);
      heard.push(`${face(guide)} ${said()}`);
    }
    expect(heard).to.deep.equal([
      'nog 10:00 Een rondje: je kunt stoppen, of nog 10 minuten doorgaan.',
      'nog 4:59 Een rondje: nog 5 minuten.',
      'nog 0:59 Een rondje: nog 1 minuut.',
      'extra: 0:02 Een rondje: de tijd is om.',
    ]);
    expect(noteOf(guide)).to.contain('De tijd is om.');
  });

  it('keeps time while the page is hidden, and tells what passed when it is back', async () => {
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    setVisible(false);
    const { now } = Date;
    Date.now = () => now() + 41 * MINUTE_MS;
    setVisible(true);
    await guide.updateComplete;
    expect(face(guide)).to.equal('extra: 11:00');
    await clock.pass(500);
    expect(said()).to.equal('Een rondje: de tijd is om.');
  });

  it('tells the page once that the time is over', async () => {
    const guide = await putClock();
    const clock = stopClock();
    const events: string[] = [];
    guide.addEventListener('ceal-oasis-timer-ended', ({ stepId, activityId }: CealOasisTimerEndedEvent) =>
      events.push(`${stepId} ${activityId}`),
    );
    await press(guide, t('timeStart'));
    await leap(clock, 45 * MINUTE_MS);
    await clock.pass(3_000);
    expect(events).to.deep.equal(['kijken rondje']);
  });

  it('runs on beside others, each with a way back to it', async () => {
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    expect(count(guide, '[part~=timers]')).to.equal(0);
    guide.goTo('vieren');
    await guide.updateComplete;
    await press(guide, 'Dansen');
    await press(guide, t('timeStart'));
    await leap(clock, 30_000);
    expect(partOf(guide, 'timers')).to.equal('De klok loopt voor Een rondje nog 29:30');
    expect(face(guide)).to.equal('nog 0:30');
    await press(guide, 'Een rondje');
    expect(partOf(guide, 'timers')).to.equal('De klok loopt voor Dansen nog 0:30');
  });

  it('stops asking for turns when it stands still, and when the guide is gone', async () => {
    const guide = await putClock();
    const clock = stopClock();
    let updates = 0;
    guide.addController({ hostUpdated: () => void updates++ });
    await press(guide, t('timeStart'));
    const place = guide.parentElement!;
    guide.remove();
    await clock.pass(0);
    updates = 0;
    await clock.pass(5_000);
    expect(updates).to.equal(0);
    place.append(guide);
    await clock.pass(1_000);
    expect(face(guide)).to.equal('nog 29:54');
  });
});

describe('the screen', () => {
  /** A browser that keeps the screen awake, or does not. */
  function watchLocks(allowed = true) {
    const locks: { released: boolean }[] = [];
    const request = () => {
      if (!allowed) return Promise.reject(new DOMException('Not now', 'NotAllowedError'));
      const lock = new (class extends EventTarget {
        released = false;
        release() {
          this.released = true;
          this.dispatchEvent(new Event('release'));
          return Promise.resolve();
        }
      })();
      locks.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    return locks;
  }
  afterEach(() => Reflect.deleteProperty(navigator, 'wakeLock'));
  const held = (locks: readonly { released: boolean }[]) => locks.filter(({ released }) => !released).length;
  const settle = async (guide: CealOasisGuide) => {
    await Promise.resolve();
    await guide.updateComplete;
  };

  it('stays awake while a timer runs, and no longer', async () => {
    const locks = watchLocks();
    const guide = await putClock();
    await settle(guide);
    expect(locks.length).to.equal(0);
    await press(guide, t('timeStart'));
    await settle(guide);
    expect(held(locks)).to.equal(1);
    expect(noteOf(guide)).to.equal('De klok loopt. Je scherm blijft aan.');
    await press(guide, t('timePause'));
    await settle(guide);
    expect([locks.length, held(locks)]).to.deep.equal([1, 0]);
  });

  it('is asked for again when the page comes back, as the browser takes it away with the page', async () => {
    const locks = watchLocks();
    const guide = await putClock();
    await press(guide, t('timeStart'));
    await settle(guide);
    setVisible(false);
    locks[0]!.released = true;
    await settle(guide);
    expect(locks.length).to.equal(1);
    setVisible(true);
    await guide.updateComplete;
    await settle(guide);
    expect([locks.length, held(locks)]).to.deep.equal([2, 1]);
  });

  it('goes dark when the guide is gone', async () => {
    const locks = watchLocks();
    const guide = await putClock();
    await press(guide, t('timeStart'));
    await settle(guide);
    guide.remove();
    expect(held(locks)).to.equal(0);
  });

  it('may go dark where that is not allowed, without a word', async () => {
    watchLocks(false);
    const guide = await putClock();
    await press(guide, t('timeStart'));
    await settle(guide);
    expect(noteOf(guide)).to.equal('De klok loopt.');
  });

  it('may go dark where browsers know nothing of it', async () => {
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined });
    const guide = await putClock();
    await press(guide, t('timeStart'));
    await settle(guide);
    expect(noteOf(guide)).to.equal('De klok loopt.');
  });
});

describe('the sound', () => {
  /** Every context that is made, and every tone that is started. */
  function listen() {
    const heard = { contexts: 0, tones: 0 };
    const { AudioContext: Context, OscillatorNode: Tone } = window;
    window.AudioContext = class extends Context {
      constructor() {
        super();
        heard.contexts++;
      }
    };
    window.OscillatorNode = class extends Tone {
      override start(when?: number) {
        heard.tones++;
        super.start(when);
      }
    };
    restore = () => Object.assign(window, { AudioContext: Context, OscillatorNode: Tone });
    return heard;
  }
  let restore = (): unknown => undefined;
  afterEach(() => restore());

  it('is never made unless somebody asks', async () => {
    const heard = listen();
    const guide = await putClock();
    const clock = stopClock();
    await press(guide, t('timeStart'));
    await leap(clock, 40 * MINUTE_MS);
    expect(heard).to.deep.equal({ contexts: 0, tones: 0 });
  });

  it('is made when the time is over, for whoever asked', async () => {
    const heard = listen();
    const guide = await putClock();
    const clock = stopClock();
    boxes(guide)[0]!.click();
    await press(guide, t('timeStart'));
    await leap(clock, 29 * MINUTE_MS);
    expect(heard).to.deep.equal({ contexts: 1, tones: 0 });
    await leap(clock, MINUTE_MS);
    expect(heard.tones).to.equal(3);
  });

  it('is not made for whoever thought better of it', async () => {
    const heard = listen();
    const guide = await putClock();
    const clock = stopClock();
    boxes(guide)[0]!.click();
    await guide.updateComplete;
    boxes(guide)[0]!.click();
    await press(guide, t('timeStart'));
    await leap(clock, 31 * MINUTE_MS);
    expect(heard.tones).to.equal(0);
    expect(boxes(guide)[0]!.checked).to.equal(false);
  });
});
