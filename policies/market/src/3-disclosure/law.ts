import { any, clause, duty, forbid, never, permit, promise, sentence } from '@avow/policy';
import { clearedIfForeign, lawAndTwo, violationAndTwo } from '../grounds.ts';
import { disclosable } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { disclose, open } = words.action;
const { legal, rulesViolation } = words.purpose;
const { registrationUsername, contact, organisation } = words.category;
const { authority, thirdParty } = words.recipient;
const { tellPerson, tellUnlessBarred, countGround } = words.duty;

/** By law, or because law or rules were broken. */
export const byLaw = [
  clause(
    '3.c',
    { title: { en: 'Because law asks for it', 'zh-CN': '依据法律或机关要求' } },
    sentence(
      {
        en: 'Where law or an administrative or judicial body asks for it, we disclose to that body, or to the third party it names, what the order or the law covers.',
        'zh-CN':
          '依据法律规定或行政、司法机关的要求，我们向该机关或其指明的第三方披露文书或法律所涵盖的信息。',
      },
      permit(disclose, open)
        .of(...disclosable)
        .to(authority, thirdParty)
        .for(legal)
        .when(lawAndTwo, clearedIfForeign)
        .owing(tellUnlessBarred, countGround),
    ),
    sentence(
      {
        en: 'An order of a body is first verified with that body itself, a duty in law is on our register, and two of us must agree; otherwise nothing is handed over.',
        'zh-CN':
          '机关文书须先向该机关核实，法定义务须已登记，并须两名工作人员同意；否则一概不予提供。',
      },
      forbid(disclose, open).to(authority).unless(lawAndTwo),
      promise(never(any).to(authority).unless(lawAndTwo)),
      promise(never(disclose, open).for(legal).unless(lawAndTwo)),
    ),
    sentence(
      {
        en: 'A foreign body gets nothing without the approval that law asks for.',
        'zh-CN': '未取得法律要求的批准，不向境外机关提供任何信息。',
      },
      forbid(disclose, open).for(legal).unless(clearedIfForeign),
      promise(never(disclose, open).for(legal).unless(clearedIfForeign)),
    ),
    sentence(
      {
        en: 'We tell you of a disclosure that law asked for; if law bars us, we tell you when the bar ends.',
        'zh-CN': '依法作出的披露，我们会告知您；依法暂不得告知的，在限制解除后告知。',
      },
      duty(tellUnlessBarred),
    ),
  ),
  clause(
    '3.d',
    { title: { en: 'Because rules were broken', 'zh-CN': '因违反法律或规则' } },
    sentence(
      {
        en: 'If an authority found that you broke the law, or we found that you broke the agreement or the rules, we disclose to the third party that must know what it must know, and tell you.',
        'zh-CN':
          '经机关认定您违反法律，或经我们认定您违反服务协议或规则的，我们向应当知晓的第三方披露其应当知晓的内容，并告知您。',
      },
      permit(disclose, open)
        .of(registrationUsername, contact, organisation)
        .to(thirdParty)
        .for(rulesViolation)
        .when(violationAndTwo)
        .owing(tellPerson, countGround),
    ),
    sentence(
      {
        en: 'The finding that rules were broken must be upheld and name that third party, and two of us must agree.',
        'zh-CN': '违法违规的认定须已成立并指明该第三方，且须两名工作人员同意。',
      },
      promise(never(any).for(rulesViolation).to(thirdParty).unless(violationAndTwo)),
    ),
  ),
];
