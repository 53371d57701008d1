import type { report as english } from '../en/report.ts';
import type { Said } from '../said.ts';

export const report: Said<typeof english> = {
  report: {
    link: '举报其搜集他人信息',
    title: '举报搜集他人信息的用户',
    lead: (handle) =>
      `任何人不得在本平台收集、编辑、出售或传播他人的信息。请告诉我们${handle}做了什么。`,
    what: '您看到的情况',
    hint: '在哪里、什么时候、涉及谁的信息。加密保存：仅由一名工作人员查看，对方不会知道是谁举报的。',
    send: '提交举报',
    back: '返回',
    need: '请写明您看到的情况，不超过 4,000 字。',
    many: '您有十份举报待处理，请等我们处理后再提交。',
    done: '我们已收到您的举报。',
    next: '客服人员会查看并核查。您的举报及其时间只记入您自己的处理记录，不会出现在他人的处理记录中。',
  },
};
