import { chmodSync } from 'node:fs';
import { closeServer, listen } from '../http/listening.js';
import { acquireFolderLock, newSocketName, socketPath, type HeldFolder } from '../storage/folder-lock.js';
import { makePrivate } from '../storage/private-folder.js';
import { AdminServer } from '../admin/admin-server.js';

/**
 * Locks a data folder for this process, and makes it where it is not there. The folder, and all that this process makes
 * from now on, are its user's alone. While it is locked, `admin` listens to the commands on its socket. Rejects with
 * `FolderLockedError` where another process has it.
 */
export async function lockFolder(folder: string, admin = new AdminServer(() => {})): Promise<HeldFolder> {
  makePrivate(folder);
  const socket = newSocketName();
  const { server } = admin;
  await listen(server, socketPath(folder, socket));
  try {
    if (process.platform !== 'win32') chmodSync(socketPath(folder, socket), 0o600);
    const held = await acquireFolderLock(folder, socket);
    return {
      check: () => held.check(),
      release: async () => {
        await held.release();
        // Who was promised an answer has it by now.
        await closeServer(server, 0);
      },
    };
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}
