/** axe over an element, its shadow trees included. */
import type axeCore from 'axe-core';
import 'axe-core/axe.min.js';

declare global {
  var axe: typeof axeCore;
}

const OPTIONS: axeCore.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // A widget is part of somebody's page: landmarks are the page's.
    region: { enabled: false },
  },
};

/** Fails with every rule that is broken and where. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await globalThis.axe.run(element, OPTIONS);
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`,
    ),
  );
  throw new Error(`Not accessible:\n${lines.join('\n')}`);
}
