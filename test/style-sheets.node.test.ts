/** Style sheets hold nothing that CSS does not know: a misspelt property is left out by browsers without a word. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fork, parse, walk, generate, type CssNode } from 'css-tree';
import { readStyleSheets } from './support/node/style-sheets.js';

/** With colours made from others (CSS Color 5, §4.1), which the lexer does not know yet. */
const { lexer } = fork({
  types: { color: '| <relative-rgb()>', 'relative-rgb()': 'rgb( from <color> r g b [ / <any-value> ]? )' },
});

/** Everything in a style sheet that CSS does not know. */
function unknownIn(css: string): readonly string[] {
  const found: string[] = [];
  const add = (node: CssNode, error: Error | null) => {
    // A value with a custom property is known once it is computed.
    if (error && !/var\(\) is not supported/.test(error.message))
      found.push(`${generate(node)}: ${error.message.split('\n')[0]}`);
  };
  const tree = parse(css, { onParseError: (error) => found.push(error.message) });
  walk(tree, function (node) {
    if (node.type === 'Atrule') add(node, lexer.matchAtrulePrelude(node.name, node.prelude ?? '').error);
    if (node.type !== 'Declaration' || node.property.startsWith('--')) return;
    add(node, this.atrule && isDescriptive(this.atrule.name) ? null : lexer.matchDeclaration(node).error);
  });
  return found;
}

const isDescriptive = (atrule: string) => /^(property|font-face|counter-style)$/.test(atrule);

describe('style sheets', async () => {
  for (const [place, css] of await readStyleSheets())
    it(`${place}: properties, values and at-rules are known`, () => assert.deepEqual(unknownIn(css), []));

  for (const css of [
    'a { colour: red }',
    'a { color: rad }',
    '@meadia print { a { color: red } }',
    'a { color red }',
    'a { inline-size: 3emm }',
  ])
    it(`are refused with ${css}`, () => assert.notDeepEqual(unknownIn(css), []));
});
