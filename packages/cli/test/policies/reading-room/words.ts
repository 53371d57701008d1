import { vocabulary } from '@avow/policy';

/** The words of a small lending library's policy: enough for every kind of sentence. */
export const words = vocabulary({
  languages: ['en', 'zh-CN'],
  actions: {
    collect: { label: { en: 'collect', 'zh-CN': '收集' }, dpv: 'dpv:Collect' },
    provide: { label: { en: 'provide', 'zh-CN': '提供' }, dpv: 'dpv:Share', outward: true },
  },
  purposes: {
    lending: { label: { en: 'lending books', 'zh-CN': '借阅' } },
    delivery: { label: { en: 'delivering books', 'zh-CN': '送书' } },
    research: { label: { en: 'research', 'zh-CN': '研究' } },
  },
  categories: {
    reader: { label: { en: 'about the reader', 'zh-CN': '读者信息' }, retention: 'membership' },
    'reader.name': { label: { en: 'name', 'zh-CN': '姓名' } },
    'reader.address': { label: { en: 'address', 'zh-CN': '地址' } },
    loan: { label: { en: 'loan', 'zh-CN': '借阅记录' }, retention: 'loan' },
  },
  recipients: {
    library: { label: { en: 'the library', 'zh-CN': '图书馆' }, inside: true },
    courier: { label: { en: 'the courier', 'zh-CN': '送书人' } },
    university: { label: { en: 'the university', 'zh-CN': '大学' } },
    unrelated: { label: { en: 'anyone else', 'zh-CN': '其他人' } },
  },
  facts: {
    member: {
      label: { en: 'you are a member', 'zh-CN': '你是会员' },
      from: 'acceptance',
      obtainable: { by: 'person', how: { en: 'become a member', 'zh-CN': '成为会员' } },
      audience: ['person', 'operator'],
    },
    permitted: {
      label: { en: 'you permitted it beforehand', 'zh-CN': '你事先允许了' },
      from: 'consent',
      obtainable: { by: 'person', how: { en: 'permit it', 'zh-CN': '允许这样做' } },
      audience: ['person', 'operator'],
    },
    delivering: {
      label: { en: 'it is delivering a book to you', 'zh-CN': '它正在为你送书' },
      from: 'service',
      audience: ['person', 'operator'],
      implies: ['member'],
    },
  },
  duties: {
    tellReader: { label: { en: 'tell the reader', 'zh-CN': '告知读者' }, withinDays: 1 },
  },
  retentions: {
    membership: { label: { en: 'membership', 'zh-CN': '会员期间' }, days: 30, from: 'end' },
    loan: { label: { en: 'loan', 'zh-CN': '借阅期间' }, days: 90, from: 'collection' },
  },
  regions: { home: { label: { en: 'here', 'zh-CN': '本地' }, country: 'CN' } },
});
