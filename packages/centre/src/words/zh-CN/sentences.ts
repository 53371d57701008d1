import type { sentences as english } from '../en/sentences.ts';
import type { Said } from '../said.ts';

export const sentences: Said<typeof english> = {
  sentences: {
    title: '每一句为我做了什么',
    lead: '现行政策全文；每一句旁边写明就您作出判定的次数。点击次数可查看具体的判定。',
    since: (lines) => `依据您最近的 ${lines} 条记录统计。`,
    all: (lines) => `依据您全部的 ${lines} 条记录统计。`,
    acted: '据以就您作出过判定的句子',
    none: '尚未依据任何一句就您作出判定。',
    permitted: (count) => `准许 ${count} 次`,
    refused: (count) => `拒绝 ${count} 次`,
    which: (count, sentence) => `${count}：依据第 ${sentence} 句就您作出的判定`,
  },
};
