/** R3: visitors are told apart behind every proxy that is common. */
import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clientAddress, networkOf, UNKNOWN_ADDRESS } from '../../src/receiver/http/client-address.js';

type HeaderFields = Readonly<Record<string, string>>;

const addressOf = (headers: HeaderFields, behindProxy = true) =>
  clientAddress(
    { headers, socket: { remoteAddress: '10.0.0.1' } } as unknown as IncomingMessage,
    behindProxy,
  );
const forwardedFor = (value: string) => addressOf({ 'x-forwarded-for': value });
const forwarded = (value: string) => addressOf({ forwarded: value });

describe('the address of a client', () => {
  it('is that of the connection where there is no proxy, or it says nothing', () => {
    assert.equal(
      addressOf({ 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' }, false),
      '10.0.0.1',
    );
    assert.equal(addressOf({}), '10.0.0.1');
  });

  it('R3: is without its port in X-Forwarded-For, as Azure and IIS write it', () => {
    const WRITTEN: HeaderFields = {
      '192.0.2.1': '192.0.2.1',
      '192.0.2.1:5678': '192.0.2.1',
      '192.0.2.1:1': '192.0.2.1',
      '[2001:db8::1]:5678': '2001:db8::1',
      '[2001:db8::1]': '2001:db8::1',
      '2001:db8::1': '2001:db8::1',
      '2001:db8:0:0:0:0:0:1': '2001:db8:0:0:0:0:0:1',
      '::ffff:192.0.2.1': '::ffff:192.0.2.1',
      '"192.0.2.1:5678"': '192.0.2.1',
    };
    for (const [value, address] of Object.entries(WRITTEN)) {
      assert.equal(forwardedFor(value), address);
      assert.equal(forwardedFor(`203.0.113.9, ${value}`), address);
    }
  });

  it('R3: is that of the last element of Forwarded', () => {
    const WRITTEN: HeaderFields = {
      'for=192.0.2.1': '192.0.2.1',
      'For="192.0.2.1:47011"': '192.0.2.1',
      'for="[2001:db8:cafe::17]:4711"': '2001:db8:cafe::17',
      'for="[2001:db8:cafe::17]"': '2001:db8:cafe::17',
      'proto=https;for=192.0.2.1;by=203.0.113.43': '192.0.2.1',
      'by=203.0.113.43; for=192.0.2.1:_poort': '192.0.2.1',
      'for=203.0.113.9, for=192.0.2.1': '192.0.2.1',
      // An attacker may open a quote that no proxy closes.
      'for="203.0.113.9, for=192.0.2.1': '192.0.2.1',
    };
    for (const [value, address] of Object.entries(WRITTEN)) assert.equal(forwarded(value), address);
    assert.equal(addressOf({ forwarded: 'for=203.0.113.9', 'x-forwarded-for': '192.0.2.1' }), '192.0.2.1');
  });

  it('R3: is one for all whose proxy names no address', () => {
    for (const value of [
      'unknown',
      '_verborgen',
      'localhost',
      '192.0.2',
      '192.0.2.1.5',
      '192.0.2.1:80:80',
      '2001:db8:0:0:0:0:0:1:5678',
      '[2001:db8::1',
      '[192.0.2.1]x',
      '192.0.2.1 5678',
      '300.0.0.1',
    ])
      assert.equal(forwardedFor(value), UNKNOWN_ADDRESS, value);
    for (const value of ['for=unknown', 'for="_verborgen"', 'for=_a:80', 'proto=https', 'for=', 'x'])
      assert.equal(forwarded(value), UNKNOWN_ADDRESS, value);
  });

  it('is an address, or that of all unknown, whatever the headers say', () =>
    fc.assert(
      fc.property(fc.string(), fc.ipV4(), fc.nat(65_535), (text, address, port) => {
        assert.equal(forwardedFor(`${text},${address}:${port}`), address);
        assert.equal(forwarded(`${text},for=${address}:${port}`), address);
        assert.equal(typeof networkOf(forwardedFor(text)), 'string');
      }),
    ));
});

describe('the network of an address', () => {
  it('is the first half of one of IPv6, and the whole of one of IPv4', () => {
    const NETWORKS: HeaderFields = {
      '192.0.2.1': '192.0.2.1',
      '::ffff:192.0.2.1': '192.0.2.1',
      '::FFFF:c000:201': '192.0.2.1',
      '2001:db8:1:2::1': '2001:db8:1:2',
      '2001:0db8:1:2:ffff::9': '2001:db8:1:2',
      '2001:db8::1': '2001:db8:0:0',
      '2001:db8:0:0:0:0:192.0.2.1': '2001:db8:0:0',
      'fe80::1%eth0': 'fe80:0:0:0',
      '::1': '0:0:0:0',
      '::': '0:0:0:0',
      [UNKNOWN_ADDRESS]: UNKNOWN_ADDRESS,
    };
    for (const [address, network] of Object.entries(NETWORKS)) assert.equal(networkOf(address), network);
  });

  it('is the same for every address that differs in its second half only', () =>
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const network = networkOf(address);
        if (!network.includes('.')) assert.equal(networkOf(`${network}::9`), network);
      }),
    ));
});
