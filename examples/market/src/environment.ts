/** What the environment says cannot be taken as it is. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** PORT, or 4000; 0 lets the system choose. */
export function portIn({ PORT = '4000' }: Environment): number {
  if (/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535) return Number(PORT);
  throw new Misconfigured(`PORT is a number from 0 to 65535; "${PORT}" is none`);
}

/** HOST, the address to listen at; this machine alone, if it is not said. */
export const hostIn = ({ HOST }: Environment): string => HOST || '127.0.0.1';

/** MARKET_URL, the address as browsers have it; a passkey belongs to a name, which no number is. */
export function urlIn({ MARKET_URL }: Environment, port: number): string {
  if (MARKET_URL === undefined) return `http://localhost:${port}`;
  const url = URL.canParse(MARKET_URL) ? new URL(MARKET_URL) : undefined;
  const isBare = url !== undefined && url.href === `${url.origin}/`;
  if (isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Misconfigured(
    'MARKET_URL is an address without a path, such as https://harbour.example',
  );
}

/** MAIL_URL and MAIL_FROM, as `smtp` takes them. Without both there is the inbox for development. */
export function mailIn({ MAIL_URL: url, MAIL_FROM: from, NODE_ENV }: Environment) {
  if (url !== undefined && from !== undefined) return { url, from };
  if (url !== undefined || from !== undefined) {
    throw new Misconfigured(
      'MAIL_URL and MAIL_FROM go together: the mail server, and whom mail is from',
    );
  }
  if (NODE_ENV !== 'production') return undefined;
  throw new Misconfigured('in production MAIL_URL and MAIL_FROM have to name the mail server');
}
