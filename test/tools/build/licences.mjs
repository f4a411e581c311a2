/** `LICENSES.txt`: the notices that must go with the built scripts, ours and those of the packages in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE_FILE = /^licen[cs]e(\.(md|txt))?$/i;
const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const RULE = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * The text of the notices.
 * @param {Iterable<string>} modules The files that the scripts are made of.
 * @throws {Error} Where a package has no licence text: somebody has to find it.
 */
export function licencesOf(modules) {
  const folders = new Set([...modules].flatMap((path) => PACKAGE_FOLDER.exec(path)?.[0] ?? []));
  /** Packages by their licence text, as those of one project share it. */
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenceText(folder);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  const own = `CEAL Widgets ${version} (${license})\n\n${licenceText('.')}`;
  const others = [...byText].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`);
  const lead =
    'ceal-widgets.js, ceal-widgets.bundle.js and the folder chunks are CEAL Widgets, under the licence\nthat comes first. Parts of the packages below are in them, each under its own.';
  return `${[lead, own, ...others].join(RULE)}\n`;
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  if (!file) throw new Error(`${folder} has no licence text to put into LICENSES.txt.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}
