/** What built JavaScript uses of the browser, by its names: minifying leaves those of globals and members as they are. */
import { Linter, type Rule } from 'eslint';
import { globalKeys, isKnown, isOutside, memberOutside, staticKeys, type Outside } from './features.js';

/**
 * Finds globals, their members, and members that no other object has. Syntax newer than ES2022 throws.
 * @param ownNames Names that the sources give to things of their own.
 */
export function findInScript(code: string, place: string, ownNames: ReadonlySet<string>): readonly Outside[] {
  const found: Outside[] = [];
  const add = (key: string | undefined) => key && found.push({ key, place });
  const create = ({ sourceCode }: Rule.RuleContext): Rule.RuleListener => {
    const scope = sourceCode.scopeManager.globalScope;
    // Those of the language are variables without a definition, those of the browser have no variable.
    const references = [
      ...(scope?.through ?? []),
      ...(scope?.variables ?? []).flatMap(({ defs, references }) => (defs.length === 0 ? references : [])),
    ];
    const globals = new Set<unknown>(references.map(({ identifier }) => identifier));
    return {
      Identifier: (node) => void (globals.has(node) && add(globalKeys(node.name).find(isOutside))),
      MemberExpression({ object, property, computed }) {
        const name =
          property.type === 'Identifier' && !computed
            ? property.name
            : property.type === 'Literal' && typeof property.value === 'string'
              ? property.value
              : undefined;
        if (name === undefined) return;
        const keys = object.type === 'Identifier' && globals.has(object) ? staticKeys(object.name, name) : [];
        if (keys.some(isKnown)) add(keys.find(isOutside));
        else if (!ownNames.has(name)) add(memberOutside(name));
      },
    };
  };
  const messages = new Linter().verify(code, {
    plugins: { baseline: { rules: { collect: { create } } } },
    rules: { 'baseline/collect': 'error' },
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      ecmaVersion: 2022,
      sourceType: /\bimport\b|\bexport\b/.test(code) ? 'module' : 'script',
    },
  });
  for (const { message, line } of messages) throw new SyntaxError(`${place}:${line}: ${message}`);
  return found;
}
