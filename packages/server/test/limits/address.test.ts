import { describe, expect, it } from 'vitest';
import { callersBehind } from '../../src/limits/address.ts';

/** Who a request is taken for that came over a socket, with what it says of itself. */
function caller(callers: ReturnType<typeof callersBehind>, socket: string, forwarded?: string) {
  const headers = new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
  return callers.callerOf(headers, { incoming: { socket: { remoteAddress: socket } } });
}

describe('a caller', () => {
  it('is the same for one address, another for another, and another in the next process', () => {
    const callers = callersBehind([]);
    const name = caller(callers, '192.0.2.7');
    expect(caller(callers, '192.0.2.7')).toBe(name);
    expect(caller(callers, '::ffff:192.0.2.7')).toBe(name);
    expect(caller(callers, '192.0.2.8')).not.toBe(name);
    expect(caller(callersBehind([]), '192.0.2.7')).not.toBe(name);
    expect(name).toMatch(/^[\w-]{43}$/);
  });

  it('is nobody where there is no connection', () => {
    expect(callersBehind([]).callerOf(new Headers(), {})).toBeUndefined();
    expect(callersBehind([]).callerOf(new Headers(), undefined)).toBeUndefined();
  });

  it('is a network of /64 where the address is one of IPv6', () => {
    const callers = callersBehind([]);
    const name = caller(callers, '2001:db8:0:1::7');
    expect(caller(callers, '2001:0DB8::1:a:b:c:d')).toBe(name);
    expect(caller(callers, '2001:db8:0:2::7')).not.toBe(name);
    expect(caller(callers, 'fe80::1%eth0')).toBe(caller(callers, 'fe80::2'));
  });

  it('is whom the socket names, whatever it says of itself', () => {
    const callers = callersBehind([]);
    expect(caller(callers, '192.0.2.7', '203.0.113.1')).toBe(caller(callers, '192.0.2.7'));
  });

  it('is whom a proxy of ours names, and not whom the caller named to it', () => {
    const callers = callersBehind(['10.0.0.0/8', '2001:db8:ffff::/48']);
    const client = caller(callers, '203.0.113.1');
    expect(caller(callers, '10.1.2.3', '203.0.113.1')).toBe(client);
    expect(caller(callers, '::ffff:10.1.2.3', '198.51.100.9, 203.0.113.1')).toBe(client);
    expect(caller(callers, '10.1.2.3', '203.0.113.1, 10.9.9.9')).toBe(client);
    expect(caller(callers, '2001:db8:ffff::1', '203.0.113.1')).toBe(client);
  });

  it('is the last hop that can be read, where one cannot', () => {
    const callers = callersBehind(['10.0.0.1']);
    expect(caller(callers, '10.0.0.1', '203.0.113.1, what')).toBe(caller(callers, '10.0.0.1'));
    expect(caller(callers, '10.0.0.1', '')).toBe(caller(callers, '10.0.0.1'));
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '::/129', ''])(
    'has no proxy called "%s"',
    (proxy) => {
      expect(() => callersBehind([proxy])).toThrow('limits.proxies');
    },
  );
});
