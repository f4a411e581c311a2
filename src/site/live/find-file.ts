import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * Finds a file by the part of an address that lies under its folder.
 * @returns `undefined` for what is not there, is hidden, or would lead out of the folder, by dots, by an encoded slash or by
 *   a symbolic link
 */
export async function findFile(folder: string, path: string): Promise<string | undefined> {
  const parts = decode(path)?.split('/') ?? ['.'];
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return undefined;
  if (parts.at(-1) === '') parts[parts.length - 1] = 'index.html';
  try {
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    const inside = file.startsWith(home + sep) && (await stat(file)).isFile();
    return inside ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Decodes a path. @returns `undefined` where it cannot, or where an encoded slash would be a second way to write a path */
function decode(path: string): string | undefined {
  try {
    return /%2f|%5c/i.test(path) ? undefined : decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
