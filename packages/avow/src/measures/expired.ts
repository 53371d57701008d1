import type { Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';

/** A sweep comes every hour; what is left after two has been passed over. */
const PASSED_OVER = 2 * 3_600_000;

/** What is past its time is removed. */
export function expiredMeasure(vault: Pick<Vault, 'upkeep'>, now: () => number): Measure {
  return {
    id: 'expired',
    duty: 'eraseExpired',
    title: {
      en: 'Information that is past its time is removed',
      'zh-CN': '超过保存期限的信息会被删除',
    },
    limit: {
      en: 'Copies in backups go with the backups. A legal hold keeps what it covers; it stays closed to everyone.',
      'zh-CN': '备份中的副本随备份一同删除。依法须保全的信息予以保留，但任何人都不能读取。',
    },
    async check() {
      const { due, since } = await vault.upkeep();
      const late = since === undefined ? 0 : now() - since;
      if (late <= PASSED_OVER) {
        return {
          state: 'held',
          says: {
            en: `Nothing has been overdue for longer than two hours; due by the next hourly removal: ${due}.`,
            'zh-CN': `没有逾期超过两小时的信息；每小时清理一次，下次将删除 ${due} 项。`,
          },
        };
      }
      const hours = Math.floor(late / 3_600_000);
      return {
        state: 'failed',
        says: {
          en: `Past their time and not yet removed: ${due}, the earliest for ${hours} hours. Nobody can read them.`,
          'zh-CN': `已过期而尚未删除：${due} 项，最早的已逾期 ${hours} 小时。任何人都无法读取。`,
        },
      };
    },
  };
}
