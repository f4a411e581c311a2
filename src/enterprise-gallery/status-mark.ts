import { html, type TemplateResult } from 'lit';
import type { Enterprise } from '../feed/sections/enterprises.js';
import type { GalleryTranslator } from './locales/index.js';

type Status = Enterprise['status'];

const RING_PATH = 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0zm0 1.25a4.75 4.75 0 1 0 0 9.5 4.75 4.75 0 0 0 0-9.5z';

/** Fillings of the ring, which grow with an enterprise: the mark helps the eye, the words beside it tell. */
const MARK_PATHS: Record<Status, string> = {
  idea: 'M6 4.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  prototype: 'M6 2.25A3.75 3.75 0 0 1 9.75 6H6z',
  tested: 'M6 2.25a3.75 3.75 0 0 1 0 7.5z',
  developing: 'M6 2.25A3.75 3.75 0 1 1 2.25 6H6z',
  running: 'M6 2.25a3.75 3.75 0 1 1 0 7.5 3.75 3.75 0 0 1 0-7.5z',
  merged: 'M2.75 3.5 6 5l3.25-1.5v1.4L6.65 6.2v3.3h-1.3V6.2l-2.6-1.3z',
  stopped: 'M4 4h4v4H4z',
  unknown: 'M3.5 5.4h5v1.2h-5z',
};

export function statusLabel(status: Status, t: GalleryTranslator): string {
  return t(`status-${status}`);
}

/** The blank at the end stands between the status and what comes after it in a copy. */
export function statusMark(status: Status, t: GalleryTranslator): TemplateResult {
  return html`<span class="status" part="status"
    ><svg class="status-mark" viewBox="0 0 12 12" aria-hidden="true">
      <path d=${RING_PATH + MARK_PATHS[status]} /></svg
    >${`${statusLabel(status, t)} `}</span
  >`;
}
