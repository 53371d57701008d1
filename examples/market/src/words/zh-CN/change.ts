import type { change as english } from '../en/change.ts';
import type { Said } from '../said.ts';

export const change: Said<typeof english> = {
  change: {
    title: '隐私政策变更',
    banner: {
      from: '隐私政策将于以下日期变更：',
      since: '隐私政策已于以下日期变更：',
      stop: '。',
      read: '查看变更并答复',
    },
  },
};
