import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DeliveryError, type Deliver } from './deliver.js';

const COMMAND_TIMEOUT_MS = 20_000;
/** The time that a command has to clean up after it was told to end. */
const KILL_AFTER_MS = 1_000;

/** Names of variables that hold what only the receiver needs: its database's address and password, its own secrets. */
const PRIVATE_VARIABLES = /^(DATABASE_URL$|PG|POSTGRES_|CEAL_|CREDENTIALS_DIRECTORY$)/i;

/**
 * Delivers to a command, on its standard input; nothing of the message is in its arguments. The command and whatever it
 * started is ended after its time, and where the receiver stops. What it writes is read by nobody: mail programs quote
 * addresses, which are not for the log. Its exit code is the reason where it fails.
 */
export function toCommand(command: string, timeoutMs = COMMAND_TIMEOUT_MS): Deliver {
  return async ({ body, signal }) => {
    // A signal that has ended already tells nobody any more.
    if (signal.aborted) throw new DeliveryError('stopped');
    const child = spawn(command, {
      shell: true,
      // A process group of its own: a signal to it reaches what the command has started too.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !PRIVATE_VARIABLES.test(name))),
    });
    let isLate = false;
    const end = () => {
      letGo();
      endGroup(child);
    };
    const letGo = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    };
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, timeoutMs);
    signal.addEventListener('abort', end);
    // A command that does not read its input ends the pipe early.
    child.stdin.on('error', () => {});
    child.stdin.end(body);
    try {
      const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      if (isLate) throw new DeliveryError('timeout');
      if (code !== 0) throw new DeliveryError(code === null ? `signal ${killedBy ?? ''}` : `exit ${code}`);
    } finally {
      child.stdin.destroy();
      // What it left behind has the rest of the time: a mail server may still be sending.
      if (!signalGroup(child, 0)) letGo();
      else timer.unref();
    }
  };
}

/** Ends all processes of a command's group: those that do not listen are ended without asking. */
function endGroup(child: ChildProcess): void {
  if (!signalGroup(child, 'SIGTERM')) return;
  setTimeout(() => signalGroup(child, 'SIGKILL'), KILL_AFTER_MS);
}

/** @returns false if there is no process in the group any more */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  // Without a number nothing was started; 0 would be the receiver's own group.
  if (!pid) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
