/** What a frame page's Content-Security-Policy says beside what every one of them says. */
export interface FramePolicyOptions {
  /** Sources that may show the page in a frame; for a header, as a `<meta>` cannot say it. None given leaves it out. */
  readonly ancestors?: readonly string[] | undefined;
  /** Origins beside the own one that the page may read feeds from and send forms to; none by default. */
  readonly connect?: readonly string[] | undefined;
}

/** The Content-Security-Policy of a frame page: scripts and styles of its own origin, pictures from anywhere. */
export function framePolicy({ ancestors, connect = [] }: FramePolicyOptions = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https:",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types ceal-widgets ceal-widgets-data',
    ...(ancestors ? [['frame-ancestors', ...ancestors].join(' ')] : []),
  ].join('; ');
}
