import { isIP } from 'node:net';
import type { Limits, Rate } from '@avow/server';
import { UsageError } from '../arguments/usage.ts';

/** How much a deployment takes; what is not said is left to the defaults. */
export interface Bounds {
  readonly limits: Limits;
  /** How much may wait in each store. */
  readonly queue: number | undefined;
}

/** What `AVOW_KEY_RATE`, `AVOW_ADDRESS_RATE`, `AVOW_PROXIES` and `AVOW_QUEUE` say. */
export function boundsIn(environment: Readonly<Record<string, string | undefined>>): Bounds {
  const { AVOW_KEY_RATE, AVOW_ADDRESS_RATE, AVOW_PROXIES, AVOW_QUEUE } = environment;
  return {
    limits: {
      ...(AVOW_KEY_RATE && { key: rateOf('AVOW_KEY_RATE', AVOW_KEY_RATE) }),
      ...(AVOW_ADDRESS_RATE && { address: rateOf('AVOW_ADDRESS_RATE', AVOW_ADDRESS_RATE) }),
      ...(AVOW_PROXIES && { proxies: AVOW_PROXIES.split(',').map(proxyOf) }),
    },
    queue: AVOW_QUEUE ? queueOf(AVOW_QUEUE) : undefined,
  };
}

/** `100/1000`: a hundred a second, a thousand at once. */
function rateOf(name: string, text: string): Rate {
  const [, perSecond, burst] = /^(\d+(?:\.\d+)?)\/(\d+)$/.exec(text) ?? [];
  const rate = { perSecond: Number(perSecond), burst: Number(burst) };
  if (rate.perSecond > 0 && rate.burst >= 1) return rate;
  throw new UsageError(
    `${name} is how many a second and how many at once, as in 100/1000; "${text}" is not.`,
  );
}

function proxyOf(text: string): string {
  const proxy = text.trim();
  const [address = '', bits = '0', ...more] = proxy.split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  const isNetwork = /^\d{1,3}$/.test(bits) && Number(bits) <= widest && more.length === 0;
  if (isIP(address) > 0 && isNetwork) return proxy;
  throw new UsageError(
    `AVOW_PROXIES holds addresses or networks such as 10.0.0.0/8; "${proxy}" is none.`,
  );
}

function queueOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`AVOW_QUEUE is a whole number from 1; "${text}" is none.`);
}
