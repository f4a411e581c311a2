/**
 * Serves files as a good host does: HTTP/2, so that many requests wait for one round together, text compressed with
 * Brotli, and the chunks kept by the browser for good. Over a line that is as slow as it is told.
 */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { createSecureServer } from 'node:http2';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Sender } from './line.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Key and certificate of this machine for a day, in one text. */
const makeCertificate = () =>
  execFileSync(
    'openssl',
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost -keyout - -out -'.split(
      ' ',
    ),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );

/**
 * @param {Map<string, Buffer>} files By path.
 * @returns Its address, the argument with which Chromium trusts it, the bytes of each body on the wire by path, and
 *   a function that sets its line.
 */
export async function host(files) {
  const pem = makeCertificate();
  const answers = new Map([...files].map(([path, body]) => [path, answerOf(path, body)]));
  const sender = new Sender();
  const server = createSecureServer({ key: pem, cert: pem }, (request, response) => {
    const answer = answers.get(request.url);
    if (!answer) return response.writeHead(404).end();
    void sender.send(response, answer.headers, answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return {
    url: `https://127.0.0.1:${server.address().port}`,
    trust: `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`,
    bytesOf: (path) => answers.get(path)?.body.length ?? 0,
    setLine: (line) => (sender.line = line),
    close: () => server.close(),
  };
}

function answerOf(path, plain) {
  const type = TYPES[extname(path)];
  const body = type ? brotliCompressSync(plain) : plain;
  return {
    body,
    headers: {
      'content-type': type ?? 'image/png',
      'content-length': body.length,
      'cache-control': path.includes('/chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(type ? { 'content-encoding': 'br' } : {}),
    },
  };
}
