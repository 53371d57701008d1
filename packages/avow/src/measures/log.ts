import { randomInt } from 'node:crypto';
import { type EntryId, isFault, type Vault } from '@avow/vault';
import type { Log } from '../face/log.ts';
import type { Measure } from '../face/measures.ts';
import { LONGEST_WAIT } from '../log/ready.ts';
import { isProven } from './prove.ts';

/** Entries that are proven, beside the first and the last. */
const SAMPLE = 14;

/** The log shows alteration: it continues what was kept outside, keeps up, and proves its entries. */
export function logMeasure(
  vault: Pick<Vault, 'read' | 'receipt' | 'vkey' | 'checkLog'>,
  log: Pick<Log, 'pending'>,
): Measure {
  return {
    id: 'log',
    duty: 'logAlterations',
    title: {
      en: 'A log that only grows shows every alteration',
      'zh-CN': '只增不减的日志能显示任何篡改',
    },
    limit: {
      en: 'It shows an alteration and does not prevent it. Here a sample is proven; an audit goes through everything, and anyone may keep a checkpoint to hold the log to.',
      'zh-CN':
        '日志能显示篡改，但不能阻止篡改。此处只验证抽样；审计会逐条检查，任何人都可保留检查点以备核对。',
    },
    async check() {
      if (!(await continues(vault))) {
        return {
          state: 'failed',
          says: {
            en: 'The log does not continue the checkpoint that is kept outside it.',
            'zh-CN': '日志与在外部保存的检查点不连续。',
          },
        };
      }
      const { entries: waiting, oldest = 0 } = await log.pending();
      if (oldest > LONGEST_WAIT) {
        const seconds = Math.floor(oldest / 1_000);
        return {
          state: 'failed',
          says: {
            en: `Entries that wait to be put into the tree: ${waiting}, the oldest for ${seconds} seconds or longer.`,
            'zh-CN': `等待写入日志树的条目：${waiting} 条，最早的已等待至少 ${seconds} 秒。`,
          },
        };
      }
      const { proven, wrong } = await proveSample(vault);
      if (wrong > 0) {
        return {
          state: 'failed',
          says: {
            en: `Entries that the log cannot prove: ${wrong} of ${proven + wrong} looked at.`,
            'zh-CN': `日志无法证明的条目：抽查 ${proven + wrong} 条中有 ${wrong} 条。`,
          },
        };
      }
      return {
        state: 'held',
        says: {
          en: `The log continues the checkpoint kept outside it. Entries proven in a sample: ${proven} of ${proven}; waiting for the tree: ${waiting}.`,
          'zh-CN': `日志与在外部保存的检查点连续。抽样证明的条目：${proven} 条中有 ${proven} 条；等待写入：${waiting} 条。`,
        },
      };
    },
  };
}

async function continues(vault: Pick<Vault, 'checkLog'>): Promise<boolean> {
  try {
    await vault.checkLog();
    return true;
  } catch (problem) {
    if (isFault(problem, 'AVOW_ROLLED_BACK', 'AVOW_ANCHOR')) return false;
    throw problem;
  }
}

/** The first entry, the last, and some in between that nobody can foresee. */
async function proveSample(vault: Pick<Vault, 'read' | 'receipt' | 'vkey'>) {
  const last = await entryAt(vault, { descending: true });
  const arrivals = last === undefined ? [] : arrivalsUpTo(last.arrival);
  const sampled = new Set<string>(last === undefined ? [] : [last.id]);
  for (const arrival of arrivals) {
    const entry = await entryAt(vault, { after: arrival - 1 });
    if (entry !== undefined) sampled.add(entry.id);
  }
  const count = { proven: 0, wrong: 0 };
  for (const id of sampled) {
    const isGood = await isProven(vault, id as EntryId);
    if (isGood !== undefined) count[isGood ? 'proven' : 'wrong'] += 1;
  }
  return count;
}

function arrivalsUpTo(last: number): readonly number[] {
  if (last <= SAMPLE) return Array.from({ length: last }, (_, at) => at + 1);
  return [1, ...Array.from({ length: SAMPLE }, () => randomInt(1, last + 1))];
}

async function entryAt(
  vault: Pick<Vault, 'read'>,
  where: { readonly after: number } | { readonly descending: true },
) {
  const [[entry]] = await vault.read([
    { table: 'entry', by: 'key', equals: [], limit: 1, ...where },
  ]);
  return entry;
}
