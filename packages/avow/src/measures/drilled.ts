import type { Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';
import { drillFrom, drillsThat } from '../register/drill.ts';
import { readNow } from '../rows/reading.ts';

const DAY = 24 * 3_600_000;
/** A backup is restored for practice once a month. */
const EVERY = 30 * DAY;

/** Restoring has been practised lately, by what is on record of it. */
export function drilledMeasure(vault: Pick<Vault, 'read'>, now: () => number): Measure {
  return {
    id: 'drill',
    duty: 'drillRestore',
    title: {
      en: 'Restoring from a backup is practised every month',
      'zh-CN': '每月演练从备份恢复',
    },
    limit: {
      en: 'It shows that this backup came back whole, with those erased again who had been. It does not show how long a restore after a disaster would take.',
      'zh-CN':
        '演练表明该备份可完整恢复，且此前已删除的用户已再次删除；并不表明灾难之后恢复需要多长时间。',
    },
    async check() {
      const last = await lastDrill(vault);
      if (last === undefined) return notYet(now() - (await beginOf(vault)));
      const days = Math.max(0, Math.floor((now() - last.at) / DAY));
      if (!last.passed) {
        return {
          state: 'failed',
          says: {
            en: `The last drill, ${days} days ago, did not bring the backup back whole.`,
            'zh-CN': `最近一次演练在 ${days} 天前进行，未能完整恢复备份。`,
          },
        };
      }
      const { entries, rows, erased } = last;
      return {
        state: now() - last.at <= EVERY ? 'held' : 'failed',
        says: {
          en: `The last drill, ${days} days ago, brought a backup back whole: entries audited ${entries}, rows ${rows}, people erased since and erased again ${erased}.`,
          'zh-CN': `最近一次演练在 ${days} 天前进行，备份完整恢复：审计条目 ${entries} 条、数据行 ${rows} 行；备份之后删除的 ${erased} 名用户已再次删除。`,
        },
      };
    },
  };
}

function notYet(age: number): Awaited<ReturnType<Measure['check']>> {
  const isDue = age > EVERY;
  return {
    state: isDue ? 'failed' : 'unknown',
    says: isDue
      ? {
          en: 'No drill is on record, and one is overdue.',
          'zh-CN': '没有演练记录，且演练已逾期。',
        }
      : {
          en: 'No drill is on record yet; none is due so far.',
          'zh-CN': '尚无演练记录；目前未到期。',
        },
  };
}

async function lastDrill(vault: Pick<Vault, 'read'>) {
  const passed = drillsThat('passed');
  const failed = drillsThat('failed');
  const rows = await readNow(vault, passed, failed);
  return [...rows.of(passed), ...rows.of(failed)].map(drillFrom).sort((a, b) => b.at - a.at)[0];
}

/** The hour of the log's first entry. */
async function beginOf(vault: Pick<Vault, 'read'>): Promise<number> {
  const [[first]] = await vault.read([{ table: 'entry', by: 'key', equals: [], limit: 1 }]);
  const { hour } = JSON.parse(Buffer.from(first!.body).toString('utf8')) as { hour: string };
  return Date.parse(hour);
}
