/**
 * Who gets it, as a class. A party's class is read from its newest engagement, ended or not (that it
 * ended is a fact of its own); a user's class from the order or case at hand; with neither, the class
 * is `unrelated`. Nobody passes a class in.
 */
export const recipients = {
  person: { label: { en: 'you', 'zh-CN': '您本人' }, dpv: 'dpv:DataSubject', inside: true },
  platform: { label: { en: 'us', 'zh-CN': '本平台' }, dpv: 'dpv:DataController', inside: true },
  staff: {
    label: { en: 'our staff', 'zh-CN': '本平台工作人员' },
    dpv: 'dpv:OrganisationalUnit',
    inside: true,
  },
  affiliate: {
    label: { en: 'an affiliate of ours', 'zh-CN': '本平台的关联公司' },
    dpv: 'dpv:JointDataControllers',
    inside: true,
  },
  region: {
    label: { en: 'our servers in another region', 'zh-CN': '本平台其他地区的服务器' },
    dpv: 'dpv:DataController',
    inside: true,
  },
  servicePartner: {
    label: { en: 'a partner that serves you', 'zh-CN': '为您提供服务的合作方' },
    dpv: 'dpv:DataProcessor',
  },
  marketingPartner: {
    label: { en: 'a marketing partner', 'zh-CN': '营销合作方' },
    dpv: 'dpv:ThirdParty',
  },
  counterparty: {
    label: { en: 'the other side of your order', 'zh-CN': '与您交易的对方' },
    dpv: 'dpv:ThirdParty',
  },
  respondent: {
    label: { en: 'the one you complain of', 'zh-CN': '被投诉人' },
    dpv: 'dpv:ThirdParty',
  },
  complainant: {
    label: { en: 'the one who complains of you', 'zh-CN': '投诉人' },
    dpv: 'dpv:ThirdParty',
  },
  authority: { label: { en: 'an authority', 'zh-CN': '行政或司法机关' }, dpv: 'dpv:Authority' },
  thirdParty: {
    label: { en: 'a third party named by law or the rules', 'zh-CN': '法律或规则指明的第三方' },
    dpv: 'dpv:ThirdParty',
  },
  public: { label: { en: 'everyone', 'zh-CN': '公众' }, dpv: 'dpv:Recipient' },
  unrelated: {
    label: { en: 'an unrelated third party', 'zh-CN': '无关第三方' },
    dpv: 'dpv:ThirdParty',
  },
} as const;
