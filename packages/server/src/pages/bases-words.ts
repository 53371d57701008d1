import type { Ground } from 'avow';
import { fewerThan } from '../few.ts';

/** Words of the page about published bases and how often the desk disclosed. */
interface BasesWords {
  readonly way: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly what: string;
  readonly parties: string;
  readonly published: string;
  readonly from: string;
  readonly until: string;
  readonly ended: string;
  readonly states: Readonly<Record<'coming' | 'running' | 'over', string>>;
  readonly countsTitle: string;
  readonly countsLead: string;
  readonly noCounts: string;
  readonly month: string;
  readonly ground: string;
  readonly counted: Readonly<
    Record<'opened' | 'delivered' | 'refused' | 'appealed' | 'undone', string>
  >;
  readonly grounds: Readonly<Record<Ground, string>>;
}

const en: BasesWords = {
  way: 'Disclosures',
  title: 'Published bases, and how often we disclosed',
  lead: 'On any other basis than what the policy itself names, something is disclosed only after that basis stands here: what it covers, for whom, and until when.',
  none: 'No basis has been published, so nothing is disclosed on one.',
  what: 'Covers',
  parties: 'For',
  published: 'Published',
  from: 'From',
  until: 'Until',
  ended: 'Ended',
  states: { coming: 'not yet', running: 'runs', over: 'is over' },
  countsTitle: 'How often, by ground and month',
  countsLead: `Counts say nothing about anybody: from one to ${fewerThan - 1} is told as fewer than ${fewerThan}. Months are in UTC.`,
  noCounts: 'Nothing has been asked of our desk yet.',
  month: 'Month',
  ground: 'Ground',
  counted: {
    opened: 'opened',
    delivered: 'disclosed',
    refused: 'refused',
    appealed: 'appealed',
    undone: 'undone',
  },
  grounds: {
    law: 'law (3.c)',
    violation: 'a violation (3.d)',
    complaint: 'an infringement complaint (3.e)',
    order: 'an order (3.f)',
    basis: 'a published basis (3.g)',
  },
};

const zhCN: BasesWords = {
  way: '披露',
  title: '已公布的依据与披露次数',
  lead: '除本政策本身列明的情形外，只有先在此公布依据（写明范围、对象和期限），才会据此披露。',
  none: '尚未公布任何依据，因此没有据此披露任何信息。',
  what: '涵盖',
  parties: '对象',
  published: '公布时间',
  from: '起始',
  until: '截止',
  ended: '终止时间',
  states: { coming: '尚未生效', running: '有效', over: '已失效' },
  countsTitle: '按依据和月份统计的次数',
  countsLead: `次数不涉及任何个人：1 至 ${fewerThan - 1} 次均写作“不到 ${fewerThan}”。月份按协调世界时（UTC）计。`,
  noCounts: '尚未受理任何披露请求。',
  month: '月份',
  ground: '依据',
  counted: {
    opened: '受理',
    delivered: '披露',
    refused: '拒绝',
    appealed: '申诉',
    undone: '撤销',
  },
  grounds: {
    law: '法律或机关要求（3.c）',
    violation: '违法违规（3.d）',
    complaint: '侵权投诉（3.e）',
    order: '订单（3.f）',
    basis: '已公布的依据（3.g）',
  },
};

export const basesWords = (language: string): BasesWords => (language === 'zh-CN' ? zhCN : en);
