/**
 * What the information is. Rules may name a branch, a request names a leaf; each leaf has one
 * retention class. `enterprise`, `register` and `search` lie outside the policy (1.a, 6.c, 6.d, 1.d):
 * they stand here so that the sentences which keep them apart can be decided and proven. `public` marks
 * the exempt fields of 1.a, which are read without a decision. What is `online` a party reads through
 * us each time: a number can be called, or a card shown, without being kept.
 */
export const categories = {
  registration: { label: { en: 'registration', 'zh-CN': '注册信息' }, dpv: 'pd:Identifying' },
  'registration.username': {
    label: { en: 'user name', 'zh-CN': '用户名' },
    dpv: 'pd:Username',
    retention: 'account',
  },
  'registration.secret': {
    label: { en: 'password', 'zh-CN': '密码' },
    dpv: 'pd:Password',
    retention: 'credential',
  },
  'registration.identity': {
    label: { en: 'identity number', 'zh-CN': '身份证件号码' },
    dpv: 'pd:OfficialID',
    retention: 'account',
    online: true,
  },
  contact: { label: { en: 'contact details', 'zh-CN': '联系方式' }, dpv: 'pd:Contact' },
  'contact.name': { label: { en: 'name', 'zh-CN': '姓名' }, dpv: 'pd:Name', retention: 'account' },
  'contact.phone': {
    label: { en: 'phone number', 'zh-CN': '电话号码' },
    dpv: 'pd:TelephoneNumber',
    retention: 'account',
    online: true,
  },
  'contact.email': {
    label: { en: 'e-mail address', 'zh-CN': '电子邮箱' },
    dpv: 'pd:EmailAddress',
    retention: 'account',
  },
  'contact.address': {
    label: { en: 'postal address', 'zh-CN': '邮寄地址' },
    dpv: 'pd:PhysicalAddress',
    retention: 'account',
  },
  organisation: {
    label: { en: 'people of an organisation', 'zh-CN': '机构相关人员' },
    dpv: 'pd:Professional',
  },
  'organisation.representative': {
    label: { en: 'legal representative', 'zh-CN': '法定代表人' },
    dpv: 'pd:Name',
    retention: 'account',
  },
  'organisation.contact': {
    label: { en: 'contact person', 'zh-CN': '联系人' },
    dpv: 'pd:Contact',
    retention: 'account',
  },
  visit: { label: { en: 'visit', 'zh-CN': '访问信息' }, dpv: 'pd:DeviceBased' },
  'visit.ip': {
    label: { en: 'IP address', 'zh-CN': 'IP地址' },
    dpv: 'pd:IPAddress',
    retention: 'visit',
  },
  'visit.browser': {
    label: { en: 'type of browser', 'zh-CN': '浏览器类型' },
    dpv: 'pd:UserAgent',
    retention: 'visit',
  },
  'visit.language': {
    label: { en: 'language', 'zh-CN': '使用的语言' },
    dpv: 'pd:Language',
    retention: 'visit',
  },
  'visit.time': {
    label: { en: 'date and time', 'zh-CN': '访问日期和时间' },
    dpv: 'pd:ServiceConsumptionBehaviour',
    retention: 'visit',
  },
  'visit.software': {
    label: { en: 'software characteristics', 'zh-CN': '软件特征' },
    dpv: 'pd:DeviceSoftware',
    retention: 'visit',
  },
  'visit.hardware': {
    label: { en: 'hardware characteristics', 'zh-CN': '硬件特征' },
    dpv: 'pd:DeviceBased',
    retention: 'visit',
  },
  'visit.page': {
    label: { en: 'page requested', 'zh-CN': '所请求的网页' },
    dpv: 'pd:BrowsingBehaviour',
    retention: 'visit',
  },
  partner: {
    label: { en: 'information from a partner', 'zh-CN': '来自合作方的信息' },
    dpv: 'pd:External',
  },
  'partner.contact': {
    label: { en: 'contact details from a partner', 'zh-CN': '来自合作方的联系方式' },
    dpv: 'pd:Contact',
    retention: 'partner',
  },
  'partner.profile': {
    label: { en: 'preferences from a partner', 'zh-CN': '来自合作方的偏好信息' },
    dpv: 'pd:Preference',
    retention: 'partner',
  },
  cookie: { label: { en: 'cookies', 'zh-CN': 'Cookie 信息' }, dpv: 'pd:DeviceBased' },
  'cookie.identifier': {
    label: { en: 'identifier in a cookie', 'zh-CN': 'Cookie 标识' },
    dpv: 'pd:Identifier',
    retention: 'cookie',
  },
  'cookie.yield': {
    label: { en: 'what a cookie yields', 'zh-CN': '通过 Cookie 取得的信息' },
    dpv: 'pd:BrowsingBehaviour',
    retention: 'cookie',
  },
  interest: {
    label: { en: 'interests', 'zh-CN': '兴趣' },
    dpv: 'pd:Interest',
    retention: 'interest',
  },
  claim: {
    label: { en: 'claim of a complaint', 'zh-CN': '投诉主张' },
    dpv: 'pd:Communication',
    retention: 'case',
  },
  conversation: {
    label: { en: 'messages in an order', 'zh-CN': '订单中的消息' },
    dpv: 'pd:Communication',
    retention: 'message',
  },
  report: {
    label: { en: 'report of a leak or of a person', 'zh-CN': '泄露报告或举报' },
    dpv: 'pd:Communication',
    retention: 'case',
  },
  comment: {
    label: { en: 'comment on a change of this policy', 'zh-CN': '对本政策变更的意见' },
    dpv: 'pd:Opinion',
    retention: 'comment',
  },
  history: {
    label: { en: 'history of what was done', 'zh-CN': '处理记录' },
    dpv: 'pd:Historical',
    retention: 'history',
  },
  enterprise: {
    label: { en: 'public facts of an organisation', 'zh-CN': '机构的公开信息' },
    dpv: 'dpv:NonPersonalData',
  },
  'enterprise.name': {
    label: { en: 'name of an organisation', 'zh-CN': '企业名称' },
    dpv: 'dpv:NonPersonalData',
    retention: 'account',
    public: true,
  },
  'enterprise.registration': {
    label: { en: 'trade registration', 'zh-CN': '工商登记信息' },
    dpv: 'dpv:NonPersonalData',
    retention: 'account',
    public: true,
  },
  register: {
    label: { en: 'registers of the market', 'zh-CN': '交易平台登记信息' },
    dpv: 'pd:Transactional',
  },
  'register.activity': {
    label: { en: 'activities taken part in', 'zh-CN': '参与的活动' },
    dpv: 'pd:Behavioural',
    retention: 'case',
  },
  'register.order': {
    label: { en: 'orders', 'zh-CN': '订单' },
    dpv: 'pd:Transaction',
    retention: 'case',
  },
  'register.evaluation': {
    label: { en: 'evaluations', 'zh-CN': '评价' },
    dpv: 'pd:Opinion',
    retention: 'case',
  },
  'register.violation': {
    label: { en: 'violations', 'zh-CN': '违法违规记录' },
    dpv: 'pd:DisciplinaryAction',
    retention: 'case',
  },
  'register.measure': {
    label: { en: 'measures taken', 'zh-CN': '已采取的措施' },
    dpv: 'pd:DisciplinaryAction',
    retention: 'case',
  },
  search: { label: { en: 'searches', 'zh-CN': '搜索' }, dpv: 'pd:BrowsingBehaviour' },
  'search.keyword': {
    label: { en: 'search keyword', 'zh-CN': '搜索关键词' },
    dpv: 'pd:BrowsingBehaviour',
    retention: 'search',
  },
} as const;
