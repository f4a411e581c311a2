/** What style sheets use of the browser: properties and their words, functions, at-rules and selectors. */
import { parse, walk, type CssNode } from 'css-tree';
import { isKnown, isOutside, styleNameOutside, type Outside } from './features.js';

export function findInStyles(css: string, place: string): readonly Outside[] {
  const found: Outside[] = [];
  const add = (key: string | undefined) => key && found.push({ key, place });
  const addIfOutside = (key: string) => add(isOutside(key) ? key : undefined);
  walk(parse(css), {
    enter(this: { declaration: { property: string } | null }, node: CssNode) {
      const property = this.declaration?.property;
      if (node.type === 'Declaration') addIfOutside(`css.properties.${node.property}`);
      if (node.type === 'Identifier' && property) addIfOutside(`css.properties.${property}.${node.name}`);
      if (node.type === 'Function' && property) {
        const key = `css.properties.${property}.${node.name}`;
        add(isKnown(key) ? (isOutside(key) ? key : undefined) : styleNameOutside(node.name));
      }
      if (node.type === 'Atrule') addIfOutside(`css.at-rules.${node.name}`);
      if (node.type === 'Feature') addIfOutside(`css.at-rules.${node.kind}.${node.name}`);
      if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
        addIfOutside(`css.selectors.${node.name}`);
    },
  });
  return found;
}
