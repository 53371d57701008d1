import type { cookies as english } from '../en/cookies.ts';
import type { Said } from '../said.ts';

export const cookies: Said<typeof english> = {
  cookies: {
    title: 'Cookie',
    lead: '浏览和搜索不需要 Cookie。以下是可能写入的全部 Cookie，以及您的选择。',
    seen: '您最近看过',
    seenWhy: '因您允许了相应的 Cookie 而展示。',
    change: '更改选择',
  },
};
