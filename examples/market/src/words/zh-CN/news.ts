import type { news as english } from '../en/news.ts';
import type { Said } from '../said.ts';

/** Messages in the reader's own pages, and comments on a change of the policy. */
export const news: Said<typeof english> = {
  news: {
    title: '消息',
    lead: '您应当知晓的事项。消息在此向您展示，会记入您的处理记录。',
    none: '暂无消息。',
    about: {
      announced: '隐私政策将于以下日期变更：',
      postponed: '隐私政策变更推迟至：',
      withdrawn: '隐私政策不再变更；原定日期为：',
    },
    shownFirst: '首次展示：',
    isNew: '新消息',
    read: '逐句查看变更内容',
    answer: '答复',
    comment: '对变更提出意见',
    leave: '在生效日之前离开',
    comments: '对变更的意见',
    commentsLead: '在变更生效之前，您可以提出意见。我们阅读时看不到您的姓名，答复随变更一并公布。',
    nothingOpen: '目前没有已公告的变更，无需提出意见。',
    sentence: '政策中的某一句',
    sentenceHint: '填写编号，例如 7.b.2；留空表示针对整个变更。',
    noSentence: '没有这个编号的句子。',
    text: '您的意见',
    empty: '请先填写意见。',
    tooMany: '您对本次变更提出的意见已达上限。',
    closed: '本次变更已不能再提出意见。',
    send: '提交意见',
    kept: '您的意见已保存',
    refused: '您的意见未保存',
    own: '您的意见',
    ownNone: '您尚未提出意见。',
    whole: '整个变更',
    takeBack: '撤回',
  },
};
