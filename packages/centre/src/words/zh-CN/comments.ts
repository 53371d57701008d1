import type { comments as english } from '../en/comments.ts';
import type { Said } from '../said.ts';

export const comments: Said<typeof english> = {
  comments: {
    title: '对变更的意见',
    lead: '在变更生效之前，您可以提出意见；已提出的意见可随时撤回。',
    none: '本政策不征集意见。',
    nothingOpen: '目前没有已公告的变更，无须提出意见。',
    announced: '已公告的变更',
    read: '逐句查看变更内容',
    text: '您的意见',
    sentence: '针对政策的哪一句',
    sentenceHint: '填写编号，例如 7.b.2；留空表示针对整个变更。',
    send: '提交意见',
    empty: '请先填写意见。',
    tooLong: (most) => `不超过 ${most} 字。`,
    noSentence: '没有这个编号的句子。',
    tooMany: '您对本次变更提出的意见已达上限。',
    closed: '本次变更已不能再提出意见。您填写的内容未保存。',
    kept: '您的意见已保存',
    refused: '您的意见未保存',
    own: '您的意见',
    ownNone: '您尚未提出意见。',
    whole: '整个变更',
    takeBack: '撤回',
    notTakenBack: '您的意见未撤回',
  },
};
