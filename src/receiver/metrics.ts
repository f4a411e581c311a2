import { createServer, type Server } from 'node:http';
import { errorFacts, type Log } from './log.js';
import type { Deliver } from './notices/deliver.js';

/** Labels take few values, none of which comes from a visitor or the feed. */
type Labels = Readonly<Record<string, string | number>>;

/** What is counted as it happens. */
const COUNTERS = {
  ceal_http_requests_total: 'Requests that were answered, by path and status.',
  ceal_signups_total: 'Sign-ups that were sent, by what became of them.',
  ceal_batches_total: 'Transactions in which sign-ups were stored.',
  ceal_deliveries_total: 'Attempts to deliver a notice, by outcome.',
  ceal_log_events_total: 'Lines of the log other than those of requests, by event.',
} as const;

/** What is looked at when somebody asks. */
const GAUGES = {
  ceal_queue_length: 'Sign-ups that wait to be stored.',
  ceal_notices_waiting: 'Notices that are still to be delivered.',
  ceal_notices_given_up: 'Notices that could not be delivered for days, and are not tried again.',
  ceal_feed_age_seconds: 'Time since the feed could last be read.',
  ceal_database_up: '1 where the database stores, else 0.',
  process_resident_memory_bytes: 'Memory of the process.',
  process_start_time_seconds: 'When the process started, in seconds since 1970.',
} as const;

const DURATION = 'ceal_http_request_duration_seconds';
const DURATION_HELP = 'Time until a request was answered, by path.';
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type CounterName = keyof typeof COUNTERS;

/** What the gauges show now; one that is left out is not known. */
export type GaugeValues = Readonly<Partial<Record<keyof typeof GAUGES, number | undefined>>>;

/** The durations of one path: how many there were up to each bound, and their sum. */
interface Histogram {
  readonly counts: number[];
  count: number;
  sum: number;
}

/** The figures of a receiver since its start, for Prometheus. None is about anybody. */
export class Metrics {
  /** The values of each counter, by their labels as they are written. */
  readonly #counters = new Map<CounterName, Map<string, number>>();
  readonly #durations = new Map<string, Histogram>();

  count(name: CounterName, labels: Labels = {}): void {
    const values = this.#counters.get(name) ?? new Map<string, number>();
    const written = labelsText(labels);
    this.#counters.set(name, values.set(written, (values.get(written) ?? 0) + 1));
  }

  /** A log that counts what it writes. */
  watchLog(log: Log): Log {
    return (event, facts = {}) => {
      const { path = 'other', status = 0, ms } = facts;
      if (event !== 'request') this.count('ceal_log_events_total', { event });
      else {
        this.count('ceal_http_requests_total', { path, status });
        this.#observe(path, Number(ms) / 1_000);
      }
      log(event, facts);
    };
  }

  /** A delivery that counts how it goes. */
  watchDelivery(deliver: Deliver): Deliver {
    return async (delivery) => {
      const outcome = (is: string) => this.count('ceal_deliveries_total', { outcome: is });
      try {
        await deliver(delivery);
        outcome('delivered');
      } catch (error) {
        outcome('failed');
        throw error;
      }
    };
  }

  /** All figures in the text format of Prometheus, version 0.0.4. */
  text(gauges: GaugeValues): string {
    const counters = entriesOf(COUNTERS).map(([name, help]) =>
      family(name, 'counter', help, [...(this.#counters.get(name) ?? [])]),
    );
    const looked = entriesOf(GAUGES).map(([name, help]) => {
      const value = gauges[name];
      return family(name, 'gauge', help, value === undefined ? [] : [['', value]]);
    });
    const durations = family(
      DURATION,
      'histogram',
      DURATION_HELP,
      [...this.#durations].flatMap(histogramSamples),
    );
    return [...counters, durations, ...looked].join('');
  }

  #observe(path: string | number, seconds: number): void {
    const histogram = this.#durations.get(String(path)) ?? {
      counts: BUCKETS_SECONDS.map(() => 0),
      count: 0,
      sum: 0,
    };
    BUCKETS_SECONDS.forEach((bound, index) => {
      if (seconds <= bound) histogram.counts[index]! += 1;
    });
    histogram.count += 1;
    histogram.sum += seconds;
    this.#durations.set(String(path), histogram);
  }
}

type Sample = readonly [labels: string, value: number, suffix?: string];

/** The lines of one metric; none where it has no value. */
function family(name: string, type: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(([labels, value, suffix = '']) => `${name}${suffix}${labels} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
}

function histogramSamples([path, { counts, count, sum }]: readonly [string, Histogram]): readonly Sample[] {
  const buckets = [...BUCKETS_SECONDS, Infinity].map((bound, index): Sample => {
    const le = bound === Infinity ? '+Inf' : bound;
    return [labelsText({ path, le }), counts[index] ?? count, '_bucket'];
  });
  const labels = labelsText({ path });
  return [...buckets, [labels, sum, '_sum'], [labels, count, '_count']];
}

function labelsText(labels: Labels): string {
  const written = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return written.length > 0 ? `{${written.join(',')}}` : '';
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function entriesOf<Name extends string>(texts: Readonly<Record<Name, string>>): readonly [Name, string][] {
  return Object.entries(texts) as [Name, string][];
}

/** Memory and start of this process. */
export function processGauges(): GaugeValues {
  return {
    process_resident_memory_bytes: process.memoryUsage.rss(),
    process_start_time_seconds: Math.round(Date.now() / 1_000 - process.uptime()),
  };
}

/** Serves `GET /metrics`; the caller lets it listen, where only those may come who should see it. */
export function metricsServer(metrics: Metrics, read: () => Promise<GaugeValues>, log: Log): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    read().then(
      (gauges) => {
        response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
        response.end(metrics.text(gauges));
      },
      (error: unknown) => {
        log('metrics-failed', errorFacts(error));
        response.writeHead(500).end();
      },
    );
  });
}
