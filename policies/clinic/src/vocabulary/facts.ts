/**
 * Facts of a clinic's own: somebody of the staff attests them, and signs. Who is named in one never signs it, so no
 * doctor makes a patient theirs, or finds an emergency, alone.
 */
const ofCare = {
  treating: {
    label: { en: 'this member of our staff is treating you', 'zh-CN': '该人员正在为您诊治' },
    from: 'attestation',
    attested: { signatures: 1, days: 180, recipient: true },
    obtainable: {
      by: 'operator',
      how: { en: 'have reception enter who treats the patient', 'zh-CN': '由前台登记接诊人员' },
    },
    audience: ['person', 'operator'],
  },
  referred: {
    label: { en: 'a doctor of ours has referred you there', 'zh-CN': '本诊所医师已将您转诊至该方' },
    from: 'attestation',
    attested: { signatures: 1, days: 30, recipient: true },
    obtainable: {
      by: 'operator',
      how: { en: 'have a colleague refer the patient', 'zh-CN': '由同事转诊该患者' },
    },
    audience: ['person', 'operator', 'partner'],
  },
  emergency: {
    label: {
      en: 'two of us have signed that this doctor needs it in an emergency of yours',
      'zh-CN': '两名人员已签署：您情况紧急，该医师需要此项信息',
    },
    from: 'attestation',
    attested: { signatures: 2, days: 1, recipient: true },
    obtainable: {
      by: 'operator',
      how: { en: 'have two colleagues sign for an emergency', 'zh-CN': '由两名同事签署紧急情况' },
    },
    audience: ['person', 'operator'],
  },
  insured: {
    label: { en: 'this insurer insures you', 'zh-CN': '您由该保险机构承保' },
    from: 'attestation',
    attested: { signatures: 0, days: 366, recipient: true },
    audience: ['person', 'operator', 'partner'],
  },
} as const;

const ofPeople = {
  accepted: {
    label: { en: 'you have accepted the treatment agreement', 'zh-CN': '您已接受诊疗协议' },
    from: 'acceptance',
    obtainable: {
      by: 'person',
      how: { en: 'accept the treatment agreement', 'zh-CN': '接受诊疗协议' },
    },
    audience: ['person', 'operator'],
  },
  permitted: {
    label: { en: 'you have allowed exactly this beforehand', 'zh-CN': '您已事先明确许可这一行为' },
    from: 'consent',
    obtainable: {
      by: 'person',
      how: { en: 'allow this to this institute', 'zh-CN': '许可该机构的这一使用' },
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
    audience: ['person', 'operator'],
  },
  onHold: {
    label: { en: 'law obliges us to keep it', 'zh-CN': '依法须继续保存' },
    from: 'hold',
    audience: ['person', 'operator'],
  },
} as const;

const ofOthers = {
  engaged: {
    label: { en: 'its contract with us is in force', 'zh-CN': '其与本诊所的合同有效' },
    from: 'engagement',
    audience: ['person', 'operator', 'partner'],
  },
  neededForPart: {
    label: { en: 'its contract names this information', 'zh-CN': '其合同载明此项信息' },
    from: 'engagement.covers',
    implies: ['engaged'],
    audience: ['person', 'operator', 'partner'],
  },
  ordered: {
    label: {
      en: 'a verified order of the authority covers this',
      'zh-CN': '经核实的机关文书涵盖此项内容',
    },
    from: 'authority.order',
    audience: ['operator'],
  },
  statutory: {
    label: { en: 'a registered duty in law covers this', 'zh-CN': '已登记的法定义务涵盖此项内容' },
    from: 'authority.duty',
    audience: ['operator'],
  },
  twoApprovals: {
    label: { en: 'two of us have approved', 'zh-CN': '两名人员已批准' },
    from: 'approvals',
    obtainable: {
      by: 'operator',
      how: { en: 'have two different colleagues approve', 'zh-CN': '由两名不同的同事批准' },
    },
    audience: ['operator'],
  },
} as const;

/** What decisions turn on. */
export const facts = { ...ofCare, ...ofPeople, ...ofOthers } as const;
