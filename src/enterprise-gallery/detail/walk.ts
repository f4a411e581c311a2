import { announce } from '../../element/announcer.js';
import type { Enterprise } from '../../feed/sections/enterprises.js';
import { NAME, type OpenDetail } from './open-detail.js';

/** Goes on from the open enterprise to another one. */
export async function walkTo(controller: OpenDetail, { id }: Enterprise): Promise<void> {
  const { host } = controller;
  const root = host.shadowRoot!;
  // A visitor who walks on and on wants to stay at the button.
  const walks = root.activeElement?.closest('dialog .walk');
  void controller.show(id, 'replace');
  await host.updateComplete;
  const detail = root.querySelector('dialog > .detail');
  if (detail) detail.scrollTop = 0;
  const [name, badge] = ['', ' .badge'].map((part) => root.querySelector(NAME + part)?.textContent ?? '');
  const { lang } = (root.querySelector(`${NAME} [lang]`) ?? root.querySelector('.root')) as HTMLElement;
  const position = root.querySelector('.position')?.textContent ?? '';
  if (walks) announce(`${name!.slice(0, name!.length - badge!.length).trim()}, ${position}`, lang);
  else controller.focus(NAME);
}
