import type { interests as english } from '../en/interests.ts';
import type { Said } from '../said.ts';

export const interests: Said<typeof english> = {
  interests: {
    title: '我的兴趣',
    lead: '我们推断您可能感兴趣的内容及其依据。您的搜索内容从不用于推断。',
    none: '我们没有推断您的任何兴趣。',
    because: {
      page: '因为您看过',
      language: '因为您的浏览器使用的语言是',
      partner: '因为以下合作方提供了信息：',
      person: '因为您本人这样说明',
    },
    until: '保存至',
    remove: '移除',
    removeOf: (interest) => `移除：${interest}`,
    instead: '不对？请选择正确的兴趣',
    save: '更正',
    removed: '您已移除的兴趣',
    removedLead: '除非您允许，我们不会再推断这些兴趣。',
    allow: '允许再次推断',
    allowOf: (interest) => `允许再次推断：${interest}`,
    off: '如需完全停止个性化服务，请前往：',
    stop: '。',
    fromDerived: '由我们推断',
  },
};
