/**
 * What it is done for. Dots make the tree; rules may name a branch, a request names a leaf.
 * Each ground of clause 3 has its own purpose, so the desk names its ground by naming what for:
 * 3.a `wish`, 3.b `fulfilment`, 3.c `legal`, 3.d `rules.violation`, 3.e `dispute.rights`,
 * 3.f `dispute.order`, 3.g `rules.basis`.
 */
export const purposes = {
  account: {
    label: { en: 'to keep your account', 'zh-CN': '维护您的账号' },
    dpv: 'dpv:AccountManagement',
  },
  security: {
    label: { en: 'to keep everyone secure', 'zh-CN': '保障安全' },
    dpv: 'dpv:EnforceSecurity',
  },
  keeping: {
    label: { en: 'to keep it until its time is over', 'zh-CN': '在保存期限内保管' },
    dpv: 'dpv:RecordManagement',
  },
  service: {
    label: { en: 'to serve you better', 'zh-CN': '改进为您提供的服务' },
    dpv: 'dpv:ServiceProvision',
  },
  'service.accuracy': {
    label: { en: 'to serve you more accurately', 'zh-CN': '提供更准确的服务' },
    dpv: 'dpv:ServiceOptimisation',
  },
  'service.personal': {
    label: { en: 'to serve you more personally', 'zh-CN': '提供更个性化的服务' },
    dpv: 'dpv:ServicePersonalisation',
  },
  fulfilment: {
    label: { en: 'to carry out what you ordered or asked for', 'zh-CN': '完成您的订单或请求' },
    dpv: 'dpv:RequestedServiceProvision',
  },
  support: { label: { en: 'to help you', 'zh-CN': '客户服务' }, dpv: 'dpv:CustomerCare' },
  notice: {
    label: { en: 'to tell you what you must know', 'zh-CN': '告知您应当知晓的事项' },
    dpv: 'dpv:CommunicationManagement',
  },
  marketing: { label: { en: 'marketing', 'zh-CN': '营销推广' }, dpv: 'dpv:Marketing' },
  'marketing.own': {
    label: {
      en: 'to tell you of products and services here',
      'zh-CN': '向您介绍本平台的产品和服务',
    },
    dpv: 'dpv:DirectMarketing',
  },
  'marketing.partner': {
    label: { en: 'so that partners tell you of theirs', 'zh-CN': '由合作方向您介绍其产品和服务' },
    dpv: 'dpv:DirectMarketing',
  },
  wish: {
    label: { en: 'because you wish it', 'zh-CN': '按您本人的意愿' },
    dpv: 'dpv:RequestedServiceProvision',
  },
  legal: { label: { en: 'to obey the law', 'zh-CN': '履行法律义务' }, dpv: 'dpv:LegalCompliance' },
  rules: {
    label: { en: 'to uphold the rules of the site', 'zh-CN': '维护平台规则' },
    dpv: 'dpv:FulfilmentOfObligation',
  },
  'rules.violation': {
    label: { en: 'to deal with a violation', 'zh-CN': '处理违法违规行为' },
    dpv: 'dpv:MisusePreventionAndDetection',
  },
  'rules.basis': {
    label: { en: 'on a published basis', 'zh-CN': '依据已公布的规则' },
    dpv: 'dpv:FulfilmentOfObligation',
  },
  dispute: {
    label: { en: 'to settle a dispute', 'zh-CN': '处理争议' },
    dpv: 'dpv:DisputeManagement',
  },
  'dispute.rights': {
    label: { en: 'to settle a dispute about rights', 'zh-CN': '处理权利争议' },
    dpv: 'dpv:ProtectionOfIPR',
  },
  'dispute.order': {
    label: {
      en: 'to complete an order or settle a dispute about it',
      'zh-CN': '完成订单或解决订单争议',
    },
    dpv: 'dpv:DisputeManagement',
  },
  cookies: { label: { en: 'cookies', 'zh-CN': 'Cookie' }, dpv: 'dpv:TechnicalServiceProvision' },
  'cookies.needed': {
    label: { en: 'for a login or feature you use', 'zh-CN': '您使用的登录或功能所必需' },
    dpv: 'dpv:TechnicalServiceProvision',
  },
  'cookies.personal': {
    label: { en: 'for personal service', 'zh-CN': '个性化服务' },
    dpv: 'dpv:UserInterfacePersonalisation',
  },
  'cookies.promotion': { label: { en: 'for promotion', 'zh-CN': '推广' }, dpv: 'dpv:Advertising' },
  rights: {
    label: { en: 'so that you can exercise your rights', 'zh-CN': '便于您行使权利' },
    dpv: 'dpv:RightsFulfilment',
  },
} as const;
