import { createHash } from 'node:crypto';
import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { mustBeApart, mustBeStaff } from '../desk/by.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Leak, Leaks } from '../face/leaks.ts';
import { staffRow } from '../register/desk/staff.ts';
import { leakFrom, leakRow } from '../register/leak.ts';
import { changeEvidence } from '../rows/change.ts';
import { leakIn, leakOf, personOfLeak } from './leak.ts';
import { labelsIn, languageIn } from './suspects.ts';

/** The report to the authority as a document. Its digest is on record, so that it can be told from another. */
export function authorityReportWith(deployment: Deployment): Leaks<Words>['authorityReport'] {
  const { policy } = deployment;
  return async (what) => {
    const id = asLeakId(what.leak);
    const by = asPersonId(what.by, 'by');
    const language = languageIn(deployment, what.language);
    const person = await personOfLeak(deployment, id);
    return record<{ readonly text: string; readonly digest: string }>(deployment, {}, () => ({
      people: [person],
      widens: false,
      still: [by],
      note: { by },
      reads: [leakRow(id), staffRow(by)],
      decide(rows, now) {
        mustBeStaff(rows, by);
        mustBeApart([person], by);
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
  const { contained, closed, frozen, reset } = leak;
  return `# Report of a leak of personal information

- Number: ${leak.leak}
- People affected: 1
- Categories: ${labels.join(', ')}
- Leaked by: ${at(leak.happened)}
- Reported to us: ${at(leak.reported)}
- Account frozen: ${frozen ? `yes, ${at(frozen.since)}` : 'no'}
- New credentials: ${reset ? (reset.renewed ? `set, ${at(reset.renewed)}` : 'asked for') : 'not asked for'}
- Measures: ${contained ? `${contained.closed} disclosures to ${contained.parties.length} parties closed, ${at(contained.at)}` : 'none yet'}
- Parties suspended: ${contained?.suspended.length ?? 0}
- Keys of the person replaced: ${contained?.rekeyed ? `yes, ${at(contained.rekeyed.at)}` : 'no'}
- People told: ${contained?.told ? `since ${at(contained.told.at)}` : 'not yet'}
- State: ${closed ? `closed, ${at(closed.at)}` : 'being looked into'}
`;
}

function chinese(leak: Leak<Words>, labels: readonly string[]): string {
  const { contained, closed, frozen, reset } = leak;
  return `# 个人信息泄露报告

- 编号：${leak.leak}
- 受影响人数：1
- 信息种类：${labels.join('、')}
- 泄露时间不晚于：${at(leak.happened)}
- 我方获知时间：${at(leak.reported)}
- 账号是否冻结：${frozen ? `是，${at(frozen.since)}` : '否'}
- 更换登录凭据：${reset ? (reset.renewed ? `已更换，${at(reset.renewed)}` : '已要求') : '未要求'}
- 已采取措施：${contained ? `${at(contained.at)}，关闭 ${contained.parties.length} 方对 ${contained.closed} 项信息的查看权限` : '尚无'}
- 已暂停的合作方：${contained?.suspended.length ?? 0}
- 更换该用户的密钥：${contained?.rekeyed ? `是，${at(contained.rekeyed.at)}` : '否'}
- 通知相关用户：${contained?.told ? `自 ${at(contained.told.at)} 起` : '尚未'}
- 状态：${closed ? `已结束，${at(closed.at)}` : '正在调查'}
`;
}
