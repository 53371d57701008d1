import { asWritten, type ClinicProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** European Union: Regulation (EU) 2016/679. What a clinic knows is mostly data concerning health (article 9). */
export const gdpr: ClinicProfile = {
  id: 'GDPR',
  marks: {
    '1.a.2': yourDecisionNeeded(
      'An acceptance is no ground for data concerning health: care is (article 9(2)(h)). And care of somebody who cannot agree does not wait for one (article 9(2)(c)).',
      '接受协议不是处理健康数据的依据，诊疗才是（第9条第2款h项）；对无法表示同意的人，救治也不能等待其接受协议（第9条第2款c项）。',
    ),
    '1.b.1': withASafeguard(
      'Next of kin did not give their details themselves: tell them, unless an exception applies (article 14).',
      '近亲属的信息并非由其本人提供：除有例外情形外，须告知近亲属（第14条）。',
    ),
    '1.b.2': withASafeguard(
      'Care is a ground where whoever handles it is bound to secrecy (article 9(2)(h) and (3)); assess the impact before doing so on a large scale (article 35).',
      '诊疗可作为依据，但处理人员须负有保密义务（第9条第2款h项、第3款）；大规模处理前须作影响评估（第35条）。',
    ),
    '2.a.3': asWritten('Articles 5(1)(f), 25 and 32.', '第5条第1款f项、第25条、第32条。'),
    '2.a.5': withASafeguard(
      'To watch those who work here is to handle their information: tell them, and heed the law on employment (articles 13 and 88).',
      '监测工作人员即是处理其信息：须告知他们，并遵守劳动法的规定（第13条、第88条）。',
    ),
    '2.b.2': withASafeguard(
      'Care is the ground (article 9(2)(h)); tell the patient which hospital it is (article 13(1)(e)).',
      '以诊疗为依据（第9条第2款h项）；须告知患者是哪一家医院（第13条第1款e项）。',
    ),
    '2.c.1': asWritten('Articles 9(2)(c) and 9(2)(h).', '第9条第2款c项、h项。'),
    '3.b.1': yourDecisionNeeded(
      'The items of a bill tell of health: have a law that provides for it, or explicit consent (article 9(2)), and send no more detail than the insurer needs (article 5(1)(c)).',
      '费用明细会透露健康状况：须有法律规定或明示同意（第9条第2款），且不得超出保险机构所需的详细程度（第5条第1款c项）。',
    ),
    '3.c.1': withASafeguard(
      'Explicit consent (article 9(2)(a)). What is without a name is not yet anonymous: a date of birth and diagnoses may point to somebody (recital 26, article 89).',
      '须明示同意（第9条第2款a项）。不含姓名并不等于匿名：出生日期和诊断可能指向特定的人（序言第26段、第89条）。',
    ),
    '3.c.2': asWritten('Article 7(3).', '第7条第3款。'),
    '3.d.1': withASafeguard(
      'Only law of the Union or a Member State obliges (article 6(3)); an order of a third country counts by an agreement with it alone (article 48).',
      '仅欧盟或成员国法律可构成义务（第6条第3款）；第三国的文书仅可依国际协定获得承认（第48条）。',
    ),
    '4.a.1': asWritten(
      'Articles 15 and 20; the first copy of a medical record is free (Court of Justice, C-307/22).',
      '第15条、第20条；首份病历复制件免费（欧洲法院C-307/22案）。',
    ),
    '4.b.2': withASafeguard(
      'What is inaccurate must be put right, and what is incomplete completed (article 16): a finding stays, and the entry beside it says what was wrong.',
      '不准确的须更正，不完整的须补充（第16条）：原记载保留，旁注载明有误之处。',
    ),
    '4.c.1': asWritten('Article 17.', '第17条。'),
    '4.c.2': asWritten('Articles 17(3)(b) and (c), and 18.', '第17条第3款b项、c项，第18条。'),
    '4.c.3': withASafeguard(
      'Add the data protection officer, whom handling health data on a large scale calls for (articles 13 and 37).',
      '大规模处理健康数据的，须补充数据保护官（第13条、第37条）。',
    ),
    '5.a.1': withASafeguard(
      'How long a medical record must be kept is for each Member State to say: check the years (article 5(1)(e)).',
      '病历的法定保存年限由各成员国规定：须核对年限（第5条第1款e项）。',
    ),
    '5.a.2': asWritten('Article 32.', '第32条。'),
    '5.b.1': asWritten(
      'Strictly necessary for what was asked for (Directive 2002/58/EC, article 5(3)).',
      '对用户所请求的服务确属必需（第2002/58/EC号指令第5条第3款）。',
    ),
  },
};
