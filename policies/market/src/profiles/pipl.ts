import type { CookieChoice } from '../parameters.ts';
import { asWritten, type MarketProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** China: the Personal Information Protection Law (PIPL, 2021) and, where named, laws beside it. */
export const pipl = (cookies: CookieChoice): MarketProfile => ({
  id: 'PIPL',
  marks: {
    'P.6': asWritten(
      'Articles 14 and 23 ask for separate consent.',
      '第十四条、第二十三条要求单独同意。',
    ),
    'P.8': yourDecisionNeeded(
      'Accepting an agreement is not consent under article 14: rely on it only for what the contract needs (article 13), and do not refuse service for a consent withheld (article 16).',
      '接受协议不等于第十四条所称的同意：只有履行合同所必需的处理才能以此为依据（第十三条），且不得因个人不同意而拒绝服务（第十六条）。',
    ),
    '1.a.1': withASafeguard(
      'Ask for an identity number only where a law does, such as article 27 of the E-Commerce Law.',
      '只有法律要求时（如《电子商务法》第二十七条）才收集身份证件号码。',
    ),
    '1.b.1': withASafeguard(
      'Keep to the least that the purpose needs (article 6); network logs are kept for six months at least (Cybersecurity Law).',
      '限于实现目的的最小范围（第六条）；网络日志至少留存六个月（《网络安全法》）。',
    ),
    '1.c.1': withASafeguard(
      'Check that the partner was allowed to pass it on; a new purpose needs new consent (article 23).',
      '须核实合作方有权提供；变更处理目的须重新取得同意（第二十三条）。',
    ),
    '2.a.2': yourDecisionNeeded(
      'Each recipient needs separate consent after being named to the person (article 23).',
      '须告知每一接收方并取得单独同意（第二十三条）。',
    ),
    '2.a.3': yourDecisionNeeded(
      'Article 10 forbids unlawful dealing in personal information, and article 253-1 of the Criminal Law punishes it: consider forbidding these acts outright.',
      '第十条禁止非法买卖个人信息，《刑法》第二百五十三条之一规定了刑事责任：建议完全禁止此类行为。',
    ),
    '2.a.4': withASafeguard(
      'A party that acts for you needs a contract and supervision (article 21); one that decides for itself needs separate consent (article 23).',
      '受托方须有合同并受监督（第二十一条）；自主决定处理目的的接收方须取得单独同意（第二十三条）。',
    ),
    '2.b.1': asWritten('Article 10.', '第十条。'),
    '2.c.4': withASafeguard(
      'Offer a choice that is not based on personal traits, and an easy refusal (article 24).',
      '须同时提供不针对个人特征的选项，或便捷的拒绝方式（第二十四条）。',
    ),
    '2.c.6': asWritten('Separate consent, article 23.', '单独同意，第二十三条。'),
    '3.b.1': yourDecisionNeeded(
      'Needed for a contract with the person (article 13); whether separate consent under article 23 is needed too is debated.',
      '为订立、履行合同所必需（第十三条）；是否仍须依第二十三条取得单独同意，存在争议。',
    ),
    '3.c.1': asWritten('Articles 13 and 35.', '第十三条、第三十五条。'),
    '3.c.3': asWritten(
      'Article 41: nothing goes to a foreign judicial or law enforcement body without approval.',
      '第四十一条：未经主管机关批准，不得向外国司法或者执法机构提供。',
    ),
    '3.d.1': yourDecisionNeeded(
      'Article 13 names no such ground for telling a private third party: have one in law for each kind.',
      '第十三条未规定可据此告知私人第三方：每类情形均须另有法律依据。',
    ),
    '3.e.2': withASafeguard(
      'Articles 42 and 43 of the E-Commerce Law have the platform pass on the notice and the counter-notice.',
      '《电子商务法》第四十二条、第四十三条规定由平台转送通知和声明。',
    ),
    '3.f.1': yourDecisionNeeded(
      'Be able to say for each kind of order why the contract needs it (article 13).',
      '须能就每类订单说明为何是履行合同所必需（第十三条）。',
    ),
    '3.g.1': yourDecisionNeeded(
      'Rules of a site are no ground of their own: each basis needs one of article 13.',
      '平台规则本身不构成合法性基础：每项依据均须符合第十三条。',
    ),
    '4.2': withASafeguard(
      'Articles 38 to 40: assessment, certification or standard contract; separate consent.',
      '第三十八条至第四十条：安全评估、认证或标准合同；单独同意。',
    ),
    '5.a.2':
      cookies === 'ask-first'
        ? asWritten('Consent comes first (article 14).', '先取得同意（第十四条）。')
        : yourDecisionNeeded(
            'Silence is not consent (article 14).',
            '沉默不构成同意（第十四条）。',
          ),
    '6.b.5': withASafeguard(
      'Tell the authority and the persons concerned at once (article 57).',
      '须立即通知主管机关和个人（第五十七条）。',
    ),
    '7.b.2': asWritten(
      'More than the seven days of article 34 of the E-Commerce Law.',
      '长于《电子商务法》第三十四条规定的七日。',
    ),
    'S.2.1': asWritten('Article 45.', '第四十五条。'),
    'S.3.1': asWritten('Article 46.', '第四十六条。'),
    'S.4.1': asWritten('Article 47.', '第四十七条。'),
    'S.6.1': withASafeguard(
      'Information of a child under fourteen is sensitive and needs rules of its own (articles 28 and 31); verify the guardian.',
      '不满十四周岁未成年人的个人信息属敏感信息，须制定专门规则（第二十八条、第三十一条）；须核实监护人身份。',
    ),
    'S.7.1': asWritten('Article 50.', '第五十条。'),
  },
});
