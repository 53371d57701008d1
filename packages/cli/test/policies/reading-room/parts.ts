export const parts = [
  { id: '1', title: { en: 'What we keep', 'zh-CN': '我们保存什么' } },
  { id: '2', title: { en: 'Who gets it', 'zh-CN': '谁会得到' } },
];
