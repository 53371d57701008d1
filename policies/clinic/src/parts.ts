/** The parts of the document, in its order. */
export const parts = [
  { id: '1', title: { en: 'What we know of you', 'zh-CN': '我们知道什么' } },
  { id: '2', title: { en: 'Who cares for you', 'zh-CN': '谁为您诊治' } },
  { id: '3', title: { en: 'Who else learns something', 'zh-CN': '还有谁会得知' } },
  { id: '4', title: { en: 'Your rights', 'zh-CN': '您的权利' } },
  { id: '5', title: { en: 'How we keep it', 'zh-CN': '我们如何保管' } },
];
