/**
 * Waits until the widgets of a story show what they have: what is checked before is not what a visitor sees. A story that
 * never settles says so with `parameters.settles: false`.
 */
const SETTLE_TIMEOUT_MS = 120_000;

export async function settled(canvas) {
  const end = Date.now() + SETTLE_TIMEOUT_MS;
  do {
    for (const widget of widgetsOf(canvas)) await widget.updateComplete;
    await frame();
    if (Date.now() > end) throw new Error('A widget of this story is still loading.');
  } while (widgetsOf(canvas).some(isBusy));
}

const widgetsOf = (canvas) =>
  [...canvas.querySelectorAll('*')]
    // A placeholder that is filled has its widget in its shadow root; until then it is one that is busy.
    .map((element) =>
      element.dataset?.cealWidget ? (element.shadowRoot?.firstElementChild ?? element) : element,
    )
    .filter(({ localName, dataset }) => /^ceal-/.test(localName) || dataset?.cealWidget);

const isBusy = ({ dataset, isUpdatePending, renderRoot }) =>
  dataset.cealWidget || isUpdatePending || renderRoot?.querySelector('[part~="root"]')?.ariaBusy === 'true';

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
