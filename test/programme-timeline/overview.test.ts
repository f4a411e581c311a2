import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../support/browser/accessible.js';
import { setTime } from '../support/browser/clock.js';
import { until } from '../support/browser/page.js';
import { all, count, focused, one, tabThrough, textOf } from '../support/browser/tree.js';
import { feedOf, FIVE, NOW, session, timelineIn, type Timeline } from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

const columns = (element: Timeline) => all<HTMLButtonElement>(element, '[part~=overview] button');
const names = (element: Timeline) => columns(element).map(({ ariaLabel }) => ariaLabel);

async function drawn(setting = {}, width = 900): Promise<Timeline> {
  const element = await timelineIn(width, setting);
  await until(element, () => columns(element).length > 0);
  return element;
}

/** Two frames: when something were to be drawn, it would be there. */
const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined))));

describe('the overview', () => {
  it('has a column for each week, and leads from it to its first session', async () => {
    const element = await drawn();
    expect(names(element)).to.deep.equal([
      'Week 1, 7 oktober 2027: 1 bijeenkomst',
      'Week 2, 14 oktober 2027: 1 bijeenkomst',
      'Week 3, 21 oktober 2027: 1 bijeenkomst',
      'Week 5, 4 november 2027: 1 bijeenkomst',
      '13 januari 2028: 1 bijeenkomst',
    ]);
    columns(element)[3]!.click();
    await element.updateComplete;
    expect(textOf(focused()!)).to.contain('Sessie testen');
  });

  it('A19: is a toolbar with a name, of which keys tell that the arrows go through it', async () => {
    const element = await drawn();
    const toolbar = one(element, '[role=toolbar]');
    expect(toolbar.ariaLabel).to.equal('Overzicht: Groep najaar. Ga met de pijltjes verder');
    expect(columns(element).every((column) => toolbar.contains(column))).to.equal(true);
    await expectAccessible(element);
  });

  it('is one stop of the Tab key, and the arrows go on from there', async () => {
    const element = await drawn();
    const stops = (await tabThrough(element)).filter((it) => it.matches('[part~=overview] button'));
    expect(stops.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Week 5, 4 november 2027: 1 bijeenkomst']);
    columns(element)[3]!.focus();
    const go = async (key: string) => {
      await sendKeys({ press: key });
      return columns(element).indexOf(focused() as HTMLButtonElement);
    };
    expect(await go('ArrowLeft')).to.equal(2);
    expect(await go('ArrowRight')).to.equal(3);
    expect(await go('End')).to.equal(4);
    expect(await go('ArrowRight')).to.equal(4);
    expect(await go('Home')).to.equal(0);
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(textOf(focused()!)).to.contain('Sessie begin');
  });

  it('goes the other way from right to left', async () => {
    const element = await drawn({ dir: 'rtl' });
    columns(element)[3]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(columns(element).indexOf(focused() as HTMLButtonElement)).to.equal(4);
  });

  it('stands where there is room, or where the page asks for it, and nowhere else', async () => {
    await drawn({ layout: 'horizontal' }, 320);
    for (const [width, layout] of [
      [320, 'auto'],
      [900, 'vertical'],
    ] as const) {
      const element = await timelineIn(width, { layout });
      await settled();
      await settled();
      expect(columns(element), `${layout} at ${width}`).to.have.length(0);
    }
  });

  it('comes when a narrow place becomes a wide one', async () => {
    const element = await timelineIn(320);
    await settled();
    expect(columns(element)).to.have.length(0);
    element.parentElement!.style.inlineSize = '900px';
    await until(element, () => columns(element).length > 0);
  });

  it('moves nothing when it comes', async () => {
    const element = await timelineIn(900);
    const first = () => one(element, '[part~=session]').getBoundingClientRect().top;
    const before = first();
    await until(element, () => columns(element).length > 0);
    await settled();
    expect(first()).to.equal(before);
  });

  it('draws months where weeks would be too many, and nothing where time is too long', async () => {
    const months = feedOf(
      session('a', { start: '2027-01-10' }),
      session('b', { start: '2027-06-10' }),
      session('c', { start: '2028-02-10' }),
    );
    expect(names(await drawn({ data: months }))[0]).to.equal('januari 2027: 1 bijeenkomst');
    for (const last of ['9999-12-31', '2027-01-12', '2040-01-01']) {
      const data = feedOf(
        session('a', { start: '2027-01-10' }),
        session('b', { start: '2027-01-11' }),
        session('c', { start: last }),
      );
      expect(count(await timelineIn(900, { data }), '[part~=overview]'), last).to.equal(0);
    }
  });

  it('counts what does not fit in a column', async () => {
    const many = Array.from({ length: 500 }, (_, index) => session(`m${index}`, { start: '2027-11-04' }));
    const element = await drawn({
      data: feedOf(session('a', { start: '2027-10-01' }), session('b', { start: '2027-12-01' }), ...many),
    });
    // Drawn by the style sheet, for the name of the column says it to those who hear it.
    const rest = one(element, '.strip-rest');
    // Some engines name the attribute instead of its value.
    const drawnText = getComputedStyle(rest, '::before').content.replace(
      'attr(data-rest)',
      `${rest.dataset['rest']}`,
    );
    expect(drawnText).to.contain('496');
    expect(names(element)).to.include('4 november 2027: 500 bijeenkomsten');
  });

  it('is never the only place where something stands', async () => {
    const element = await drawn();
    for (const { id } of FIVE['sessions'] as { id: string }[])
      expect(textOf(element)).to.contain(`Sessie ${id}`);
    await expectAccessible(element);
  });
});
