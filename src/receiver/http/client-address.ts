import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4, isIPv6 } from 'node:net';
import { lastValue } from './origins.js';

/** Stands for every client whose address a proxy does not tell: they count as one. */
export const UNKNOWN_ADDRESS = 'unknown';

/**
 * The address of whoever sent a request. Behind a proxy that is the last one that `X-Forwarded-For` names, or else
 * `Forwarded` (RFC 7239): the nearest proxy has written it, and a client may have written those before it.
 */
export function clientAddress({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  const own = socket.remoteAddress ?? UNKNOWN_ADDRESS;
  if (!behindProxy) return own;
  const node = lastValue(headers['x-forwarded-for']) ?? forwardedFor(lastValue(headers.forwarded));
  return node === undefined ? own : addressOf(node);
}

/** The value of `for` in one element of `Forwarded`. */
function forwardedFor(element: string | undefined): string | undefined {
  if (element === undefined) return undefined;
  return /(?:^|;)\s*for=([^;]*)/i.exec(element)?.[1]?.trim() ?? UNKNOWN_ADDRESS;
}

/** An address without what proxies write around it: quotes, brackets, and the port, which is another for each request. */
function addressOf(node: string): string {
  const plain = node.replace(/^"(.*)"$/, '$1').trim();
  const address = /^\[([^\]]*)\](?::\w+)?$/.exec(plain)?.[1] ?? plain.replace(/^([\d.]+):\w+$/, '$1');
  return isIP(address) ? address : UNKNOWN_ADDRESS;
}

/** The network of an address: one household has many IPv6 addresses, which share their first 64 bits. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address.split('%')[0]!);
  const [high = 0, low = 0] = groups.slice(6);
  // An IPv4 address that is written as one of IPv6 (RFC 4291 §2.5.5.2).
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535')
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [head = [], tail] = address.split('::').map(toNumbers);
  if (!tail) return head;
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function toNumbers(text: string): readonly number[] {
  return text
    .split(':')
    .filter(Boolean)
    .flatMap((group) => {
      if (!isIPv4(group)) return [Number.parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}
