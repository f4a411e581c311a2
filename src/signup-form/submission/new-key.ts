/** A random UUID (version 4). Browsers have a method for it, but not on pages without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The first eight digits of a key, for people to read out: `0F8F-AD5B`. */
export function shortKey(key: string): string {
  return key.slice(0, 8).toUpperCase().replace(/^.{4}/, '$&-');
}
