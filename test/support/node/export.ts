/** What the tests of exports share: a sign-up as it is exported, and LibreOffice to read the file. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { SignupRecord } from '../../../src/receiver/storage/reading.js';
import type { KeptEntry } from '../../../src/receiver/validate-entry.js';

/** A sign-up as the database gives it, with changes to its entry. */
export const signupRecord = (entry: Partial<KeptEntry> = {}): SignupRecord => ({
  reference: 'A',
  status: 'accepted',
  feed: 'proef',
  signup: 'meedoen',
  edition: null,
  receivedAt: '2027-05-10T12:00:00.000Z',
  offeredAt: null,
  confirmBy: null,
  entry: { name: 'Noor (voorbeeld)', answers: {}, consents: [], language: 'nl', ...entry },
});

/** What LibreOffice makes of a file, as a flat OpenDocument spreadsheet. It writes beside the file. */
export function inLibreOffice(file: string, { filter }: { readonly filter?: string } = {}): string {
  const folder = dirname(file);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = ['--headless', '--convert-to', 'fods', '--outdir', folder];
  execFileSync('soffice', [profile, ...options, ...(filter ? [`--infilter=${filter}`] : []), file], {
    stdio: 'ignore',
  });
  return readFileSync(join(folder, `${basename(file, extname(file))}.fods`), 'utf8');
}
