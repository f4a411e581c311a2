/**
 * A receiver in a few lines, for tests of the form: it keeps what it is sent by key, as the contract says, and does what
 * a test tells it to do wrong.
 */
export function standIn() {
  const stored = new Map();
  const requests = [];
  const receiver = {
    /** Entries by key. */
    stored,
    /** Every body that came, with its headers. */
    requests,
    /** What goes wrong with the next requests, one each: `(response, store) => …`; `store` does what should be done. */
    faults: [],
    free: undefined,
    async handle(request, response) {
      if (request.method === 'GET') return json(response, 200, { editions: receiver.free ?? [] });
      if (request.method !== 'POST') return response.writeHead(405).end();
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      requests.push({ headers: request.headers, body });
      const fault = receiver.faults.shift();
      const store = () => take(JSON.parse(body));
      if (fault) return fault(response, store);
      const answer = store();
      return json(response, 201, answer);
    },
  };

  function take({ submissionId, replaces = [], ...entry }) {
    for (const key of replaces) stored.delete(key);
    if (!stored.has(submissionId)) stored.set(submissionId, entry);
    return { reference: `R-${submissionId.slice(0, 4)}` };
  }

  return receiver;
}

export function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

const PAGE = '<!doctype html><title>Inloggen</title><form><input type="password"></form>';

/** Faults by name. */
export const FAULTS = {
  /** The answer gets lost after everything was done. */
  lost: (response, store) => {
    store();
    response.destroy();
  },
  /** The answer breaks off in the middle. */
  cut: (response, store) => {
    const text = JSON.stringify(store());
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': text.length });
    response.write(text.slice(0, 5), () => response.destroy());
  },
  /** Nothing was done, and nothing is said. */
  silent: () => {},
  /** The answer comes, a letter at a time. */
  trickle: async (response, store) => {
    const text = JSON.stringify(store());
    response.writeHead(201, { 'content-type': 'application/json' });
    for (const letter of text) {
      response.write(letter);
      await new Promise((settle) => setTimeout(settle, 20));
    }
    response.end();
  },
  status:
    (status, headers = {}, body = '') =>
    (response) => {
      response.writeHead(status, { 'content-type': 'text/html', ...headers });
      response.end(body);
    },
  page: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(PAGE);
  },
  /** Done, but who could know? */
  nonsense: (response, store) => {
    store();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('OK!');
  },
  redirect: (location) => (response) => {
    response.writeHead(303, { location });
    response.end();
  },
};
