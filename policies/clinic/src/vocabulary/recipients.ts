/**
 * Who gets it, as a class. Those who work here are what they were appointed as (`staff`, if nothing more is
 * said of them); a party is what its contract makes it, and `unrelated` without one.
 */
export const recipients = {
  person: { label: { en: 'you', 'zh-CN': '您本人' }, dpv: 'dpv:Patient', inside: true },
  platform: {
    label: { en: 'the clinic', 'zh-CN': '本诊所' },
    dpv: 'dpv:DataController',
    inside: true,
  },
  doctor: {
    label: { en: 'a doctor of ours', 'zh-CN': '本诊所医师' },
    dpv: 'dpv:Employee',
    inside: true,
  },
  nurse: {
    label: { en: 'a nurse of ours', 'zh-CN': '本诊所护士' },
    dpv: 'dpv:Employee',
    inside: true,
  },
  reception: { label: { en: 'our reception', 'zh-CN': '前台' }, dpv: 'dpv:Employee', inside: true },
  staff: {
    label: { en: 'anyone else who works here', 'zh-CN': '本诊所其他人员' },
    dpv: 'dpv:Employee',
    inside: true,
  },
  hospital: { label: { en: 'a hospital', 'zh-CN': '医院' }, dpv: 'dpv:ThirdParty' },
  insurer: { label: { en: 'an insurer', 'zh-CN': '保险机构' }, dpv: 'dpv:ThirdParty' },
  researcher: { label: { en: 'a research institute', 'zh-CN': '研究机构' }, dpv: 'dpv:ThirdParty' },
  authority: { label: { en: 'an authority', 'zh-CN': '行政或司法机关' }, dpv: 'dpv:Authority' },
  unrelated: { label: { en: 'anyone else', 'zh-CN': '其他任何人' }, dpv: 'dpv:ThirdParty' },
} as const;
