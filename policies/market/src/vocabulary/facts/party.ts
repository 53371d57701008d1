/** Parties, and what they do for the person. */
export const ofParties = {
  engaged: {
    label: {
      en: 'the party has a contract with us that is in force',
      'zh-CN': '该方与我们的合同有效',
    },
    from: 'engagement',
    obtainable: { by: 'operator', how: { en: 'engage the party', 'zh-CN': '与该方签订合同' } },
    audience: ['person', 'operator', 'partner'],
  },
  neededForPart: {
    label: {
      en: 'the contract of the party names this information for its part',
      'zh-CN': '合同载明该方履行其职责需要此项信息',
    },
    from: 'engagement.covers',
    implies: ['engaged'],
    audience: ['person', 'operator', 'partner'],
  },
  lawfulMeans: {
    label: {
      en: 'the partner has stated by what lawful means it came to the information',
      'zh-CN': '合作方已说明其取得信息的合法途径',
    },
    from: 'engagement.means',
    implies: ['engaged'],
    obtainable: {
      by: 'partner',
      how: { en: 'state the lawful means, with evidence', 'zh-CN': '说明合法途径并提供证据' },
    },
    audience: ['person', 'operator', 'partner'],
  },
  serving: {
    label: { en: 'the party is serving you now', 'zh-CN': '该方正在为您提供服务' },
    from: 'service',
    implies: ['engaged'],
    audience: ['person', 'operator'],
  },
} as const;
