import type { attestations as english } from '../en/attestations.ts';
import type { Said } from '../said.ts';

/** 政策自有事实的确认页面用语。 */
export const attestations: Said<typeof english> = {
  attestations: {
    title: '事实确认',
    lead: '有些事实须由人确认才成立。由谁签署、有效多久，由政策规定。',
    none: '本政策没有需要确认的事实。',
    facts: '需要确认的事实',
    fact: '事实',
    whoSigns: '签署人',
    stands: '有效期',
    about: '涉及',
    signatures: (count) => (count === 0 ? '无须签署，仅作登记' : `${count} 名工作人员`),
    days: (count) => `最长 ${count} 天`,
    recipient: '当事人和接收方',
    alone: '当事人本人',
    find: '查找当事人',
    show: '查看其事实确认',
  },
  attested: {
    title: '当事人的事实确认',
    none: '尚无任何确认。',
    to: '接收方',
    toHint: '仅当该事实同时涉及接收方时填写。',
    nobodyElse: '无：仅涉及当事人本人',
    kinds: { party: '合作方', user: '其他用户', staff: '工作人员' },
    whom: '名称或编号',
    whomHint: '合作方的名称，或用户、同事的编号。',
    colleague: '同事',
    state: '状态',
    states: { requested: '待签署', standing: '有效', ended: '已结束' },
    signedBy: '签署人',
    until: '截止时间',
    deeds: '操作',
    sign: '签署',
    why: {
      inIt: '此项确认涉及您，须由他人签署。',
      signed: '您已签署，还须他人签署。',
    },
    attest: '确认事实',
    attestLead:
      '您确认该事实成立，并记录在案。需要签署的，您即为第一位签署人，但确认涉及您本人的除外。',
    ends: '提前结束日期',
    endsHint: '至当日结束（UTC）。留空则按政策规定的最长期限。',
    button: '确认',
    end: {
      title: '终止确认',
      lead: '自操作完成时起，任何判定均不再以此为依据，据此提供的信息也不能再查看。',
      button: '立即终止',
    },
    done: {
      requested: '已登记，等待他人签署。',
      standing: '自现在起有效。',
      signed: '您已签署。',
      ended: '已终止。',
    },
    wrong: {
      fact: '请选择要确认的事实。',
      kind: '请说明接收方：该事实同时涉及接收方。',
      alone: '该事实仅涉及当事人本人，请勿填写他人。',
      whom: '没有使用此名称或编号的人。',
      until: '请选择今天或以后的日期，或留空。',
      many: '该当事人的事实确认已达上限。',
      suspended: '该账号已暂停，不能再作出新的确认。',
    },
  },
};
