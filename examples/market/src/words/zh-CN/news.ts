import type { news as english } from '../en/news.ts';
import type { Said } from '../said.ts';

/** Messages in the reader's own pages. */
export const news: Said<typeof english> = {
  news: {
    title: '消息',
    lead: '您应当知晓的事项。消息何时在此向您展示，会记入您的处理记录。',
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
    leave: '在生效日之前注销账号',
  },
};
