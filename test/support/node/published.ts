/** The files that are published, as the build has made them. */
import { readFileSync } from 'node:fs';
import { elementsOf, type ElementDeclaration, type Manifest } from '#tools/docs/manifest.mjs';

/** The fields of `package.json` that tests read. */
export interface PackageFile {
  version: string;
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  /** By the name after `ceal-widgets/`: one file, or one for each condition. */
  exports: Record<string, string | Record<string, string>>;
  'web-types': string;
}

export const readText = (path: string): string => readFileSync(path, 'utf8');

/** A JSON file, unchecked: the caller says what it must hold. */
export const readJson = (path: string): unknown => JSON.parse(readText(path));

export const readPackageFile = (): PackageFile => readJson('package.json') as PackageFile;

/** The files that the package names, without those that a pattern stands for. */
export const exportedFiles = ({ exports }: PackageFile): string[] =>
  Object.values(exports)
    .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
    .filter((path) => !path.includes('*'));

export const readManifestFile = (): Manifest => readJson('dist/custom-elements.json') as Manifest;

export const readElements = (): ElementDeclaration[] => elementsOf(readManifestFile());
