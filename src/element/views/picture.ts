import type { SafeUrl } from '../../feed/fields.js';

/** The pictures that a page allows. */
export interface PicturePolicy {
  readonly images: 'all' | 'none';
  /** Host names that pictures may come from; none given allows every host. */
  readonly hosts: readonly string[];
}

/** @returns whether the page allows a picture: each request tells its host who is looking. */
export function pictureAllowed(src: SafeUrl, policy: PicturePolicy): boolean {
  if (policy.images === 'none') return false;
  const { host } = new URL(src);
  return policy.hosts.length === 0 || policy.hosts.some((allowed) => allowed.toLowerCase() === host);
}
