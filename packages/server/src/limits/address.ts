import { createHmac, randomBytes } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { AvowError } from 'avow';

/** What a listener knows of a request besides: `@hono/node-server` hands the connection on. */
interface Connected {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

/** Turns the address that a request comes from into a name that says nothing of it. */
interface Callers {
  /**
   * A keyed hash of the address; undefined where there is no connection, as in a test or inside
   * another server, which then is the one to limit. The key is made anew with each process and kept
   * nowhere, so nobody can find an address by trying them all.
   */
  callerOf(request: Headers, environment: unknown): string | undefined;
}

/**
 * `proxies` are addresses and networks (`10.0.0.0/8`) whose word in `X-Forwarded-For` is believed;
 * everybody else's is not, since anybody can write anything there. Throws `AVOW_OPTIONS` for what is
 * neither an address nor a network.
 */
export function callersBehind(proxies: readonly string[]): Callers {
  const trusted = networks(proxies);
  const secret = randomBytes(32);
  return {
    callerOf(headers, environment) {
      const peer = (environment as Connected | undefined)?.incoming?.socket?.remoteAddress;
      if (peer === undefined) return undefined;
      const address = originOf(plain(peer), headers.get('x-forwarded-for'), trusted);
      return createHmac('sha256', secret).update(networkOf(address)).digest('base64url');
    },
  };
}

/** The nearest hop that is no proxy of ours: each proxy adds the address that it was called from. */
function originOf(peer: string, forwarded: string | null, trusted: BlockList): string {
  let address = peer;
  for (const hop of (forwarded ?? '').split(',').reverse()) {
    const next = plain(hop.trim());
    if (!isTrusted(address, trusted) || isIP(next) === 0) return address;
    address = next;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** IPv4 as IPv4, also where it came in over a socket of IPv6. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');
}

/**
 * Whoever has one IPv6 address has the /64 that it lies in (RFC 6177), which is 2^64 of them: they
 * count as one.
 */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [front = '', back] = (address.split('%', 1)[0] as string).split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back ? back.split(':') : [];
  const gap = back === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function networks(named: readonly string[]): BlockList {
  const list = new BlockList();
  for (const name of named) {
    const network = networkIn(name);
    if (network === undefined) {
      const what = 'must hold addresses, or networks such as 10.0.0.0/8';
      throw new AvowError('AVOW_OPTIONS', what, 'limits.proxies');
    }
    list.addSubnet(network.address, network.prefix, network.family);
  }
  return list;
}

function networkIn(text: string) {
  const [address = '', bits, ...more] = text.trim().split('/');
  const version = isIP(address);
  const widest = version === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : /^\d+$/.test(bits) ? Number(bits) : -1;
  if (version === 0 || more.length > 0 || prefix < 0 || prefix > widest) return undefined;
  return { address, prefix, family: version === 6 ? 'ipv6' : 'ipv4' } as const;
}
