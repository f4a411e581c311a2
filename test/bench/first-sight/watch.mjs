/**
 * Runs inside every page before anything of it: finds the frame in which the first card, with a name to be read, is
 * painted, the same way for every page, and adds up the layout shifts. `globalThis.firstSight` is the driver's.
 */
export function watchForCards() {
  const CARDS = '.card .name';
  const OURS = { 'ceal-enterprise-gallery': '[part~=name]', 'ceal-programme-timeline': '[part~=session]' };
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const firstCard = () => {
    for (const tag in OURS) {
      const element = document.querySelector(tag);
      if (element) return element.shadowRoot?.querySelector(OURS[tag]);
    }
    return document.querySelector(CARDS);
  };
  const isToBeSeen = (card) =>
    card?.textContent.trim() && card.checkVisibility() && card.getBoundingClientRect().height > 0;
  const look = () => {
    if (!isToBeSeen(firstCard())) return requestAnimationFrame(look);
    // Stops here where a debugger listens: before this frame nothing else runs.
    // eslint-disable-next-line no-debugger
    debugger;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => globalThis.firstSight(performance.now(), performance.timeOrigin);
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(look);
}
