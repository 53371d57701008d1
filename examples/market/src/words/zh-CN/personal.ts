import type { personal as english } from '../en/personal.ts';
import type { Said } from '../said.ts';

export const personal: Said<typeof english> = {
  kinds: {
    table: '陶瓷与餐桌',
    home: '灯具与座椅',
    music: '音乐与收音机',
    outside: '户外',
    clothes: '服饰',
    looking: '图书与相机',
  },
  forYou: {
    title: '为您挑选',
    lookedAt: (thing) => `因为您看过“${thing}”`,
    said: (kind) => `因为您说明喜欢：${kind}`,
    off: '关闭此项',
    why: '我们推断的兴趣及其依据',
  },
};
