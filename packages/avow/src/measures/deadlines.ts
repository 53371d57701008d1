import type { Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';
import { childFrom, childrenIn } from '../register/child.ts';
import { caseFrom, casesIn } from '../register/desk/case.ts';
import { owedBy } from '../register/desk/telling.ts';

const DAY = 24 * 3_600_000;
/** How long after a bar has ended the person may still wait: as long as the policy's duty says. */
const TOLD_WITHIN = 3 * DAY;
const PAGE = 1_000;

/**
 * What the desk owes is done in time: appeals are heard, requests answered, what is held of a child is erased, and people
 * are told once no bar stands. How many are still
 * kept back it does not say, since on a small platform that would be somebody.
 */
export function deadlinesMeasure(vault: Pick<Vault, 'read'>, now: () => number): Measure {
  return {
    id: 'deadlines',
    duty: 'meetDeadlines',
    title: {
      en: 'The desk answers and tells people in time',
      'zh-CN': '请求按期答复，应告知的按期告知',
    },
    limit: {
      en: 'It counts what is on record as due. It does not show that an answer was a good one.',
      'zh-CN': '仅统计记录中到期的事项，并不表明答复是否妥当。',
    },
    async check() {
      const at = now();
      const [untold] = await vault.read([owedBy(at - TOLD_WITHIN, PAGE)]);
      const [children] = await vault.read([childrenIn('alone', PAGE)]);
      const unerased = children.filter((row) => childFrom(row).due < at);
      const overdue = untold.length + unerased.length + (await unanswered(vault, at));
      return overdue === 0
        ? {
            state: 'held',
            says: { en: 'Nothing is overdue.', 'zh-CN': '没有逾期事项。' },
          }
        : {
            state: 'failed',
            says: { en: `Overdue: ${overdue}.`, 'zh-CN': `逾期事项：${overdue} 项。` },
          };
    },
  };
}

/** Open cases that ought to have been answered. */
async function unanswered(vault: Pick<Vault, 'read'>, now: number): Promise<number> {
  let count = 0;
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([casesIn('open', PAGE, after)]);
    count += rows.map(caseFrom).filter(({ due }) => due !== null && due < now).length;
    if (rows.length < PAGE) return count;
    after = rows.at(-1)!.id;
  }
}
