import { createHash } from 'node:crypto';
import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asLeakId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { leakFrom, leakRow } from '../register/leak.ts';
import { changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, personOfLeak } from './leak.ts';
import { labelsIn, languageIn } from './suspects.ts';

/** The report to the authority as a document. Its digest is on record, so that it can be told from another. */
export function authorityReportWith(deployment: Deployment): Leaks<Words>['authorityReport'] {
  const { policy } = deployment;
  return async (what) => {
    const id = asLeakId(what.leak);
    const by = name('by', what.by);
    const language = languageIn(deployment, what.language);
    const person = await personOfLeak(deployment, id);
    return record<{ readonly text: string; readonly digest: string }>(deployment, {}, () => ({
      people: [person],
      widens: false,
      note: { by },
      reads: [leakRow(id)],
      decide(rows, now) {
        const before = leakIn(rows, id, now);
        const text = document(leakOf(before), policy.current().policy.vocabulary);
        const digest = createHash('sha256').update(text).digest('hex');
        const body = { ...leakFrom(before), notified: { by, at: now, digest } };
        const changes = [changeEvidence(before, { body })];
        return { evidence: 'leak', state: 'notified', changes, value: { text, digest } };
      },
    }));

    function document(leak: Leak<Words>, words: Words): string {
      const say = language.startsWith('zh') ? chinese : english;
      const labels = leak.categories.map(labelsIn(words, language));
      return say(leak, labels);
    }
  };
}

const at = (moment: number): string =>
  `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function english(leak: Leak<Words>, labels: readonly string[]): string {
  const { contained, closed, frozen } = leak;
  return `# Report of a leak of personal information

- Number: ${leak.leak}
- People affected: 1
- Categories: ${labels.join(', ')}
- Leaked by: ${at(leak.happened)}
- Reported to us: ${at(leak.reported)}
- Account frozen: ${frozen ? 'yes' : 'no'}
- Measures: ${contained ? `${contained.closed} disclosures to ${contained.parties.length} parties closed, ${at(contained.at)}` : 'none yet'}
- State: ${closed ? `closed, ${at(closed.at)}` : 'being looked into'}
`;
}

function chinese(leak: Leak<Words>, labels: readonly string[]): string {
  const { contained, closed, frozen } = leak;
  return `# 个人信息泄露报告

- 编号：${leak.leak}
- 受影响人数：1
- 信息种类：${labels.join('、')}
- 泄露时间不晚于：${at(leak.happened)}
- 我方获知时间：${at(leak.reported)}
- 账号是否冻结：${frozen ? '是' : '否'}
- 已采取措施：${contained ? `${at(contained.at)}，封闭向${contained.parties.length}方提供的${contained.closed}项信息` : '尚无'}
- 状态：${closed ? `已结束，${at(closed.at)}` : '正在调查'}
`;
}
