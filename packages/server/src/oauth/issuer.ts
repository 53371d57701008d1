import { AvowError } from 'avow';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where tokens are had: parties say so in what they sign, so that it is good nowhere else. */
export interface Issuer {
  readonly issuer: string;
  readonly tokenEndpoint: string;
}

/** Path of the token endpoint (RFC 6749 §3.2). */
export const TOKEN_PATH = '/oauth/token';

/**
 * How this server calls itself to whoever asks at `url`. Where nobody said, what the request says is
 * believed on this machine alone: elsewhere another server could pass on what was signed for itself.
 */
export type IssuerOf = (url: string) => Issuer | undefined;

export function issuerBy(configured: string | undefined): IssuerOf {
  if (configured !== undefined) {
    const own = named(checked(configured));
    return () => own;
  }
  return (url) => {
    const at = URL.parse(url);
    return at !== null && LOOPBACK.has(at.hostname) ? named(at) : undefined;
  };
}

function named({ origin }: URL): Issuer {
  return { issuer: origin, tokenEndpoint: `${origin}${TOKEN_PATH}` };
}

function checked(configured: string): URL {
  const url = URL.parse(configured);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url !== null && isWeb && [url.origin, `${url.origin}/`].includes(configured)) return url;
  throw new AvowError('AVOW_OPTIONS', 'is an origin, such as https://market.example', 'url');
}
