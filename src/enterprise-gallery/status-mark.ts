import { html, svg, type TemplateResult } from 'lit';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { GalleryMessages, GalleryWords } from './locales/index.js';

type Status = Enterprise['status'];

const TERMS: Record<Status, keyof GalleryMessages> = {
  idea: 'statusIdea',
  prototype: 'statusPrototype',
  tested: 'statusTested',
  developing: 'statusDeveloping',
  running: 'statusRunning',
  merged: 'statusMerged',
  stopped: 'statusStopped',
  unknown: 'statusUnknown',
};

/** A ring that fills as an enterprise grows: the mark helps the eye, the words beside it tell. */
const MARKS: Record<Status, TemplateResult> = {
  idea: svg`<circle cx="6" cy="6" r="1.5" class="full" />`,
  prototype: svg`<path d="M6 1.5a4.5 4.5 0 0 1 4.5 4.5H6z" class="full" />`,
  tested: svg`<path d="M6 1.5a4.5 4.5 0 0 1 0 9z" class="full" />`,
  developing: svg`<path d="M6 1.5a4.5 4.5 0 1 1-4.5 4.5H6z" class="full" />`,
  running: svg`<circle cx="6" cy="6" r="4.5" class="full" />`,
  merged: svg`<path d="M3 3.5 6 6.5l3-3M6 6.5v4" />`,
  stopped: svg`<path d="M3.75 3.75h4.5v4.5h-4.5z" class="full" />`,
  unknown: svg`<path d="M3.5 6h5" />`,
};

export function sayStatus(status: Status, say: GalleryWords): string {
  return say(TERMS[status]);
}

export function statusMark(status: Status, say: GalleryWords): TemplateResult {
  return html`<span class="status" part="status"
    ><svg class="status-mark" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5.25" class="ring" />
      ${MARKS[status]}
    </svg>
    ${sayStatus(status, say)}</span
  >`;
}
