import { backupsIn, KEY_BACKUP_LIFE } from '@avow/vault';
import type { Measure } from '../face/measures.ts';

const HOUR = 3_600_000;
/** One is taken every day; a second may fail before people are told. */
const FRESH = 48 * HOUR;

/** A backup is at hand, and none holds keys for longer than a receipt of erasure says. */
export function backupsMeasure(folder: string | undefined, now: () => number): Measure {
  return {
    id: 'backups',
    duty: 'drillRestore',
    title: { en: 'Both stores are backed up every day', 'zh-CN': '两个存储库每天备份' },
    limit: {
      en: 'What was entered after the last backup could be lost with the machine. What lies elsewhere is not seen from here, such as keys that were moved apart.',
      'zh-CN':
        '最近一次备份之后录入的内容可能随服务器一同丢失。存放在别处的内容，例如移走的密钥，此处无法看到。',
    },
    async check() {
      if (folder === undefined) {
        return {
          state: 'unknown',
          says: {
            en: 'This server has not been told where backups lie.',
            'zh-CN': '此服务器不知道备份存放在何处。',
          },
        };
      }
      const backups = await backupsIn(folder);
      if (backups.some(({ taken, hasKeys }) => hasKeys && now() - taken > KEY_BACKUP_LIFE)) {
        return {
          state: 'failed',
          says: {
            en: 'A backup still holds keys that are older than seven days.',
            'zh-CN': '仍有备份保留着超过七天的密钥。',
          },
        };
      }
      // Its keys may have been moved to another place, as they should be.
      const taken = backups.filter(({ hasData }) => hasData).map((backup) => backup.taken);
      if (taken.length === 0) {
        return { state: 'failed', says: { en: 'There is no backup.', 'zh-CN': '没有备份。' } };
      }
      const age = now() - Math.max(...taken);
      const hours = Math.max(0, Math.floor(age / HOUR));
      return {
        state: age <= FRESH ? 'held' : 'failed',
        says: {
          en: `The newest backup is ${hours} hours old.`,
          'zh-CN': `最近一次备份距今 ${hours} 小时。`,
        },
      };
    },
  };
}
