import { stat } from 'node:fs/promises';

/** Files that are looked at from time to time: a look also sees a file that was put in the place of another. */
export class FileWatch {
  /** What a look has seen of each file, by path. */
  #stamps: ReadonlyMap<string, string> = new Map();

  /** Watches these files from now on, which need not be there yet, and no others. Changes of those of before still count. */
  async follow(paths: readonly string[]): Promise<void> {
    const before = this.#stamps;
    this.#stamps = await mapOf(paths, async (path) => before.get(path) ?? stampOf(path));
  }

  /** True if one of them is another than at the look before, has come or has gone. */
  async hasChanged(): Promise<boolean> {
    const before = this.#stamps;
    this.#stamps = await mapOf([...before.keys()], stampOf);
    return [...this.#stamps].some(([path, stamp]) => before.get(path) !== stamp);
  }
}

async function mapOf(
  paths: readonly string[],
  stamp: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await stamp(path)] as const)));
}

/** What changes with each save; the same for every file that is not there. */
const stampOf = (path: string): Promise<string> =>
  stat(path, { bigint: true }).then(
    ({ ino, size, mtimeNs }) => `${ino} ${size} ${mtimeNs}`,
    () => '',
  );
