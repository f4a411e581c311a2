import { createHmac, timingSafeEqual } from 'node:crypto';

/** The links with which participants confirm their address. What makes one valid is in it: nothing is stored. */
export class ConfirmationLinks {
  readonly #address: string;
  readonly #key: Buffer;

  /**
   * @param address The public address of the page on which they confirm.
   * @param secret The secret of the database, the same for every instance.
   */
  constructor(address: string, secret: Buffer) {
    this.#address = address;
    this.#key = createHmac('sha256', secret).update('confirmation').digest();
  }

  /** The link for a sign-up, to a page in a language. */
  linkOf(feed: string, reference: string, language: string): string {
    const link = new URL(this.#address);
    link.searchParams.set('reference', reference);
    link.searchParams.set('token', this.#tokenOf(feed, reference).toString('base64url'));
    link.searchParams.set('language', language);
    return link.href;
  }

  /** @returns true if the token is that of the sign-up's link */
  isValid(feed: string, { reference, token }: ConfirmedBy): boolean {
    const given = Buffer.from(token, 'base64url');
    const right = this.#tokenOf(feed, reference);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #tokenOf(feed: string, reference: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([feed, reference]))
      .digest();
  }
}

/** What a link holds of a sign-up. */
export interface ConfirmedBy {
  readonly reference: string;
  readonly token: string;
}
