import { asWritten, type ClinicProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** China: the Personal Information Protection Law (PIPL, 2021) and, where named, laws beside it. */
export const pipl: ClinicProfile = {
  id: 'PIPL',
  marks: {
    '1.a.2': yourDecisionNeeded(
      'Medical and health information is sensitive (article 28): an acceptance is not the separate consent that article 29 asks for, and saving life in an emergency waits for none (article 13).',
      '医疗健康信息属敏感个人信息（第二十八条）：接受协议不等于第二十九条要求的单独同意；紧急情况下为保护生命健康，无须取得同意（第十三条）。',
    ),
    '1.b.1': withASafeguard(
      'Take only what registration needs (article 6). Next of kin are people of their own: tell them (article 17).',
      '仅收集建档所必需的信息（第六条）。近亲属亦是个人信息主体：须予告知（第十七条）。',
    ),
    '1.b.2': withASafeguard(
      'A doctor must write the record (article 24 of the Physicians Law); say why it is needed and what it may lead to, and assess the impact beforehand (articles 30 and 55).',
      '医师须书写病历（《医师法》第二十四条）；须告知必要性和对个人权益的影响，并事先作影响评估（第三十条、第五十五条）。',
    ),
    '2.a.3': asWritten('Articles 28 and 51.', '第二十八条、第五十一条。'),
    '2.b.2': withASafeguard(
      'Name the hospital to the patient and ask for separate consent (articles 23 and 29), unless life or health in an emergency allows no delay (article 13).',
      '须告知患者接收的医院并取得单独同意（第二十三条、第二十九条）；紧急情况下为保护生命健康所必需的除外（第十三条）。',
    ),
    '2.c.1': asWritten(
      'Article 13: life and health in an emergency.',
      '第十三条：紧急情况下为保护生命健康所必需。',
    ),
    '3.a.1': asWritten(
      'Article 10, and article 92 of the Basic Healthcare and Health Promotion Law.',
      '第十条，以及《基本医疗卫生与健康促进法》第九十二条。',
    ),
    '3.b.1': yourDecisionNeeded(
      'The items of a bill tell of health: name the insurer and ask for separate consent (articles 23 and 29).',
      '费用明细会透露健康状况：须告知保险机构的名称并取得单独同意（第二十三条、第二十九条）。',
    ),
    '3.c.1': withASafeguard(
      'Separate consent (articles 23 and 29), and an ethics review where people are studied (Measures of 2023). To an institute abroad articles 38 to 40 apply as well.',
      '须取得单独同意（第二十三条、第二十九条）；涉及人的研究须经伦理审查（《涉及人的生命科学和医学研究伦理审查办法》，2023年）。向境外机构提供的，另适用第三十八条至第四十条。',
    ),
    '3.c.2': asWritten('Article 15.', '第十五条。'),
    '3.d.1': withASafeguard(
      'Articles 13 and 35. To a foreign judicial or law enforcement body nothing goes without approval (article 41).',
      '第十三条、第三十五条。未经主管机关批准，不得向外国司法或者执法机构提供（第四十一条）。',
    ),
    '4.a.1': asWritten('Article 45.', '第四十五条。'),
    '4.b.1': asWritten('Article 46.', '第四十六条。'),
    '4.c.1': asWritten('Article 47.', '第四十七条。'),
    '4.c.2': withASafeguard(
      'Until those years are over, only to store it and to protect it is allowed (article 47).',
      '法定期限届满前，除存储和采取必要的安全保护措施外，须停止处理（第四十七条）。',
    ),
    '5.a.1': withASafeguard(
      'An out-patient’s record is kept for 15 years at least after the last visit; a clinic with beds keeps an in-patient’s for 30 (Provisions on Medical Records, 2013).',
      '门（急）诊病历自最后一次就诊起至少保存15年；设有病床的，住院病历至少保存30年（《医疗机构病历管理规定（2013年版）》）。',
    ),
    '5.a.2': asWritten('Article 51.', '第五十一条。'),
  },
};
