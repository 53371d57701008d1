/** The parts of the document, in its order. The supplement is shown apart. */
export const parts = [
  { id: 'P', title: { en: 'Preamble', 'zh-CN': '前言' } },
  { id: '1', title: { en: 'Scope', 'zh-CN': '适用范围' } },
  { id: '2', title: { en: 'Use', 'zh-CN': '信息使用' } },
  { id: '3', title: { en: 'Disclosure', 'zh-CN': '信息披露' } },
  { id: '4', title: { en: 'Storage and exchange', 'zh-CN': '信息存储和交换' } },
  { id: '5', title: { en: 'Cookies', 'zh-CN': 'Cookie 的使用' } },
  { id: '6', title: { en: 'Security', 'zh-CN': '信息安全' } },
  { id: '7', title: { en: 'Changes', 'zh-CN': '政策变更' } },
  { id: 'S', title: { en: 'Supplement', 'zh-CN': '补充条款' }, separate: true },
];
