/** What is counted in one load: the rounds until the first card, and the bytes of what is asked for. */

/**
 * The round of each request, in the order in which they began: 1 for the page, else one more than that of the latest
 * answer that had come. Holds where a round takes longer than everything else between two requests.
 */
export function roundsOf(requests) {
  const rounds = [];
  for (const { begunMs } of requests)
    rounds.push(1 + Math.max(0, ...rounds.filter((_, at) => requests[at].answeredMs <= begunMs)));
  return rounds;
}

const KINDS = [
  [/\.html$/, 'page'],
  [/^\/pictures\//, 'picture'],
  [/\.json$/, 'feed'],
];

/** @param {(path: string) => number} bytesOf The bytes of a body, compressed. */
export function countsOf({ requests, scripts, firstCard, shift, error }, latencyMs, bytesOf) {
  if (!requests) return { error };
  const rounds = roundsOf(requests);
  const files = requests.map(({ path, answeredMs }, at) => ({
    path,
    kind: KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'widget',
    round: rounds[at],
    bytes: bytesOf(path),
    before: answeredMs <= firstCard,
    ran: scripts.includes(path),
  }));
  const needed = Math.max(...files.filter(({ before }) => before).map(({ round }) => round));
  const bytes = (wanted) => files.filter(wanted).reduce((sum, file) => sum + file.bytes, 0);
  return {
    rounds: needed,
    /** On this line the time says the same; where it does not, the machine was too busy to count. */
    sure: Math.floor(firstCard / latencyMs) === needed,
    run: bytes(({ ran }) => ran),
    all: bytes(({ kind }) => kind === 'widget'),
    shift,
    files,
    ...(error ? { error } : {}),
  };
}
