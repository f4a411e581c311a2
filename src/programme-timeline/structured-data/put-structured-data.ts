import type { ReactiveElement } from 'lit';
import { structuredData, type StructuredDataView } from './structured-data.js';

/** The scripts that stand in the head of a page, by the element whose data they hold. */
const scripts = new WeakMap<ReactiveElement, HTMLScriptElement | undefined>();

/**
 * Adds, replaces or removes the script with the data of an element. Not before the page has been loaded: a framework
 * that makes what a server wrote its own would take what it did not write for a mistake.
 */
export function putStructuredData(host: ReactiveElement, view: StructuredDataView | undefined): void {
  const { ownerDocument } = host;
  const text = view && structuredData(view);
  if (scripts.get(host)?.text === text) return;
  if (ownerDocument.readyState !== 'complete')
    return addEventListener('load', () => host.requestUpdate(), { once: true });
  if (!scripts.has(host)) host.addController({ hostDisconnected: () => remove(host) });
  remove(host);
  const trusted = text && asScript(text);
  if (!trusted) return;
  const script = ownerDocument.createElement('script');
  scripts.set(host, script);
  script.type = 'application/ld+json';
  script.setAttribute('data-ceal-structured-data', '');
  script.text = trusted;
  ownerDocument.querySelector('head')?.append(script);
}

function remove(host: ReactiveElement): void {
  scripts.get(host)?.remove();
  scripts.set(host, undefined);
}

interface Policy {
  createScript(text: string): string;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
let policy: Policy | undefined;

/**
 * Makes text assignable to a script element. Where a page requires Trusted Types, even data there needs a policy: one of
 * its own, for nothing else. `undefined` where the page does not allow it, which the browser reports.
 */
function asScript(text: string): string | undefined {
  try {
    policy ??= trustedTypes?.createPolicy('ceal-widgets-data', { createScript: (data) => data });
    return policy?.createScript(text) ?? text;
  } catch {
    return undefined;
  }
}
