/**
 * `npm start`: builds, serves the partner pages of `test/hosts/` with a receiver for their sign-ups, and builds again on
 * every change of a source. `npm start -- --port 9000` for another address.
 */
import { watch } from 'node:fs';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { startDemoReceiver } from '../../../out/test/hosts/receiver.js';
import { startHosts } from '../../../out/test/hosts/server.js';
import { bundle } from '../build/build.mjs';
import { compile } from '../build/compile.mjs';

const FIRST_PORT = 8000;
/** The folder for the sign-ups of the partner pages; not in the repository. */
const SIGNUPS = 'out/signups';
/** Time without changes after which a build begins: editors write a file in several steps. */
const SETTLE_MS = 150;

const { values } = parseArgs({ options: { port: { type: 'string', default: String(FIRST_PORT) } } });

if (!(await build())) process.exit(1);
const receiver = startDemoReceiver(SIGNUPS);
const hosts = await startHosts({ port: await freePort(Number(values.port)), receiver: receiver.handle });
console.log(`\nPartner pages: ${hosts.url}\nBuilding again on every change. Stop with Ctrl+C.`);
receiver.started.then(
  () => console.log(`Sign-ups are kept in ${SIGNUPS}. Read them: npx ceal-widgets export --data ${SIGNUPS}`),
  (error) => console.error(`Sign-ups cannot be received. ${error.message}`),
);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void receiver.stop().then(() => process.exit()));

let timer;
let building = Promise.resolve();
watch('src', { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => (building = building.then(() => build({ quick: true }))), SETTLE_MS);
});

/**
 * Builds. Type errors are printed, and do not stop it.
 * @returns {Promise<boolean>} False if nothing could be built.
 */
async function build(options) {
  const start = performance.now();
  const { output } = await compile();
  process.stdout.write(output);
  try {
    await bundle(options);
    console.log(`Built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** The first free port from here on. */
async function freePort(port) {
  return (await isFree(port)) ? port : freePort(port + 1);
}

function isFree(port) {
  return new Promise((settle) => {
    const probe = createServer()
      .once('error', () => settle(false))
      .once('listening', () => probe.close(() => settle(true)))
      .listen(port);
  });
}
