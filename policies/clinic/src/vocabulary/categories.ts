/**
 * What a clinic knows. `health` is what law treats as sensitive everywhere; what others need of it (a bill's
 * items, a name) is apart from it, so that they can get the one without the other. `online`: whoever gets it
 * outside reads it through us each time.
 */
export const categories = {
  identity: { label: { en: 'who you are', 'zh-CN': '身份信息' }, dpv: 'pd:Identifying' },
  'identity.name': { label: { en: 'name', 'zh-CN': '姓名' }, dpv: 'pd:Name', retention: 'record' },
  'identity.birth': {
    label: { en: 'date of birth', 'zh-CN': '出生日期' },
    dpv: 'pd:BirthDate',
    retention: 'record',
  },
  'identity.number': {
    label: { en: 'identity number', 'zh-CN': '身份证件号码' },
    dpv: 'pd:OfficialID',
    retention: 'record',
    online: true,
  },
  contact: { label: { en: 'contact details', 'zh-CN': '联系方式' }, dpv: 'pd:Contact' },
  'contact.phone': {
    label: { en: 'phone number', 'zh-CN': '电话号码' },
    dpv: 'pd:TelephoneNumber',
    retention: 'registration',
  },
  'contact.address': {
    label: { en: 'home address', 'zh-CN': '住址' },
    dpv: 'pd:PhysicalAddress',
    retention: 'registration',
  },
  health: { label: { en: 'medical record', 'zh-CN': '病历' }, dpv: 'pd:MedicalHealth' },
  'health.history': {
    label: { en: 'what you told us of your health', 'zh-CN': '您自述的病史' },
    dpv: 'pd:HealthHistory',
    retention: 'record',
  },
  'health.allergy': {
    label: { en: 'allergies', 'zh-CN': '过敏史' },
    dpv: 'pd:MedicalHealth',
    retention: 'record',
  },
  'health.diagnosis': {
    label: { en: 'diagnoses', 'zh-CN': '诊断' },
    dpv: 'pd:MedicalHealth',
    retention: 'record',
  },
  'health.medication': {
    label: { en: 'medicines', 'zh-CN': '用药' },
    dpv: 'pd:Prescription',
    retention: 'record',
  },
  'health.result': {
    label: { en: 'results of tests', 'zh-CN': '检查结果' },
    dpv: 'pd:MedicalHealth',
    retention: 'record',
  },
  appointment: {
    label: { en: 'appointments', 'zh-CN': '预约' },
    dpv: 'pd:ServiceConsumptionBehaviour',
    retention: 'appointment',
  },
  kin: { label: { en: 'next of kin', 'zh-CN': '近亲属' }, dpv: 'pd:Family' },
  'kin.name': {
    label: { en: 'name of your next of kin', 'zh-CN': '近亲属姓名' },
    dpv: 'pd:Name',
    retention: 'registration',
  },
  'kin.phone': {
    label: { en: 'phone number of your next of kin', 'zh-CN': '近亲属电话' },
    dpv: 'pd:TelephoneNumber',
    retention: 'registration',
  },
  insurance: {
    label: { en: 'number at your insurer', 'zh-CN': '保险单号' },
    dpv: 'pd:Insurance',
    retention: 'bill',
  },
  bill: {
    label: { en: 'items of a bill', 'zh-CN': '费用明细' },
    dpv: 'pd:Transactional',
    retention: 'bill',
  },
  'cookie.identifier': {
    label: { en: 'identifier in a cookie', 'zh-CN': 'Cookie 标识' },
    dpv: 'pd:Identifier',
    retention: 'cookie',
  },
  history: {
    label: { en: 'list of who looked', 'zh-CN': '查阅记录' },
    dpv: 'pd:Historical',
    retention: 'history',
  },
} as const;
