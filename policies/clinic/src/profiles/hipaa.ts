import { asWritten, type ClinicProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** United States: the rules under HIPAA (45 CFR part 164). The law of a state may ask for more. */
export const hipaa: ClinicProfile = {
  id: 'HIPAA',
  marks: {
    '1.a.2': withASafeguard(
      'Treatment, payment and operations need no consent (§ 164.506); hand out the notice of privacy practices at the first visit, and ask for a written acknowledgment (§ 164.520(c)).',
      '诊疗、结算和机构运营无须同意（§ 164.506）；首次就诊时须提供隐私告知书，并请患者书面确认收到（§ 164.520(c)）。',
    ),
    '2.a.1': asWritten('Treatment: § 164.506(c).', '诊疗：§ 164.506(c)。'),
    '2.a.4': asWritten(
      'Each role has what it needs and no more: § 164.514(d)(2).',
      '每一岗位仅可接触其所需的信息：§ 164.514(d)(2)。',
    ),
    '2.b.2': asWritten(
      'Treatment by another provider: § 164.506(c)(2).',
      '由其他医疗机构诊疗：§ 164.506(c)(2)。',
    ),
    '2.c.1': asWritten(
      'A procedure for access in an emergency: § 164.312(a)(2)(ii).',
      '紧急查阅程序：§ 164.312(a)(2)(ii)。',
    ),
    '3.a.1': asWritten(
      'Stricter than § 164.502(a)(5)(ii), which lets information be sold with an authorization.',
      '比 § 164.502(a)(5)(ii) 更严格：后者允许经书面授权出售信息。',
    ),
    '3.b.1': withASafeguard(
      'Payment, with no more than it needs (§§ 164.502(b) and 164.506(c)). Whoever paid in full may forbid that the plan is told (§ 164.522(a)(1)(vi)).',
      '用于结算，且限于所需的最小范围（§ 164.502(b)、§ 164.506(c)）。患者已自行付清费用的，可以禁止告知保险机构（§ 164.522(a)(1)(vi)）。',
    ),
    '3.c.1': withASafeguard(
      'An authorization with all that § 164.508(c) lists. With a date of birth it is not de-identified (§ 164.514(b)(2)).',
      '须有包含 § 164.508(c) 所列全部内容的书面授权。含出生日期的信息不算去标识化（§ 164.514(b)(2)）。',
    ),
    '3.c.2': asWritten('§ 164.508(b)(5).', '§ 164.508(b)(5)。'),
    '3.d.1': withASafeguard(
      'Law, courts and law enforcement each have conditions of their own (§ 164.512(a), (e) and (f)); account for it for six years (§ 164.528).',
      '法律规定、法院和执法机关各有其条件（§ 164.512(a)、(e)、(f)）；此类披露须在六年内可供查询（§ 164.528）。',
    ),
    '4.a.1': asWritten('§ 164.524.', '§ 164.524。'),
    '4.a.2': asWritten(
      'More than the accounting of § 164.528, which leaves treatment and payment out.',
      '多于§ 164.528所要求的披露清单：后者不含诊疗和结算。',
    ),
    '4.b.2': withASafeguard(
      'Answer a request within 60 days; where it is refused, the patient’s statement of disagreement goes with the record (§ 164.526).',
      '须在60天内答复更正请求；不予更正的，患者的异议声明须附于病历（§ 164.526）。',
    ),
    '4.c.1': yourDecisionNeeded(
      'HIPAA knows no right to erasure, and the law of each state says for how long a record must be kept: see that it is on hold before anybody asks.',
      'HIPAA未规定删除权，病历的保存年限由各州法律规定：须在患者提出请求之前设置法律保留。',
    ),
    '5.a.1': withASafeguard(
      'The years of a medical record are state law; notices, authorizations and the like are kept for six (§ 164.530(j)).',
      '病历的保存年限由州法规定；告知书、授权书等文件须保存六年（§ 164.530(j)）。',
    ),
    '5.a.2': asWritten('§ 164.312(a), (b) and (c).', '§ 164.312(a)、(b)、(c)。'),
    '5.c.1': withASafeguard(
      'A material change counts from the date of the revised notice on, and that is posted and handed out (§ 164.520(b)(3) and (c)).',
      '重大变更自修订后的告知书载明的日期起适用，且须张贴并提供（§ 164.520(b)(3)、(c)）。',
    ),
  },
};
