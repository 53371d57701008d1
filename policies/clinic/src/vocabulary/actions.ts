/** What can be done with what a clinic knows of its patients. */
export const actions = {
  collect: { label: { en: 'write down', 'zh-CN': '记录' }, dpv: 'dpv:Collect' },
  store: { label: { en: 'keep', 'zh-CN': '保存' }, dpv: 'dpv:Store' },
  use: { label: { en: 'use', 'zh-CN': '使用' }, dpv: 'dpv:Use' },
  show: { label: { en: 'show', 'zh-CN': '展示' }, dpv: 'dpv:Display', outward: true },
  edit: { label: { en: 'correct', 'zh-CN': '更正' }, dpv: 'dpv:Alter' },
  message: { label: { en: 'write to', 'zh-CN': '发送消息至' }, dpv: 'dpv:Transmit' },
  provide: { label: { en: 'send', 'zh-CN': '提供' }, dpv: 'dpv:MakeAvailable', outward: true },
  share: { label: { en: 'share', 'zh-CN': '共享' }, dpv: 'dpv:Share', outward: true },
  sell: { label: { en: 'sell', 'zh-CN': '出售' }, dpv: 'dpv:Disclose', outward: true },
  disclose: { label: { en: 'disclose', 'zh-CN': '披露' }, dpv: 'dpv:Disclose', outward: true },
  open: { label: { en: 'open', 'zh-CN': '查看' }, dpv: 'dpv:Access', outward: true },
  setCookie: { label: { en: 'set', 'zh-CN': '写入' }, dpv: 'dpv:Store' },
  readCookie: { label: { en: 'read', 'zh-CN': '读取' }, dpv: 'dpv:Retrieve' },
  export: { label: { en: 'give a copy of', 'zh-CN': '复制' }, dpv: 'dpv:Export', outward: true },
  erase: { label: { en: 'erase', 'zh-CN': '删除' }, dpv: 'dpv:Erase' },
  restrict: { label: { en: 'close', 'zh-CN': '封存' }, dpv: 'dpv:Restrict' },
} as const;
