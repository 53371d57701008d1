/** The person's own word, and who is asking. */
export const ofThePerson = {
  accepted: {
    label: { en: 'you have accepted the agreement', 'zh-CN': '您已接受服务协议' },
    from: 'acceptance',
    obtainable: { by: 'person', how: { en: 'accept the agreement', 'zh-CN': '接受服务协议' } },
    audience: ['person', 'operator'],
  },
  permitted: {
    label: {
      en: 'you have allowed exactly this beforehand',
      'zh-CN': '您已事先明确许可这一行为',
    },
    from: 'consent',
    obtainable: {
      by: 'person',
      how: {
        en: 'allow this act for this party, this information and this purpose',
        'zh-CN': '就该接收方、该信息、该目的和该行为给予许可',
      },
    },
    audience: ['person', 'operator'],
  },
  refused: {
    label: { en: 'you have refused this', 'zh-CN': '您已拒绝' },
    from: 'refusal',
    audience: ['person', 'operator'],
  },
  self: {
    label: { en: 'you ask for your own information', 'zh-CN': '由您本人提出' },
    from: 'self',
    audience: ['person', 'operator', 'partner'],
  },
  device: {
    label: { en: 'the device is not joined to a person', 'zh-CN': '该设备尚未与个人关联' },
    from: 'device',
    audience: ['person', 'operator'],
  },
  childAlone: {
    label: {
      en: 'you are under fourteen and no guardian has agreed',
      'zh-CN': '您不满十四周岁且未经监护人同意',
    },
    from: 'age',
    audience: ['person', 'operator'],
  },
} as const;
