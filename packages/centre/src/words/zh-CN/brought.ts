import type { brought as english } from '../en/brought.ts';
import type { Said } from '../said.ts';

export const brought: Said<typeof english> = {
  brought: {
    title: '合作方提供的信息',
    lead: '合作方依据合同向我们提供信息，合同须写明其合法来源。您移除的内容，合作方不得再次提供。',
    none: '我们没有保存任何合作方提供的信息。',
    by: (partner) => `来自${partner}`,
    since: '提供时间',
    until: '保存至',
    remove: '移除',
    removeOf: (what, partner) => `移除：${partner}提供的${what}`,
    removed: '您已移除的内容',
    removedLead: '除非您允许，这些合作方不得再次提供此类信息，无论内容为何。',
    allow: '允许再次提供',
    allowOf: (what, partner) => `允许${partner}再次提供${what}`,
    on: '移除时间：',
  },
};
