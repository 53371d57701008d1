import { BlockList, isIP } from 'node:net';

/** Tells the address that a request came from. */
type Origin = (peer: string | undefined, forwarded: string | undefined) => string | undefined;

/**
 * `proxies` are addresses and networks (`10.0.0.0/8`) whose word in `X-Forwarded-For` is believed, nobody
 * else's: anybody can write anything there. Throws a `RangeError` for what is neither.
 */
export function originBehind(proxies: readonly string[]): Origin {
  const trusted = networks(proxies);
  return (peer, forwarded) => {
    let address = plain(peer ?? '');
    if (isIP(address) === 0) return undefined;
    // The nearest hop that is no proxy of ours: each proxy adds the address that it was called from.
    for (const hop of (forwarded ?? '').split(',').reverse()) {
      const next = plain(hop.trim());
      if (isIP(next) === 0 || !trusted.check(address, family(address))) return address;
      address = next;
    }
    return address;
  };
}

/** IPv4 as IPv4, also where it came in over a socket of IPv6; a zone means something here only. */
function plain(address: string): string {
  const [alone = ''] = address.toLowerCase().split('%', 1);
  return alone.replace(/^::ffff:(?=[\d.]+$)/, '');
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function networks(named: readonly string[]): BlockList {
  const list = new BlockList();
  for (const name of named) {
    const [address = '', bits, ...more] = name.trim().split('/');
    const version = isIP(address);
    const widest = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? widest : /^\d+$/.test(bits) ? Number(bits) : -1;
    if (version === 0 || more.length > 0 || prefix < 0 || prefix > widest) {
      throw new RangeError('proxies: must hold addresses, or networks such as 10.0.0.0/8');
    }
    list.addSubnet(address, prefix, family(address));
  }
  return list;
}
