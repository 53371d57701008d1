import type { Matter } from '@avow/centre';
import type { MarketWords } from '@avow/policy-market';
import { workshops } from '../shop/parties.ts';

/** What a person is asked here: who would do what, with what, what for. Nothing needs any of it. */
export const matters: readonly Matter<MarketWords>[] = [
  {
    name: 'partner',
    party: workshops,
    action: 'share',
    purposes: ['marketing.partner'],
    categories: ['contact.name', 'contact.phone'],
    title: { en: 'Messages from Gull & Quay', 'zh-CN': '鸥埠工坊的消息' },
    lead: {
      en: 'Gull & Quay tells of workshops and fairs at the harbour, four times a year.',
      'zh-CN': '鸥埠工坊每年四次向您介绍海港的手工课和集市。',
    },
    asks: 'permission',
  },
  {
    name: 'own',
    party: 'platform',
    action: 'message',
    purposes: ['marketing.own'],
    categories: ['contact.email', 'contact.phone'],
    title: { en: 'News of the market', 'zh-CN': '集市消息' },
    lead: {
      en: 'We tell you about things on offer that go with what you looked at.',
      'zh-CN': '向您介绍与您看过的商品相配的在售商品。',
    },
    asks: 'objection',
  },
  {
    name: 'personal',
    party: 'platform',
    action: 'use',
    purposes: ['marketing.own', 'service.personal'],
    categories: ['interest'],
    title: { en: 'Things chosen for you', 'zh-CN': '为您挑选商品' },
    lead: {
      en: 'From what you look at here we derive what may interest you, and show more of it.',
      'zh-CN': '我们根据您在此浏览的内容推断您的兴趣，并向您展示更多同类商品。',
    },
    asks: 'objection',
  },
];
