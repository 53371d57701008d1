import { all, any, clause, duty, forbid, never, permit, promise, sentence } from '@avow/policy';
import { handing, held, lawAndTwo, outsiders, someGround } from './groups.ts';
import { words } from './vocabulary.ts';

const { provide, share, sell, disclose, open } = words.action;
const { billing, research, legal } = words.purpose;
const { identity, identityName, identityBirth, contact, insurance, bill } = words.category;
const { health, healthDiagnosis, healthResult, kin, appointment, history } = words.category;
const { insurer, researcher, authority, unrelated } = words.recipient;
const { insured, engaged, neededForPart, permitted } = words.fact;
const { showWhoLooked, giveReceipt, tellUnlessBarred, deleteByParty, closeAfterEnd } = words.duty;

/** Who outside learns something, on what ground. */
export const whoElse = [
  clause(
    '3.a',
    { title: { en: 'Nobody, to begin with', 'zh-CN': '原则：任何人都不能' } },
    sentence(
      {
        en: 'No one outside learns anything of you unless a sentence of 2.b or of this part lets them, and your information is never sold.',
        'zh-CN': '除非2.b或本部分另有规定，外部任何人都得不到您的任何信息；您的信息绝不出售。',
      },
      forbid(sell),
      promise(never(sell)),
      promise(
        never(any)
          .of(...held)
          .to(...outsiders)
          .unless(someGround),
      ),
      promise(never(any).to(unrelated)),
    ),
    sentence(
      {
        en: 'What we send is sealed: whoever gets it opens it by our leave each time, and deletes it within 30 days after its contract with us has ended.',
        'zh-CN': '我们提供的信息均经加密：接收方每次查看都须经我们准许，并在合同终止后30天内删除。',
      },
      forbid(open).to(insurer, researcher).unless(engaged),
      promise(never(open).to(insurer, researcher).unless(engaged)),
      duty(closeAfterEnd),
      duty(deleteByParty),
    ),
  ),
  clause(
    '3.b',
    { title: { en: 'Your insurer', 'zh-CN': '您的保险机构' } },
    sentence(
      {
        en: 'Your insurer is sent what a bill takes: your name, your number with it and the items of the bill.',
        'zh-CN': '我们向为您承保的保险机构提供结算所需的信息：姓名、保险单号和费用明细。',
      },
      permit(provide, open)
        .of(identityName, insurance, bill)
        .to(insurer)
        .for(billing)
        .when(all(insured, neededForPart))
        .owing(showWhoLooked),
    ),
    sentence(
      {
        en: 'No insurer ever gets your medical record, your next of kin or your appointments from us, nor anything of somebody whom it does not insure.',
        'zh-CN':
          '任何保险机构都不能从我们这里得到您的病历、近亲属或预约；对其未承保的人，则得不到任何信息。',
      },
      forbid(...handing)
        .of(health, kin, appointment, contact)
        .to(insurer),
      forbid(...handing)
        .to(insurer)
        .unless(insured),
      promise(never(any).of(health, kin, appointment, contact).to(insurer)),
      promise(never(any).to(insurer).unless(insured)),
    ),
  ),
  clause(
    '3.c',
    { title: { en: 'Research', 'zh-CN': '医学研究' } },
    sentence(
      {
        en: 'A research institute that you have allowed it to gets your diagnoses, your results and your date of birth, without your name.',
        'zh-CN': '经您许可的研究机构可以得到您的诊断、检查结果和出生日期，但得不到您的姓名。',
      },
      permit(share, open)
        .of(healthDiagnosis, healthResult, identityBirth)
        .to(researcher)
        .for(research)
        .when(all(permitted, neededForPart))
        .owing(giveReceipt),
      promise(never(any).of(identityName, contact).to(researcher)),
    ),
    sentence(
      {
        en: 'Without your permission, which you may withdraw at any time, nothing serves research.',
        'zh-CN': '未经您许可，任何信息不得用于研究；您可以随时撤回许可。',
      },
      promise(never(any).for(research).unless(permitted)),
    ),
  ),
  clause(
    '3.d',
    { title: { en: 'Courts, and duties to report', 'zh-CN': '法院与报告义务' } },
    sentence(
      {
        en: 'An authority gets what a verified order of its own, or a duty in law to report, covers, once two of us have agreed; we tell you unless law bars it, and then when the bar ends.',
        'zh-CN':
          '经核实的机关文书或法定报告义务所涵盖的信息，经两名人员同意后提供给该机关；我们会告知您，依法暂不得告知的，在限制解除后告知。',
      },
      permit(disclose, open)
        .of(identity, contact, health, appointment, bill, history)
        .to(authority)
        .for(legal)
        .when(lawAndTwo)
        .owing(tellUnlessBarred),
    ),
    sentence(
      {
        en: 'A letter, a call or a badge is not enough.',
        'zh-CN': '仅凭信函、电话或证件，不予提供。',
      },
      forbid(disclose, open).to(authority).unless(lawAndTwo),
      promise(never(any).to(authority).unless(lawAndTwo)),
    ),
  ),
];
