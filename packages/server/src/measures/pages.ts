import type { Measure } from 'avow';
import { stylesheetPath } from '../look/index.ts';
import type { Probe } from './probe.ts';

const wanted: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
};

/** Browsers are told to load and run nothing from elsewhere. */
export function pagesMeasure(probe: Probe): Measure {
  return {
    id: 'pages',
    duty: 'checkMeasures',
    title: {
      en: 'Browsers are told to run nothing from elsewhere, and to tell nobody which page you read',
      'zh-CN': '要求浏览器不运行任何外来内容，也不向他人透露您所浏览的页面',
    },
    limit: {
      en: 'It takes a browser that keeps to it. Encryption on the way is the work of whatever stands before this server, and is not seen from here.',
      'zh-CN': '有赖浏览器遵守。传输加密由此服务器之前的设备负责，此处无法看到。',
    },
    async check() {
      const { headers } = await probe(stylesheetPath);
      const all = Object.entries(wanted);
      const told = all.filter(([name, value]) => value.test(headers.get(name) ?? '')).length;
      return {
        state: told === all.length ? 'held' : 'failed',
        says: {
          en: `Instructions to browsers found on an answer: ${told} of ${all.length}.`,
          'zh-CN': `在一次应答中找到的浏览器指令：${all.length} 项中有 ${told} 项。`,
        },
      };
    },
  };
}
