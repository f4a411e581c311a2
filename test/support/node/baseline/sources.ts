/** What TypeScript sources use of the browser, by the types: `x.parse` is that of URL only where `x` is URL. */
import ts from 'typescript';
import {
  globalKeys,
  isKnown,
  isOutside,
  memberKeys,
  memberOutside,
  staticKeys,
  type Outside,
} from './features.js';

export interface Sources {
  readonly outside: readonly Outside[];
  /** Names of members that the sources declare themselves. */
  readonly ownNames: ReadonlySet<string>;
}

/**
 * Reads the files that a list names.
 * @param files Paths; what they import is read for its types only, but for the sources among it.
 */
export function readSources(files: readonly string[]): Sources {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  // The newest library knows what the sources may not use.
  const program = ts.createProgram(files, { ...options, lib: undefined, target: ts.ScriptTarget.ESNext });
  const checker = program.getTypeChecker();
  const outside: Outside[] = [];
  const ownNames = new Set<string>();
  const own = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));

  const visit = (node: ts.Node, file: ts.SourceFile): void => {
    if (ts.isClassElement(node) || ts.isTypeElement(node) || ts.isObjectLiteralElement(node)) {
      if (node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
        ownNames.add(node.name.text);
    }
    if (ts.isIdentifier(node) && !ts.isTypeNode(node.parent)) {
      const key = outsideKey(declarationsOf(checker, node), node.text);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (key) outside.push({ key, place: `${file.fileName}:${line + 1}` });
    }
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const file of own) visit(file, file);
  return { outside, ownNames };
}

/** The declarations behind a name, if all of them are of the language or the browser. */
function declarationsOf(checker: ts.TypeChecker, node: ts.Identifier): readonly ts.Declaration[] {
  const { parent } = node;
  const isTaken = ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent);
  const symbol = isTaken
    ? checker.getTypeAtLocation(parent.parent).getProperty((parent.propertyName ?? parent.name).getText())
    : checker.getSymbolAtLocation(node);
  const declarations = symbol?.declarations ?? [];
  return declarations.every((it) => /\/lib\.[\w.]+\.d\.ts$/.test(it.getSourceFile().fileName))
    ? declarations
    : [];
}

/** The key of what is declared, if it is outside the promise: by its owner, or by its name where MDN has another owner. */
function outsideKey(declarations: readonly ts.Declaration[], name: string): string | undefined {
  if (declarations.length === 0) return undefined;
  const known = declarations.flatMap((it) => keysOf(it, name)).filter(isKnown);
  if (known.length > 0) return known.every(isOutside) ? known[0] : undefined;
  return declarations.every((it) => ts.isPropertySignature(it) || ts.isMethodSignature(it))
    ? memberOutside(name)
    : undefined;
}

function keysOf(declaration: ts.Declaration, name: string): readonly string[] {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) {
    // `interface PromiseConstructor` holds what is static, `ReadonlyArray` what `Array` has too.
    const [, owner = '', isStatic] =
      /^(?:Readonly(?=Array|Map|Set))?(\w+?)(Constructor)?$/.exec(parent.name.text) ?? [];
    const named = owner.replace(/^IteratorObject$/, 'Iterator');
    // `declare namespace Intl { interface DateTimeFormat {…} }`
    const space = ts.isModuleBlock(parent.parent) ? parent.parent.parent.name.text : 'global';
    const path = space === 'global' ? named : `${space}.${named}`;
    return isStatic ? staticKeys(path, name) : memberKeys(path, name);
  }
  // `declare var URL: { parse(…) }`
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent))
    return staticKeys(parent.parent.name.getText(), name);
  // `declare namespace CSS { function escape(…) }`
  if (ts.isModuleBlock(parent)) return staticKeys(parent.parent.name.text, name);
  return ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)
    ? globalKeys(name)
    : [];
}
