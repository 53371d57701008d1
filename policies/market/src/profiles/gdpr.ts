import { asWritten, type MarketProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** European Union: Regulation (EU) 2016/679. */
export const gdpr: MarketProfile = {
  id: 'GDPR',
  marks: {
    'P.6': asWritten(
      'Specific and prior: articles 4(11) and 7.',
      '具体且事先：第4条第11项、第7条。',
    ),
    'P.8': yourDecisionNeeded(
      'One acceptance for everything is not consent (article 7(2) and (4)): it can only carry what the contract needs (article 6(1)(b)).',
      '一次接受全部内容不构成同意（第7条第2、4款）：只能支持履行合同所必需的处理（第6条第1款b项）。',
    ),
    '1.a.1': asWritten('Articles 5(1)(c) and 6(1)(b).', '第5条第1款c项、第6条第1款b项。'),
    '1.b.1': withASafeguard(
      'Rests on legitimate interests (article 6(1)(f)): write the weighing down.',
      '以正当利益为依据（第6条第1款f项）：须书面记录利益衡量。',
    ),
    '1.c.1': withASafeguard(
      'Tell the person within a month at the latest (article 14(3)).',
      '最迟一个月内告知本人（第14条第3款）。',
    ),
    '2.a.1': asWritten(
      'Each recipient needs a ground of article 6. Stricter than the source, which lets whoever serves the person share and trade too.',
      '每一接收方均须有第6条的依据。比所依据的政策更严格：后者还允许服务方共享和交易。',
    ),
    '2.a.3': withASafeguard(
      'Consent must name each buyer, and be as easy to withdraw (article 7).',
      '同意须指明每一买受方，且撤回须同样便捷（第7条）。',
    ),
    '2.a.4': withASafeguard(
      'A contract under article 28, or an arrangement under article 26.',
      '须有第28条规定的合同，或第26条规定的安排。',
    ),
    '2.c.3': withASafeguard(
      'This is profiling: say so, and honour objection (articles 13 and 21).',
      '属于用户画像：须予告知并尊重反对权（第13条、第21条）。',
    ),
    '2.c.4': withASafeguard(
      'Point out the right to object separately and clearly (article 21(2) to (4)).',
      '须单独、清晰地提示反对权（第21条第2至4款）。',
    ),
    '2.c.6': asWritten('Articles 6(1)(a) and 7.', '第6条第1款a项、第7条。'),
    '3.b.1': asWritten('Article 6(1)(b).', '第6条第1款b项。'),
    '3.c.1': withASafeguard(
      'Only law of the Union or a Member State obliges (article 6(3)).',
      '仅欧盟或成员国法律可构成义务（第6条第3款）。',
    ),
    '3.c.3': asWritten('Article 48.', '第48条。'),
    '3.d.1': yourDecisionNeeded(
      'Offences may be handled only under official authority or law that says so (article 10).',
      '违法犯罪信息只能在官方控制下或依法律授权处理（第10条）。',
    ),
    '3.f.1': withASafeguard(
      'Rests on legitimate interests: hear the other side where that is possible (articles 6(1)(f) and 21).',
      '以正当利益为依据：在可能时听取对方意见（第6条第1款f项、第21条）。',
    ),
    '3.g.1': yourDecisionNeeded(
      'Rules of a site are no ground of article 6: each basis needs one.',
      '平台规则不是第6条所列依据：每项披露均须另有依据。',
    ),
    '4.2': withASafeguard('A mechanism of articles 45 to 49.', '须有第45至49条规定的机制。'),
    '6.b.5': withASafeguard(
      'The authority within 72 hours, the person where the risk is high (articles 33 and 34).',
      '72小时内通知监管机构；风险较高时通知本人（第33条、第34条）。',
    ),
    'S.1.1': withASafeguard(
      'Add the data protection officer, and the representative in the Union (articles 13 and 27).',
      '须补充数据保护官及在欧盟的代表（第13条、第27条）。',
    ),
    'S.2.1': asWritten('Articles 15 and 20.', '第15条、第20条。'),
    'S.3.1': asWritten('Article 16.', '第16条。'),
    'S.4.1': asWritten('Article 17.', '第17条。'),
    'S.6.1': yourDecisionNeeded(
      'Where consent is the ground the age is sixteen, or as low as thirteen by the law of a Member State (article 8).',
      '以同意为依据的，年龄为十六周岁；成员国法律可降至十三周岁（第8条）。',
    ),
    'S.7.1': asWritten('Within the month of article 12(3).', '短于第12条第3款规定的一个月。'),
  },
};
