/** Plugins of the test runner for the browser tests. */

/** Adds the command `emulate-forced-colors`, which the runner's own `emulateMedia` ignores without an error. */
export const forcedColorsPlugin = () => ({
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-forced-colors') return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: payload }],
    });
    return true;
  },
});

/** Loads `test/support/browser/quiet.ts` with every test file: a test that leaves something in the console fails. */
export const quietPlugin = () => ({
  name: 'quiet',
  transform({ path, body }) {
    if (!path.endsWith('.test.js')) return undefined;
    // On the same line, so that the source map holds.
    return { body: `import '/out/test/support/browser/quiet.js';${body}` };
  },
});

/** Lets a browser keep the modules for the next test file, without asking again: none changes while the tests run. */
export async function keepModules(context, next) {
  await next();
  if (context.status === 200 && context.path.endsWith('.js')) context.set('cache-control', 'max-age=86400');
}
