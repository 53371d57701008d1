import type { Measure } from 'avow';
import { stylesheetPath } from '../look/index.ts';
import type { Probe } from './probe.ts';

/** Requests are counted, so guessing and flooding come to an end. */
export function limitsMeasure(probe: Probe): Measure {
  return {
    id: 'limits',
    duty: 'checkMeasures',
    title: {
      en: 'How often anyone may ask is limited',
      'zh-CN': '任何人的请求频率都受限制',
    },
    limit: {
      en: 'Whoever asks from very many addresses has the share of each. Addresses are counted by a keyed hash and kept nowhere.',
      'zh-CN': '使用大量地址的人，可以用尽每个地址的次数。地址以带密钥的散列计数，不作保存。',
    },
    async check() {
      const { headers } = await probe(stylesheetPath);
      const [, most, seconds] =
        /^"address";q=(\d+);w=(\d+)$/.exec(headers.get('ratelimit-policy') ?? '') ?? [];
      if (most !== undefined && seconds !== undefined) {
        return {
          state: 'held',
          says: {
            en: `A request without a key was counted: one address has ${most} in ${seconds} seconds.`,
            'zh-CN': `不带密钥的请求会计入次数：每个地址在 ${seconds} 秒内限 ${most} 次。`,
          },
        };
      }
      return {
        state: 'failed',
        says: {
          en: 'A request without a key was not counted by any limit.',
          'zh-CN': '不带密钥的请求没有计入任何限制。',
        },
      };
    },
  };
}
