/**
 * What can be done with personal information. A decision is always about one of these.
 *
 * Collecting is three acts, told apart by where the information comes from: the person gives it
 * (`collect`), it is received automatically (`observe`), a partner hands it in (`acquire`).
 * Handing over is two kinds: clause 2.a's acts (`provide`, `sell`, `lease`, `share`, `trade`) for a
 * standing relation, and clause 3's `disclose` for one request at the desk. Either way the recipient
 * reads by `open`, which is decided anew each time. `dpv` maps to the Data Privacy Vocabulary 2.3.
 */
export const actions = {
  collect: { label: { en: 'collect', 'zh-CN': '收集' }, dpv: 'dpv:Collect' },
  observe: { label: { en: 'automatically receive', 'zh-CN': '自动接收' }, dpv: 'dpv:Observe' },
  acquire: { label: { en: 'acquire', 'zh-CN': '取得' }, dpv: 'dpv:Acquire' },
  store: { label: { en: 'store', 'zh-CN': '存储' }, dpv: 'dpv:Store' },
  use: { label: { en: 'use', 'zh-CN': '使用' }, dpv: 'dpv:Use' },
  show: { label: { en: 'show', 'zh-CN': '展示' }, dpv: 'dpv:Display', outward: true },
  edit: { label: { en: 'correct', 'zh-CN': '更正' }, dpv: 'dpv:Alter' },
  join: { label: { en: 'join', 'zh-CN': '关联' }, dpv: 'dpv:Combine' },
  derive: {
    label: { en: 'derive interests from', 'zh-CN': '为推断兴趣而分析' },
    dpv: 'dpv:Derive',
  },
  message: { label: { en: 'send a message to', 'zh-CN': '发送消息至' }, dpv: 'dpv:Transmit' },
  provide: { label: { en: 'provide', 'zh-CN': '提供' }, dpv: 'dpv:MakeAvailable', outward: true },
  sell: { label: { en: 'sell', 'zh-CN': '出售' }, dpv: 'dpv:Disclose', outward: true },
  lease: { label: { en: 'lease', 'zh-CN': '出租' }, dpv: 'dpv:Disclose', outward: true },
  share: { label: { en: 'share', 'zh-CN': '共享' }, dpv: 'dpv:Share', outward: true },
  trade: { label: { en: 'trade', 'zh-CN': '交易' }, dpv: 'dpv:Disclose', outward: true },
  disclose: { label: { en: 'disclose', 'zh-CN': '披露' }, dpv: 'dpv:Disclose', outward: true },
  open: { label: { en: 'open', 'zh-CN': '查看' }, dpv: 'dpv:Access', outward: true },
  publish: { label: { en: 'publish', 'zh-CN': '公开' }, dpv: 'dpv:Disseminate', outward: true },
  transfer: {
    label: { en: 'transfer', 'zh-CN': '跨境传输' },
    dpv: 'dpv:CrossBorderTransfer',
    outward: true,
  },
  setCookie: { label: { en: 'set', 'zh-CN': '写入' }, dpv: 'dpv:Store' },
  readCookie: {
    label: { en: 'read', 'zh-CN': '读取' },
    dpv: 'dpv:Retrieve',
  },
  export: { label: { en: 'export', 'zh-CN': '导出' }, dpv: 'dpv:Export', outward: true },
  erase: { label: { en: 'erase', 'zh-CN': '删除' }, dpv: 'dpv:Erase' },
  restrict: { label: { en: 'close', 'zh-CN': '封存' }, dpv: 'dpv:Restrict' },
} as const;
