/**
 * The rooms of `src/` and who may enter which. A new widget folder needs no line here: every folder that is not named
 * below is a widget's.
 */
import { dirname, join, relative, sep } from 'node:path';

const LIT = ['lit', 'lit/', '@lit/context'];
const ZOD = ['zod/mini'];
/** The only modules of the feed that know elements. */
const FEED_WITH_LIT = ['context', 'ceal-feed', 'define', 'feed-controller'].map((it) => `feed/${it}.ts`);
/** The modules of the form that know no element: what its entries are, and the rules they are held to. */
const FORM_FOR_NODE = ['contract', 'fields', 'form', 'payload', 'rules', 'window'].map(
  (it) => `signup-form/${it}.js`,
);
const ANYTHING = { rooms: undefined, packages: undefined };

/**
 * Room → the rooms whose modules it may import, single modules of others, and the packages. `.` are the modules that
 * lie in `src/` itself.
 */
const ROOMS = {
  '.': { rooms: [], packages: [] },
  i18n: { rooms: ['i18n'], packages: [] },
  styles: { rooms: ['styles'], packages: LIT },
  feed: { rooms: ['feed', 'i18n', '.'], packages: ZOD },
  element: { rooms: ['element', 'feed', 'i18n', 'styles', '.'], packages: LIT },
  embed: { ...ANYTHING, packages: LIT },
  receiver: {
    rooms: ['receiver', 'feed', 'i18n', '.'],
    modules: FORM_FOR_NODE,
    packages: [...ZOD, 'pg', '@electric-sql/pglite'],
  },
  cli: { rooms: ['cli', 'receiver', 'feed', '.'], modules: FORM_FOR_NODE, packages: [] },
};

const widget = (folder) => ({ rooms: [folder, 'feed', 'element', 'i18n', 'styles'], packages: LIT });

function lawFor(path) {
  if (path === 'registry.ts') return ANYTHING;
  const room = roomOf(path);
  const law = ROOMS[room] ?? widget(room);
  if (!FEED_WITH_LIT.includes(path)) return law;
  return { rooms: [...law.rooms, 'element'], packages: [...law.packages, ...LIT] };
}

const roomOf = (path) => (path.includes('/') ? path.split('/')[0] : '.');

const isNamed = (name, allowed) =>
  allowed.some((it) => (it.endsWith('/') ? name.startsWith(it) : name === it));

/** What is wrong with an import, in words; undefined if nothing. */
export function judge(path, target) {
  const { rooms, modules = [], packages } = lawFor(path);
  if (!target.startsWith('.')) {
    if (!packages || target.startsWith('node:') || isNamed(target, packages)) return undefined;
    return `${path} may not import the package ${target}.`;
  }
  const imported = join(dirname(path), target).split(sep).join('/');
  // The registry holds every widget: only the ways onto a page may know it.
  const isRegistry = imported === 'registry.js';
  const isOpen = rooms?.includes(roomOf(imported)) && !isRegistry;
  if (!rooms || isOpen || modules.includes(imported)) return undefined;
  return `${path} may not import from ${isRegistry ? 'the registry' : `src/${roomOf(imported)}`}: the rooms of src stand apart.`;
}

export const rooms = {
  meta: { type: 'problem', schema: [], docs: { description: 'Keep the rooms of src apart.' } },
  create(context) {
    const path = relative(join(context.cwd, 'src'), context.filename).split(sep).join('/');
    const check = (node) => {
      // Types leave no trace in what runs.
      if (node.importKind === 'type' || node.exportKind === 'type') return;
      const message = node.source?.value && judge(path, node.source.value);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
