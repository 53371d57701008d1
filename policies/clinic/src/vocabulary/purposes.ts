/** What it is for. `keeping`, `rights`, `notice` and `legal` are what the library does things for by itself. */
export const purposes = {
  registration: {
    label: { en: 'to register you', 'zh-CN': '为您建档' },
    dpv: 'dpv:CustomerManagement',
  },
  care: { label: { en: 'to care for you', 'zh-CN': '医疗照护' }, dpv: 'dpv:ServiceProvision' },
  'care.treatment': {
    label: { en: 'to treat you', 'zh-CN': '为您诊治' },
    dpv: 'dpv:RequestedServiceProvision',
  },
  'care.emergency': {
    label: { en: 'to help you in an emergency', 'zh-CN': '紧急救治' },
    dpv: 'dpv:ServiceProvision',
  },
  appointments: {
    label: { en: 'to arrange your appointments', 'zh-CN': '安排您的预约' },
    dpv: 'dpv:CustomerManagement',
  },
  billing: {
    label: { en: 'to settle the bill', 'zh-CN': '结算费用' },
    dpv: 'dpv:PaymentManagement',
  },
  research: {
    label: { en: 'for medical research', 'zh-CN': '医学研究' },
    dpv: 'dpv:ScientificResearch',
  },
  notice: {
    label: { en: 'to tell you what you must know', 'zh-CN': '告知您应当知晓的事项' },
    dpv: 'dpv:CommunicationManagement',
  },
  legal: { label: { en: 'to obey the law', 'zh-CN': '履行法律义务' }, dpv: 'dpv:LegalCompliance' },
  signIn: {
    label: { en: 'to keep you signed in', 'zh-CN': '保持您的登录状态' },
    dpv: 'dpv:TechnicalServiceProvision',
  },
  keeping: {
    label: { en: 'to keep it until its time is over', 'zh-CN': '在保存期限内保管' },
    dpv: 'dpv:RecordManagement',
  },
  rights: {
    label: { en: 'so that you can exercise your rights', 'zh-CN': '便于您行使权利' },
    dpv: 'dpv:RightsFulfilment',
  },
} as const;
