/** What a frame page's Content-Security-Policy says beside what every one of them says. */
export interface FramePolicyOptions {
  /** Sources that may show the page in a frame; for a header, as a `<meta>` cannot say it. None given leaves it out. */
  readonly ancestors?: readonly string[];
}

/** The Content-Security-Policy of a frame page: scripts and styles of its own origin, pictures from anywhere. */
export function framePolicy({ ancestors }: FramePolicyOptions = {}): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types ceal-widgets ceal-widgets-data',
    ...(ancestors ? [['frame-ancestors', ...ancestors].join(' ')] : []),
  ].join('; ');
}
