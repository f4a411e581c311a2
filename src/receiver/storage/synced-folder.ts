import { closeSync, fdatasyncSync, fsyncSync, openSync, statfsSync } from 'node:fs';
import type { MemoryFS } from '@electric-sql/pglite';

/** The place where PGlite looks for its data. */
const PGDATA = '/pglite/data';
const LOG_FOLDER = 'pg_wal';

/** The part that is used here of a program's files (Emscripten's), which PGlite does not type. */
interface ProgramFiles {
  readonly FS: {
    mkdirTree(path: string, mode: number): void;
    mount(type: unknown, options: object, at: string): void;
  };
  readonly NODEFS: {
    readonly node_ops: { setattr: SetAttributes };
    readonly stream_ops: {
      fsync?: (stream: FileStream) => void;
      setattr: SetAttributes;
      write: (stream: FileStream, ...args: readonly unknown[]) => number;
    };
    realPath(node: unknown): string;
    tryFSOperation(work: () => void): void;
  };
}

type SetAttributes = (file: unknown, attributes: { readonly mode?: number }) => void;

interface FileStream {
  /** The file descriptor; `undefined` for a folder. */
  readonly nfd?: number;
  readonly node: unknown;
}

/**
 * A folder as the file system of PGlite, in which a sync reaches the disk: its own goes no further than the operating
 * system. What it makes is its owner's alone. It is a `MemoryFS` by name, since PGlite lets `initdb` write only into one
 * of those; for others it makes an archive in memory and unpacks it.
 */
export function syncedFolder(Base: typeof MemoryFS, folder: string): MemoryFS {
  return new (class extends Base {
    override async init(...[pg, options]: Parameters<MemoryFS['init']>) {
      const { emscriptenOpts } = await super.init(pg, options);
      const mount = (program: unknown) => mountSynced(program as ProgramFiles, folder);
      return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), mount] } };
    }
  })();
}

function mountSynced({ FS, NODEFS }: ProgramFiles, folder: string): void {
  NODEFS.stream_ops.fsync = ({ nfd, node }) =>
    NODEFS.tryFSOperation(() => {
      if (nfd === undefined) syncPath(NODEFS.realPath(node));
      else fdatasyncSync(nfd);
    });
  // It sets the mode of a file that it has made by itself, whatever the umask.
  for (const operations of [NODEFS.node_ops, NODEFS.stream_ops]) {
    const { setattr } = operations;
    operations.setattr = (file, { mode, ...attributes }) =>
      setattr(file, mode === undefined ? attributes : { ...attributes, mode: mode & ~0o077 });
  }
  const { write } = NODEFS.stream_ops;
  NODEFS.stream_ops.write = (stream, ...args) => {
    try {
      return write(stream, ...args);
    } catch (error) {
      if (!NODEFS.realPath(stream.node).includes(LOG_FOLDER)) throw error;
      // PostgreSQL has no way back here, and PGlite would try without end: whatever starts it again finds all as it was.
      console.error('The log of the embedded database cannot be written: ended.');
      process.exit(1);
    }
  };
  FS.mkdirTree(PGDATA, 0o700);
  FS.mount(NODEFS, { root: folder }, PGDATA);
}

/** Waits until a file or folder is on the disk. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The space on the disk of a folder, in bytes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
