import type { Permit } from '@avow/policy';
import type { MarketText } from '../src/index.ts';
import type { Mistake } from './altered.ts';

const permit = (scope: Partial<Permit>): Permit => ({
  kind: 'permit',
  actions: [],
  purposes: [],
  categories: [],
  recipients: [],
  condition: { all: [] },
  duties: [],
  ...scope,
});
const accepted = { fact: 'accepted' };

/** A promise of the policy, with a mistake that breaks it. */
export interface Kept {
  readonly promise: string;
  readonly sentence: string;
  /** The test that shows what no single decision can prove. */
  readonly enforcedBy?: string;
  readonly mistake: string;
  readonly made: Mistake;
  /** The facts that are true in the smallest counterexample. */
  readonly facts: readonly string[];
  /** What its words must name, in both languages. */
  readonly names: readonly MarketText[];
}

/** The promises that the platform makes above all others. */
export const promises: readonly Kept[] = [
  {
    promise: 'nobody outside gets anything without permission, a live service or a ground',
    sentence: 'P.5',
    mistake: 'an e-mail address is shown to an unrelated third party once the person has accepted',
    made: {
      permits: permit({
        actions: ['show'],
        purposes: ['support'],
        categories: ['contact.email'],
        recipients: ['unrelated'],
        condition: accepted,
      }),
    },
    facts: ['accepted'],
    names: [
      { en: 'an unrelated third party', 'zh-CN': '无关第三方' },
      { en: 'e-mail address', 'zh-CN': '电子邮箱' },
    ],
  },
  {
    promise: 'acceptance alone permits no provision to third parties',
    sentence: 'P.6',
    mistake: 'a service partner is provided with a phone number by acceptance alone',
    made: {
      forgets: ['2.a.5'],
      permits: permit({
        actions: ['provide'],
        purposes: ['support'],
        categories: ['contact.phone'],
        recipients: ['servicePartner'],
        condition: accepted,
      }),
    },
    facts: ['accepted'],
    names: [
      { en: 'phone number', 'zh-CN': '电话号码' },
      { en: 'you have accepted the agreement', 'zh-CN': '您已接受服务协议' },
    ],
  },
  {
    promise: 'nothing is sold, leased or traded without permission, whatever the ground',
    sentence: '2.a.3',
    mistake: 'an order of an authority is taken for a licence to sell',
    made: {
      forgets: ['2.a.1', '2.a.3'],
      permits: permit({
        actions: ['sell'],
        purposes: ['legal'],
        categories: ['contact.address'],
        recipients: ['authority'],
        condition: { all: [{ fact: 'ordered' }, { fact: 'twoApprovals' }] },
      }),
    },
    facts: ['approved', 'ordered', 'twoApprovals'],
    names: [
      { en: 'sell', 'zh-CN': '出售' },
      { en: 'postal address', 'zh-CN': '邮寄地址' },
    ],
  },
  {
    promise: 'nothing is opened after the service to that person has ended',
    sentence: '2.a.5',
    enforcedBy: 'packages/avow/test/clauses/2.a.test.ts',
    mistake: 'the end of the service is forgotten, and an old permission opens',
    made: { forgets: ['2.a.5'] },
    facts: ['permitted'],
    names: [
      { en: 'open', 'zh-CN': '查看' },
      { en: 'you have allowed exactly this beforehand', 'zh-CN': '您已事先明确许可这一行为' },
    ],
  },
  {
    promise: "partners' marketing only on its own consent",
    sentence: '2.c.6',
    mistake: 'interests are shared with a marketing partner by acceptance alone',
    made: {
      forgets: ['2.a.1', '2.a.6'],
      permits: permit({
        actions: ['share'],
        purposes: ['marketing.partner'],
        categories: ['interest'],
        recipients: ['marketingPartner'],
        condition: accepted,
      }),
    },
    facts: ['accepted'],
    names: [
      { en: 'a marketing partner', 'zh-CN': '营销合作方' },
      { en: 'interests', 'zh-CN': '兴趣' },
    ],
  },
  {
    promise: 'an authority gets nothing without an order or duty, and two approvals',
    sentence: '3.c.2',
    mistake: 'one approval is thought to be enough',
    made: {
      forgets: ['3.c.2', '3.c.3'],
      permits: permit({
        actions: ['disclose'],
        purposes: ['legal'],
        categories: ['registration.identity'],
        recipients: ['authority'],
        condition: { all: [{ fact: 'ordered' }, { fact: 'approved' }] },
      }),
    },
    facts: ['approved', 'ordered'],
    names: [
      { en: 'an operator has approved', 'zh-CN': '一名工作人员已批准' },
      { en: 'identity number', 'zh-CN': '身份证件号码' },
    ],
  },
  {
    promise: 'under 3.f only a side that performed and asked gets anything',
    sentence: '3.f.2',
    mistake: 'asking is enough',
    made: {
      forgets: ['3.f.2'],
      permits: permit({
        actions: ['disclose'],
        purposes: ['dispute.order'],
        categories: ['contact.phone'],
        recipients: ['counterparty'],
        condition: { all: [{ fact: 'sides' }, { fact: 'asked' }] },
      }),
    },
    facts: ['asked', 'sides'],
    names: [
      { en: 'the other side of your order', 'zh-CN': '与您交易的对方' },
      { en: 'phone number', 'zh-CN': '电话号码' },
    ],
  },
  {
    promise: 'under 3.f necessary fields only',
    sentence: '3.f.2',
    mistake: 'an IP address goes along',
    made: {
      permits: permit({
        actions: ['disclose'],
        purposes: ['dispute.order'],
        categories: ['visit.ip'],
        recipients: ['counterparty'],
        condition: {
          all: [{ fact: 'sides' }, { fact: 'performed' }, { fact: 'asked' }],
        },
      }),
    },
    facts: ['asked', 'performed', 'sides'],
    names: [{ en: 'IP address', 'zh-CN': 'IP地址' }],
  },
  {
    promise: 'a refused cookie purpose sets and reads nothing',
    sentence: '5.b.1',
    mistake: 'the refusal is forgotten',
    made: { forgets: ['5.b.1'] },
    facts: ['refused'],
    names: [{ en: 'you have refused this', 'zh-CN': '您已拒绝' }],
  },
  {
    promise: "automatic collection is 1.b's list and no more",
    sentence: '1.b.3',
    mistake: 'interests are observed',
    made: {
      permits: permit({
        actions: ['observe'],
        purposes: ['service.personal'],
        categories: ['interest'],
        recipients: ['platform'],
      }),
    },
    facts: [],
    names: [{ en: 'automatically receive', 'zh-CN': '自动接收' }],
  },
  {
    promise: 'a search keyword is never joined to a person',
    sentence: '1.d.2',
    enforcedBy: 'packages/avow/test/clauses/1.d.test.ts',
    mistake: 'searches are joined for personal service, on consent',
    made: {
      forgets: ['1.d.1'],
      permits: permit({
        actions: ['join'],
        purposes: ['service.personal'],
        categories: ['search'],
        recipients: ['platform'],
        condition: { fact: 'permitted' },
      }),
    },
    facts: ['permitted'],
    names: [
      { en: 'join', 'zh-CN': '关联' },
      { en: 'search keyword', 'zh-CN': '搜索关键词' },
    ],
  },
  {
    promise: 'nothing leaves its region without a transfer decision',
    sentence: '4.3',
    enforcedBy: 'packages/avow/test/clauses/4.test.ts',
    mistake: 'the region is forgotten',
    made: { forgets: ['4.3'] },
    facts: ['abroad'],
    names: [{ en: 'outside your country', 'zh-CN': '所在国家（地区）' }],
  },
];
