import type { complain as english } from '../en/complain.ts';
import type { Said } from '../said.ts';

export const complain: Said<typeof english> = {
  complain: {
    link: '投诉侵权',
    title: '投诉知识产权侵权',
    lead: '供权利人或其代理人使用。我们先核实您出示的材料，然后依程序处理：通知卖家，卖家可以答复，由我们的工作人员作出决定。',
    of: (thing, handle) => `${thing}，由${handle}出售`,
    right: '权利类型',
    rights: { copyright: '著作权', trademark: '商标权', patent: '专利权', other: '其他权利' },
    rightTitle: '权利名称或编号',
    rightHint: '卖家看不到这一项，因为它可能透露您的身份。',
    claim: '您的投诉主张',
    claimHint: '加密保存。经核实并经您要求后，连同您的姓名和联系方式提供给卖家。',
    document: '权利证明',
    documentHint:
      '证书或合同，不超过 8 MB。我们只保存其指纹（SHA-256），不保存文件：请保留同一文件，核实时我们会请您出示。',
    exchange: '双方各自得到对方的哪些信息',
    send: '提交投诉',
    needTitle: '请写明权利名称，不超过 200 字。',
    needClaim: '请写明您的投诉主张，不超过 4,000 字。',
    needDocument: '请选择证明权利的文件。',
    goesOn: '您有一项投诉正在处理。对方读到的是其中的投诉主张，因此须待其结案后才能提出下一项。',
    toIt: '查看该投诉',
    refused: '我们未接收此投诉',
  },
};
