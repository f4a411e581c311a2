import type { Log } from './log.js';

export interface ReceiverOptions {
  /** The http(s) address or the file of the feed. */
  readonly feed: string;
  /** The address of a PostgreSQL database; without it the embedded one in `folder` is used. */
  readonly databaseUrl?: string | undefined;
  /** The data folder of the embedded database, `ceal-data` by default; made where it is not there. */
  readonly folder?: string | undefined;
  /** The address to listen on; this machine only (`127.0.0.1`) by default. */
  readonly host?: string | undefined;
  /** 8787 by default; 0 is any that is free. */
  readonly port?: number | undefined;
  /** Sites whose pages may send, as `https://www.example.org`; its own needs no mention. */
  readonly origins?: readonly string[];
  /** Sign-ups, withdrawals and confirmations a minute from one network; 60 by default. */
  readonly perMinute?: number | undefined;
  /** True behind a reverse proxy, whose headers say who asks; false by default. */
  readonly behindProxy?: boolean;
  /** False to refuse sign-ups for a full edition; true by default. */
  readonly waitingList?: boolean;
  /** The address that gets notices, and the secret to sign them with: one or two as Standard Webhooks write them. */
  readonly webhook?: { readonly address: string; readonly secret: string } | undefined;
  /** A shell command that gets notices on its standard input. */
  readonly command?: string | undefined;
  /** The public address of the withdrawal page, for the text of mails. */
  readonly withdrawals?: string | undefined;
  /** The sender of mails, as `Name <name@example.org>`. */
  readonly mailFrom?: string | undefined;
  /**
   * The hours in which an e-mail address must be confirmed for its sign-up to stay, and the public address of the page
   * for that. Somebody must send the mails: it needs a webhook or a command.
   */
  readonly confirm?: { readonly hours: number; readonly address: string } | undefined;
  /** The port of `GET /metrics` on this machine, for Prometheus; none by default, 0 is any that is free. */
  readonly metricsPort?: number | undefined;
  readonly log?: Log;
  /** Ends a start that waits for the feed or the database: it rejects then. */
  readonly signal?: AbortSignal;
}

export const DEFAULTS = { folder: 'ceal-data', host: '127.0.0.1', port: 8787, perMinute: 60 } as const;
