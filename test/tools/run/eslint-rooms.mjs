/**
 * The rooms (folders) of `src/`, and what each may import. A new widget folder needs no line here: every folder that is
 * not named below is a widget's.
 */
import { dirname, join, relative, sep } from 'node:path';

const LIT = ['lit', 'lit/', '@lit/context'];
const ANYTHING = { rooms: undefined, packages: undefined };

/** Room → the rooms whose modules it may import, and the packages. `.` are the modules that lie in `src/` itself. */
const ROOMS = {
  '.': { rooms: [], packages: [] },
  styles: { rooms: ['styles'], packages: LIT },
  i18n: { rooms: ['i18n', '.'], packages: [] },
  dates: { rooms: ['dates', 'i18n', '.'], packages: [] },
  feed: { rooms: ['feed', 'dates', 'i18n', '.'], packages: [] },
  // Describes the feed, for Node: no browser loads it.
  'feed/format': { rooms: ['feed', 'dates', 'i18n', '.'], packages: ['zod'] },
  signup: { rooms: ['signup', 'feed', 'dates', 'i18n', '.'], packages: [] },
  element: { rooms: ['element', 'feed', 'dates', 'i18n', 'styles', '.'], packages: LIT },
  embed: { ...ANYTHING, packages: LIT },
  // Renders every widget, for Node.
  prerender: { ...ANYTHING, packages: [...LIT, '@lit-labs/ssr'] },
  receiver: {
    rooms: ['receiver', 'signup', 'feed', 'dates', 'i18n', '.'],
    packages: ['zod', 'pg', '@electric-sql/pglite'],
  },
  // Its pages say the words of the widgets, for Node: never their elements. Those for frames are written beside `embed`.
  site: {
    rooms: [
      'site',
      'embed/frame/files',
      'programme-timeline',
      'enterprise-gallery',
      'element',
      'feed',
      'dates',
      'i18n',
      '.',
    ],
    packages: [],
  },
  // Describes the widgets for other systems, for Node, with the words of the pages of a site.
  kits: { rooms: ['kits', 'site', 'i18n', '.'], packages: [] },
  // The commands that make files of a feed are those of the timeline, of all widgets and of a site, for Node.
  cli: {
    rooms: [
      'cli',
      'site',
      'receiver',
      'programme-timeline',
      'prerender',
      'signup',
      'feed',
      'dates',
      'i18n',
      '.',
    ],
    packages: [],
  },
};

/** A widget's own room, the element it is built on, and what lies below; no other widget. */
const widget = (folder) => ({
  rooms: [folder, 'signup', 'feed', 'dates', 'i18n', 'element', 'styles', '.'],
  packages: LIT,
});

function permissionsOf(path) {
  if (path === 'registry.ts') return ANYTHING;
  const inner = Object.keys(ROOMS).find((room) => room.includes('/') && path.startsWith(`${room}/`));
  return ROOMS[inner ?? roomOf(path)] ?? widget(roomOf(path));
}

const roomOf = (path) => (path.includes('/') ? path.split('/')[0] : '.');

/** True for a module of a room, or of a folder in one. */
const isIn = (room, path) => (room.includes('/') ? path.startsWith(`${room}/`) : room === roomOf(path));

const isNamed = (name, allowed) =>
  allowed.some((pattern) => (pattern.endsWith('/') ? name.startsWith(pattern) : name === pattern));

/**
 * The complaint about an import; undefined if it is allowed.
 * @param {string} path The importing module, from `src/`.
 * @param {string} target What it imports, as it is written.
 * @returns {string | undefined}
 */
export function checkImport(path, target) {
  const { rooms, packages } = permissionsOf(path);
  if (!target.startsWith('.')) {
    if (!packages || target.startsWith('node:') || isNamed(target, packages)) return undefined;
    return `${path} may not import the package ${target}.`;
  }
  const imported = join(dirname(path), target).split(sep).join('/');
  // The registry holds every widget: only the ways onto a page may know it.
  const isRegistry = imported === 'registry.js';
  const isOpen = rooms?.some((room) => isIn(room, imported)) && !isRegistry;
  if (!rooms || isOpen) return undefined;
  return `${path} may not import from ${isRegistry ? 'the registry' : `src/${roomOf(imported)}`}: the rooms of src stand apart.`;
}

export const rooms = {
  meta: { type: 'problem', schema: [], docs: { description: 'Keep the rooms of src apart.' } },
  create(context) {
    const path = relative(join(context.cwd, 'src'), context.filename).split(sep).join('/');
    const check = (node) => {
      const message = node.source?.value && checkImport(path, node.source.value);
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
