/** The schema in an editor: VS Code's own service for JSON reads a feed with it, as somebody who writes one sees it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import json, { type CompletionItem, type Diagnostic } from 'vscode-json-languageservice';
import { EXAMPLE } from '../../../src/feed/format/example.js';
import { filesUnder } from '#tools/files.mjs';
import { readText } from '../../support/node/published.js';

const SCHEMA = pathToFileURL('dist/feed.schema.json').href;
const service = json.getLanguageService({
  // A feed names its schema by a path from where it lies.
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  schemaRequestService: (uri) => Promise.resolve(readText(fileURLToPath(uri))),
});
service.configure({ schemas: [{ uri: SCHEMA, fileMatch: ['*'] }] });

function open(text: string, path = 'dist/feed.json') {
  const document = json.TextDocument.create(pathToFileURL(path).href, 'json', 1, text);
  return { document, parsed: service.parseJSONDocument(document) };
}

async function problemsIn(text: string, path?: string): Promise<readonly Diagnostic[]> {
  const { document, parsed } = open(text, path);
  return service.doValidation(document, parsed);
}

/** What is offered at the bar in a text. */
async function offeredAt(marked: string): Promise<readonly CompletionItem[]> {
  const { document, parsed } = open(marked.replace('|', ''));
  const list = await service.doComplete(document, document.positionAt(marked.indexOf('|')), parsed);
  return list?.items ?? [];
}

const feed = (rest: string) => `{ "version": "1.0", "id": "a", ${rest} }`;
const enterprise = (rest: string) => feed(`"enterprises": [{ "id": "a", "name": "A", ${rest} }]`);

describe('the schema in an editor', () => {
  it('finds nothing wrong in the example of every field', async () =>
    assert.deepEqual(await problemsIn(JSON.stringify(EXAMPLE)), []));

  for (const path of filesUnder('stories/feeds', (it) => /^[^/]+\/[^/]+\/[^/]+\.json$/.test(it)))
    it(`finds nothing wrong in ${path}`, async () =>
      assert.deepEqual(await problemsIn(readText(path), path), []));

  for (const [name, text] of [
    ['a status that is none', enterprise('"status": "klaar"')],
    ['a date that is none', feed('"sessions": [{ "id": "a", "title": "A", "start": "13 mei" }]')],
    ['an id with a blank', enterprise('"themes": ["groen en grijs"]')],
    ['a missing name', feed('"enterprises": [{ "id": "a" }]')],
  ] as const)
    it(`tells of ${name}, at its place`, async () => {
      const problems = await problemsIn(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(
        problems.map(({ message }) => (typeof message === 'string' ? message : message.value)).join(),
        /\S/,
      );
    });

  it('offers the fields of an entry that are not there yet, with their help', async () => {
    const offered = await offeredAt(enterprise('"|"'));
    const labels = offered.map(({ label }) => label);
    for (const label of ['tagline', 'status', 'themes']) assert.ok(labels.includes(label), label);
    assert.ok(!labels.includes('name'));
    assert.ok(offered.every(({ documentation }) => documentation));
  });

  it('offers the states of an enterprise', async () => {
    const labels = (await offeredAt(enterprise('"status": |'))).map(({ label }) => label);
    assert.ok(labels.includes('"running"'), labels.join());
  });
});
