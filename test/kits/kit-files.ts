/** The kits as the build has made them, and their PHP with stand-ins for the systems that it is for. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { needs } from '../support/node/needs.js';

export const KITS = 'dist/kits';
export const drupal = `${KITS}/drupal/ceal_widgets`;
export const typo3 = `${KITS}/typo3/ceal_widgets`;
export const wordpress = `${KITS}/wordpress/ceal-widgets`;
export const read = (path: string) => readFileSync(path, 'utf8');
export const filesUnder = (folder: string) =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .toSorted();
export const kitFiles = (...ends: readonly string[]) =>
  filesUnder(KITS).filter((path) => ends.some((end) => path.endsWith(end)));

export const php = needs('php', '--version');
export const xml = needs('php', '-r', 'exit(function_exists("simplexml_load_file") ? 0 : 1);');

/** Addresses of https://example.org. */
export const OWN_ADDRESSES = [
  '/in',
  'in',
  '?in',
  'https://example.org/in',
  'HTTPS://EXAMPLE.org/in',
  '//example.org/in',
  'https://example.org:443/in',
  '//example.org:443/in',
];

export const OTHER_ADDRESSES = [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '\ufeff//elsewhere.example/',
  '\u00a0https://elsewhere.example/',
  'https://somebody@example.org/in',
  'http://example.org/in',
  '/\\elsewhere.example/',
  '\u0001//elsewhere.example/',
  '/\t/elsewhere.example/',
  'https:elsewhere.example',
  'https:///elsewhere.example',
  'https://example.org@elsewhere.example/',
  'https://example.org:8443/in',
  'https://example.org:80/in',
  'http://example.org:443/in',
  'https://example.org.elsewhere.example/',
  'javascript:alert(1)',
  'data:,x',
];

export type Field = Readonly<Record<string, unknown>>;

/** Runs the PHP of a kit with stand-ins for its system. */
export function runCase(system: string, kit: string, input: object): unknown {
  const output = execFileSync(
    'php',
    ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', `test/kits/stand-ins/${system}.php`, kit],
    { input: JSON.stringify(input), encoding: 'utf8' },
  );
  return JSON.parse(output);
}

/** A YAML file, which holds a mapping. */
export function yaml(path: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(read(path));
  assert.deepEqual([...document.errors, ...document.warnings], [], basename(path));
  return document.toJS() as Readonly<Record<string, unknown>>;
}
