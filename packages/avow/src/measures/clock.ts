import type { Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';

/** More than this shows in deadlines: milliseconds. */
const FAR = 2_000;

/** Deadlines are counted by a clock that is believed. */
export function clockMeasure(vault: Pick<Vault, 'clock'>): Measure {
  return {
    id: 'clock',
    duty: 'meetDeadlines',
    title: {
      en: 'Deadlines are counted by a clock that is watched',
      'zh-CN': '期限按受监测的时钟计算',
    },
    limit: {
      en: 'It is compared with itself and with the records, not with the time of day elsewhere.',
      'zh-CN': '时钟只与自身及记录相比对，不与外部时间比对。',
    },
    async check() {
      const { ahead, behind, gap } = await vault.clock();
      if (gap === undefined && ahead <= FAR && behind <= FAR) {
        return {
          state: 'held',
          says: {
            en: 'It has neither jumped ahead nor fallen behind the records.',
            'zh-CN': '时钟既未突然超前，也未落后于记录。',
          },
        };
      }
      const off = Math.max(ahead, behind, gap === undefined ? 0 : gap.to - gap.from);
      const seconds = Math.round(off / 1_000);
      return {
        state: 'failed',
        says: {
          en: `It is in doubt by ${seconds} seconds. Until somebody has looked, nothing is removed.`,
          'zh-CN': `时钟有 ${seconds} 秒存疑。在有人核实之前，不删除任何信息。`,
        },
      };
    },
  };
}
