/**
 * A visitor of the strict municipality page and the real receiver behind it: what is sent is stored, once, and whoever
 * looks after it can read it back.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { SignupEntry } from '../../src/signup/contract.js';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { startDemoReceiver } from '../hosts/receiver.js';
import { startHosts } from '../hosts/server.js';
import { visitorOf, type Visitor } from '../support/node/form-visits.js';
import { launch, openPage } from '../support/node/browser.js';
import { node } from '#tools/process.mjs';
import { fillFolder } from '../support/node/pglite.js';

const PROGRAM = 'dist/modules/cli/ceal-widgets.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

let folder: string;
let receiver: ReturnType<typeof startDemoReceiver>;
let hosts: Awaited<ReturnType<typeof startHosts>>;
let browser: Browser;
/** Stands between the visitor and the receiver; by default it passes everything on. */
let proxy: Handle;
before(async () => {
  folder = await fillFolder(mkdtempSync(join(tmpdir(), 'ceal-page-')));
  receiver = startDemoReceiver(folder);
  const handle: Handle = (request, response) => (request.method === 'POST' ? proxy : pass)(request, response);
  [hosts, browser] = await Promise.all([startHosts({ port: 0, receiver: handle }), launch()]);
  await receiver.started;
});
after(async () => {
  await Promise.all([browser?.close(), hosts?.close(), receiver?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  proxy = pass;
});

const pass: Handle = (request, response) => receiver.handle(request, response);

async function visit(run: (visitor: Visitor & { readonly page: Page }) => Promise<void>): Promise<void> {
  const { page } = await openPage(browser, `${hosts.url}/gemeente/`);
  const visitor = visitorOf(page);
  await visitor.ready();
  try {
    await run({ ...visitor, page });
    const reports: unknown = await (await fetch(`${hosts.url}/csp-reports.json`)).json();
    assert.deepEqual(reports, [], 'nothing was blocked');
  } finally {
    await page.browserContext().close();
  }
}

interface ExportedRow {
  readonly status: string;
  readonly edition: string;
  readonly reference: string;
  readonly entry: SignupEntry;
}

/** The rows of one visitor, as whoever looks after the receiver reads them. */
async function exported(name: string): Promise<readonly ExportedRow[]> {
  const { output } = await node([PROGRAM, 'export', '--format', 'json', '--data', folder]);
  return (JSON.parse(output) as ExportedRow[]).filter(({ entry }) => entry.name === name);
}

/** Fills in the form under a name of its own. */
async function fillIn(visitor: Visitor, name: string): Promise<void> {
  await visitor.fill();
  const field = await visitor.part('[name=name]');
  await field.click({ count: 3 });
  await field.type(name);
}

describe('a visitor of the municipality page', () => {
  it('signs up, is given a number, and can be read back', () =>
    visit(async (visitor) => {
      await visitor.says('Nog 25 plekken');
      await fillIn(visitor, 'Noor Één');
      await visitor.send();
      await visitor.says(nl.done);
      const [row, ...others] = await exported('Noor Één');
      assert.deepEqual(others, []);
      assert.equal(row?.status, 'accepted');
      assert.equal(row.edition, 'ex-najaar-2027');
      assert.equal(row.entry.email, 'noor@example.org');
      await visitor.says(row.reference);
    }));

  it('is stored once when the answer was lost', () =>
    visit(async (visitor) => {
      let lost = 0;
      // The receiver hears it all and answers; the visitor hears nothing.
      proxy = (request, response) => {
        response.writeHead = () => response;
        response.write = () => true;
        response.end = () => response.destroy();
        lost += 1;
        return pass(request, response);
      };
      await fillIn(visitor, 'Noor Twee');
      await visitor.send();
      await visitor.says(nl.uncertain);
      assert.ok(lost > 0);
      assert.equal((await exported('Noor Twee')).length, 1);
      proxy = pass;
      await visitor.press(nl.sendAgain);
      await visitor.says(nl.done);
      const [row, ...others] = await exported('Noor Twee');
      assert.deepEqual(others, []);
      await visitor.says(row!.reference);
    }));

  it('is stored once when the receiver was killed in the middle', () =>
    visit(async (visitor) => {
      let killed: Promise<void> | undefined;
      proxy = (request, response) => {
        void pass(request, response);
        killed ??= receiver.stop('SIGKILL');
      };
      await fillIn(visitor, 'Noor Drie');
      await visitor.send();
      await visitor.says(nl.uncertain);
      await killed;
      proxy = pass;
      receiver = startDemoReceiver(folder);
      await receiver.started;
      await visitor.press(nl.sendAgain);
      await visitor.says(nl.done);
      const [row, ...others] = await exported('Noor Drie');
      assert.deepEqual(others, []);
      await visitor.says(row!.reference);
    }));
});
