import type { account as english } from '../en/account.ts';
import type { Said } from '../said.ts';

export const account: Said<typeof english> = {
  joined: {
    title: '注册成功',
    lead: (handle) => `他人看到的您是“${handle}”。您的信息已用您专属的密钥加密保存。`,
    kept: '已保存',
    toGoods: '去看商品',
    toMine: '查看我的信息',
    toAccount: '设置二次验证或通行密钥',
  },
  demo: {
    title: '试用',
    lead: '示例人物的密码都是',
    parts: {
      buys: '买家，有进行中或已完成的订单',
      sells: '卖家，会有买家请求其联系方式',
      organisation: '卖家，以企业名义出售',
    },
  },
  staff: { name: '海港集市 · 工作人员', console: '控制台' },
  answer: { refused: '已拒绝' },
  document: {
    published: '公布日期',
    digest: '本文的 SHA-256',
    version: '版本',
  },
  fault: {
    notFoundTitle: '这里什么也没有',
    notFound: '页面可能已移动，或者物品已经不在。',
    badTitle: '提交的内容不完整',
    bad: '请返回重试。没有任何改动。',
    foreignTitle: '不是从本站提交的',
    foreign: '这份表单是从其他网站提交的。没有任何改动。',
    goneTitle: '此内容已删除',
    gone: '不会再读取与此有关的任何信息，也没有任何改动。',
    sentBeforeTitle: '此表单已提交过',
    sentBefore:
      '此表单已提交过，当时填写的内容与这次不同。仍以当时提交的为准，这次的内容未保存。如仍需提交，请重新填写一份表单。',
    oftenTitle: '尝试次数过多',
    often: '从这里提交密码过于频繁，没有任何改动。请稍等片刻再试。',
    busyTitle: '请求过多',
    busy: '集市正忙，没有任何改动。请稍后再试。',
    brokenTitle: '出了故障',
    broken: '这不是您造成的，也没有向任何人展示任何信息。请稍后再试。',
    home: '去看商品',
  },
};
