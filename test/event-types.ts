/** The types of our events, wherever a page listens: a mistake here does not compile. */
import { CealFeedLoadedEvent } from '../src/enterprise-gallery/enterprise-gallery.js';
import type { CealFeedFailedEvent as OfTheForm } from '../src/signup-form/signup-form.js';
import type { CealFeedIssuesEvent as OfTheGuide } from '../src/oasis-guide/oasis-guide.js';
import type { CealFeedLoadedEvent as OfTheTimeline } from '../src/programme-timeline/programme-timeline.js';

export function listen(element: HTMLElement): void {
  element.addEventListener('ceal-gallery-opened', (event) => event.enterpriseId);
  document.addEventListener('ceal-signup-submit', (event) => event.respondWith);
  addEventListener('ceal-feed-failed', (event: OfTheForm) => event.reason);
  addEventListener('ceal-feed-issues', (event: OfTheGuide) => event.issues);
  document.addEventListener(
    'ceal-feed-loaded',
    (event: OfTheTimeline) => event instanceof CealFeedLoadedEvent,
  );
}
