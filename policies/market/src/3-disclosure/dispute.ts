import { any, clause, forbid, never, permit, promise, sentence } from '@avow/policy';
import { complaintPassedOn, performedAndAsked } from '../grounds.ts';
import { reachable } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { collect, disclose, open } = words.action;
const { disputeRights, disputeOrder } = words.purpose;
const { registration, organisationRepresentative, visit, partner, cookie } = words.category;
const { interest, claim, conversation, report, history } = words.category;
const { platform, counterparty, respondent, complainant } = words.recipient;
const { accepted, permitted } = words.fact;
const { tellPerson, countGround } = words.duty;

/** To settle something between two users. */
export const inDispute = [
  clause(
    '3.e',
    { title: { en: 'Because you complained of an infringement', 'zh-CN': '因您提出知识产权投诉' } },
    sentence(
      {
        en: 'If you complain that your intellectual property is infringed, we take your claim.',
        'zh-CN': '您就知识产权侵权提出投诉的，我们接收您的投诉主张。',
      },
      permit(collect).of(claim).to(platform).for(disputeRights).when(accepted),
    ),
    sentence(
      {
        en: 'While your complaint is verified and open, your name, contact details and claim go to the one you complain of: when you ask for that, or when that side asks and one of us agrees; we tell you.',
        'zh-CN':
          '在您的投诉经核实且尚未结案期间，经您要求，或经被投诉人要求且由一名工作人员同意，我们将您的姓名、联系方式和投诉主张提供给被投诉人，并告知您。',
      },
      permit(disclose, open)
        .of(...reachable, claim)
        .to(respondent)
        .for(disputeRights)
        .when(complaintPassedOn)
        .owing(tellPerson, countGround),
      promise(never(any).to(respondent).unless(any(permitted, complaintPassedOn))),
    ),
    sentence(
      {
        en: 'The one who complains does not get the information of the one complained of from us.',
        'zh-CN': '我们不向投诉人披露被投诉人的信息。',
      },
      forbid(disclose, open).to(complainant),
      promise(never(any).to(complainant)),
    ),
  ),
  clause(
    '3.f',
    { title: { en: 'Because of an order between you', 'zh-CN': '因双方之间的订单' } },
    sentence(
      {
        en: 'In an order placed here, a side that has performed, wholly or in part, may ask us for the contact details of the other, to complete the order or settle a dispute about it; we may give them, and we tell you.',
        'zh-CN':
          '在本平台达成的订单中，已全部或部分履行义务的一方，可以为完成订单或解决争议请求我们提供对方的联系方式；我们有权提供，并告知您。',
      },
      permit(disclose, open)
        .of(...reachable)
        .to(counterparty)
        .for(disputeOrder)
        .when(performedAndAsked)
        .owing(tellPerson, countGround),
    ),
    sentence(
      {
        en: 'In an order one side gets the contact details of the other and nothing else, only if it has performed and asked, and only while the order or dispute is open.',
        'zh-CN':
          '因订单而提供的仅限对方的联系方式，仅限已履行且已提出请求的一方，且仅限订单或争议尚未结束期间。',
      },
      forbid(disclose, open).to(counterparty).for(disputeOrder).unless(performedAndAsked),
      promise(never(any).to(counterparty).unless(any(permitted, performedAndAsked))),
      promise(
        never(any)
          .of(
            registration,
            organisationRepresentative,
            visit,
            partner,
            cookie,
            interest,
            claim,
            conversation,
            report,
            history,
          )
          .to(counterparty)
          .for(disputeOrder),
      ),
    ),
  ),
];
