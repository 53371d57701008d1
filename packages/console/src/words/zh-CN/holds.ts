import type { holds as english } from '../en/holds.ts';
import type { Said } from '../said.ts';

/** 依法保全页面的用语。 */
export const holds: Said<typeof english> = {
  holds: {
    title: '依法保全',
    lead: '依法院、机关的要求或法定义务须保全的信息。保全期间，所涉信息一律不予删除；已过保存期限的，任何人仍不能读取。',
    standing: '有效的保全',
    none: '目前没有有效的保全。',
    person: '当事人（记录编号）',
    kind: '事由',
    kinds: {
      proceedings: '法院案件',
      investigation: '机关调查',
      duty: '法定保存义务',
    },
    covers: '保全范围',
    everything: '全部信息，包括处理记录',
    from: '起始时间',
    until: '截止时间',
    open: '直至解除',
    unverified: '待核实',
    find: '查找当事人',
    show: '查看其保全',
    erased: '保全已解除。当事人此前已要求删除，现已执行：其密钥已销毁，其任何信息都不能再读取。',
  },
  held: {
    title: '当事人的保全',
    none: '该当事人没有任何保全。',
    waits:
      '当事人已要求删除。在最后一项保全结束之前，所保全的信息已封存，仅用于法律所要求的用途；结束后自动删除。',
    own: '此事涉及您本人，须由其他人办理。',
    states: { standing: '有效', lifted: '已解除', over: '已到期' },
    document: '文件（SHA-256）',
    noDocument: '未随恢复的备份一并找回。',
    verifiedBy: '核实人',
    nobodyYet: '尚无：此项保全随备份恢复而来。',
    lifted: '解除时间',
    liftedBy: '解除人',
    done: {
      placed: '保全自现在起有效。',
      lifted: '保全已解除。',
    },
  },
  placeHold: {
    title: '设立保全',
    lead: '自操作完成时起，任何人都不能删除所涉信息。',
    kind: '保全事由',
    verifier: '您将作为该文件的核实人记录在案。',
    everything: '保全全部信息，包括处理记录',
    categories: '或仅保全部分信息',
    categoriesHint: '只勾选文件所列的内容。',
    ends: '自动结束日期',
    endsHint: '至当日结束（UTC）。留空表示直至有人解除。',
    button: '设立',
    wrong: {
      kind: '请选择保全事由。',
      categories: '请勾选全部信息，或只勾选文件所列的内容，二者择一。',
      until: '请选择今天或以后的日期，或留空。',
      many: '该当事人的保全记录已达上限。',
    },
  },
  liftHold: {
    title: '解除保全',
    lead: '自操作完成时起，此项保全不再有效；已过保存期限的信息将予删除。',
    erases: '当事人已要求删除，且没有其他有效的保全：其剩余的全部信息将随之删除，无法恢复。',
    waitsOn: '当事人已要求删除。因另有有效的保全，仍须等待。',
    button: '立即解除',
  },
};
