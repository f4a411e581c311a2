/** The figures for Prometheus: in its text format, true, and about nobody. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Metrics } from '../../src/receiver/metrics.js';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import { fillFolder } from '../support/node/pglite.js';
import { FEED } from '../support/node/program.js';
import { entryOf } from '../support/node/receiver.js';

interface Family {
  type?: string;
  help?: string;
  /** Values by the name and labels of their sample. */
  readonly samples: Map<string, number>;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
const SAMPLE = new RegExp(`^(${NAME})(\\{${LABEL}(?:,${LABEL})*\\})? (\\S+)$`);

/** Reads the text format of Prometheus, version 0.0.4, strictly: fails where a line or its place is not as it must be. */
function parseMetrics(text: string): ReadonlyMap<string, Family> {
  assert.ok(text.endsWith('\n'), 'the last line ends');
  const families = new Map<string, Family>();
  let current = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, name = '', rest = ''] = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`).exec(line) ?? [];
    if (kind === 'HELP') {
      assert.ok(!families.has(name), `${name} is there twice`);
      families.set(name, { help: rest, samples: new Map() });
      current = name;
    } else if (kind === 'TYPE') {
      assert.equal(name, current);
      assert.match(rest, /^(?:counter|gauge|histogram)$/);
      families.get(name)!.type = rest;
    } else {
      const [, sample = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
      assert.ok(sample, line);
      const { type, samples } = families.get(current)!;
      assert.ok(type, `${current} has its type before its values`);
      const suffix = type === 'histogram' ? '_(?:bucket|sum|count)' : '';
      assert.match(sample, new RegExp(`^${current}${suffix}$`));
      assert.ok(!samples.has(sample + labels), `${line} is there twice`);
      assert.ok(value !== '' && Number.isFinite(Number(value)), line);
      samples.set(sample + labels, Number(value));
    }
  }
  for (const [name, { type, samples }] of families) {
    assert.ok(samples.size > 0, name);
    if (type === 'counter') assert.match(name, /_total$/);
    if (type === 'histogram') checkHistogram(name, samples);
  }
  return families;
}

/** Buckets rise, up to the one without a bound, which holds all. */
function checkHistogram(name: string, samples: ReadonlyMap<string, number>): void {
  const paths = [...samples.keys()].flatMap(
    (key) => new RegExp(`^${name}_count\\{(.*)\\}$`).exec(key)?.[1] ?? [],
  );
  assert.ok(paths.length > 0);
  for (const path of paths) {
    const buckets = [...samples].filter(([key]) => key.startsWith(`${name}_bucket{${path},le="`));
    const values = buckets.map(([, value]) => value);
    assert.deepEqual(
      values,
      [...values].sort((a, b) => a - b),
    );
    assert.match(buckets.at(-1)![0], /le="\+Inf"/);
    assert.equal(values.at(-1), samples.get(`${name}_count{${path}}`));
    assert.ok(samples.get(`${name}_sum{${path}}`)! >= 0);
  }
}

describe('metrics', () => {
  it('R12: tell of what was stored, refused and not told, and name nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ceal-metrics-'));
    let receiver: Receiver | undefined;
    try {
      const feed = join(folder, 'feed.json');
      writeFileSync(feed, JSON.stringify(FEED));
      receiver = await startReceiver({
        feed,
        folder: await fillFolder(join(folder, 'data')),
        port: 0,
        metricsPort: 0,
        command: 'exit 1',
        log: () => {},
      });
      const { url, metricsUrl = '' } = receiver;
      const post = (changes: object) =>
        fetch(`${url}/signups`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(entryOf({ ...changes })),
        });
      const look = async () => {
        const response = await fetch(metricsUrl);
        assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
        const text = await response.text();
        const families = parseMetrics(text);
        return {
          text,
          value: (name: string) => families.get(name.replace(/(?:_count)?\{.*/, ''))?.samples.get(name),
        };
      };
      const stored = entryOf({ edition: 'lente' });
      for (const entry of [
        stored,
        stored,
        { ...entryOf(), edition: 'lente' },
        { ...entryOf(), edition: 'lente' },
      ])
        await post(entry);
      await post({ name: '' });
      await post({ name: 5 });
      await post({ submissionId: undefined });
      await fetch(`${url}/no-such-page`);

      const { text, value } = await look();
      assert.equal(value('ceal_signups_total{outcome="accepted"}'), 2);
      assert.equal(value('ceal_signups_total{outcome="waiting-list"}'), 1);
      assert.equal(value('ceal_signups_total{outcome="replayed"}'), 1);
      assert.equal(value('ceal_signups_total{outcome="invalid"}'), 2);
      assert.equal(value('ceal_signups_total{outcome="key-missing"}'), 1);
      assert.equal(value('ceal_http_requests_total{path="/signups",status="201"}'), 3);
      assert.equal(value('ceal_http_requests_total{path="other",status="404"}'), 1);
      assert.equal(value('ceal_http_request_duration_seconds_count{path="/signups"}'), 7);
      assert.equal(value('ceal_batches_total'), 5);
      assert.equal(value('ceal_queue_length'), 0);
      assert.equal(value('ceal_database_up'), 1);
      assert.ok(value('ceal_feed_age_seconds')! >= 0);
      assert.ok(value('process_resident_memory_bytes')! > 1_000_000);
      assert.equal(value('ceal_notices_waiting'), 3);
      assert.equal(value('ceal_notices_given_up'), 0);
      assert.doesNotMatch(text, /noor|example|lente|proef|meedoen/i);
      for (const end = Date.now() + 100_000; ;) {
        const { value: now } = await look();
        if ((now('ceal_deliveries_total{outcome="failed"}') ?? 0) >= 3) break;
        assert.ok(Date.now() < end, 'three deliveries fail');
      }

      // Nowhere but there.
      assert.equal((await fetch(`${url}/metrics`)).status, 404);
      assert.equal((await fetch(metricsUrl.replace('/metrics', '/signups'))).status, 404);
      assert.equal((await fetch(metricsUrl, { method: 'POST' })).status, 404);
    } finally {
      await receiver?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are well-formed whatever stands in a label', () => {
    const metrics = new Metrics();
    metrics.count('ceal_log_events_total', { event: 'a"b\\c\nd' });
    const samples = parseMetrics(metrics.text({})).get('ceal_log_events_total')?.samples;
    assert.deepEqual([...(samples ?? [])], [['ceal_log_events_total{event="a\\"b\\\\c\\nd"}', 1]]);
  });
});
