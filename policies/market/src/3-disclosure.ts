import { any, clause, duty, forbid, never, permit, promise, sentence } from '@avow/policy';
import {
  basisAndTwo,
  clearedIfForeign,
  complaintPassedOn,
  lawAndTwo,
  performedAndAsked,
  servesAndNeeds,
  someGround,
  violationAndTwo,
} from './grounds.ts';
import { disclosable, passable, reachable } from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, disclose, open } = words.action;
const { wish, fulfilment, legal, rulesViolation, rulesBasis, disputeRights, disputeOrder } =
  words.purpose;
const { registration, registrationUsername, contact, organisation } = words.category;
const { organisationRepresentative, visit, partner, cookie, interest } = words.category;
const { claim, report, history } = words.category;
const { platform, affiliate, servicePartner, marketingPartner, counterparty } = words.recipient;
const { respondent, complainant, authority, thirdParty, unrelated } = words.recipient;
const { accepted, permitted } = words.fact;
const { askLeast, giveReceipt, showInCentre, tellPerson, tellUnlessBarred, countGround } =
  words.duty;

/** When all or part of it is disclosed, by the person's wish or by law; each ground adds what it needs. */
export const disclosure = [
  clause(
    '3',
    { title: { en: 'By your wish or by law', 'zh-CN': '依您的意愿或法律规定' } },
    sentence(
      {
        en: 'We disclose all or part of your information, by your wish or by law, in the cases of 3.a to 3.g and in no other; we start from no field at all, and each case adds only what it needs.',
        'zh-CN':
          '我们只在3.a至3.g所列情形下，依您的意愿或法律规定披露您的全部或部分信息；披露从零开始，每种情形只增加其所必需的内容。',
      },
      promise(never(disclose).unless(someGround)),
      duty(askLeast),
    ),
  ),
  clause(
    '3.a',
    { title: { en: 'Because you allowed it', 'zh-CN': '经您事先同意' } },
    sentence(
      {
        en: 'We disclose to a third party what you allowed beforehand, for the purpose you allowed, and you get a receipt.',
        'zh-CN': '经您事先同意，我们按您同意的目的向第三方披露您同意的信息，并向您出具回执。',
      },
      permit(disclose, open)
        .of(...passable)
        .to(
          affiliate,
          servicePartner,
          marketingPartner,
          counterparty,
          respondent,
          thirdParty,
          unrelated,
        )
        .for(wish)
        .when(permitted)
        .then(giveReceipt),
    ),
    sentence(
      {
        en: 'Once you withdraw, what you allowed to be disclosed can no longer be opened.',
        'zh-CN': '您一经撤回同意，对方即不能再查看所披露的信息。',
      },
      promise(never(open).for(wish).unless(permitted)),
    ),
  ),
  clause(
    '3.b',
    { title: { en: 'Because you ordered it', 'zh-CN': '为您所请求的服务所必需' } },
    sentence(
      {
        en: 'What you order or ask for may need a third party: it gets what its part needs, and you see that in your privacy centre.',
        'zh-CN':
          '您的订单或请求须由第三方参与的，该方只得到其履行职责所需的信息，您可以在隐私中心看到。',
      },
      permit(disclose)
        .of(...reachable)
        .to(servicePartner, affiliate)
        .for(fulfilment)
        .when(servesAndNeeds)
        .then(showInCentre),
    ),
    sentence(
      {
        en: 'Disclosure for an order is decided for that order alone, and ends with it.',
        'zh-CN': '为订单所作的披露逐单判定，随订单结束而终止。',
      },
      promise(
        never(disclose, open).for(fulfilment).to(servicePartner, affiliate).unless(servesAndNeeds),
      ),
    ),
  ),
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
        .then(tellUnlessBarred, countGround),
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
        .then(tellPerson, countGround),
    ),
    sentence(
      {
        en: 'The finding that rules were broken must be upheld and name that third party, and two of us must agree.',
        'zh-CN': '违法违规的认定须已成立并指明该第三方，且须两名工作人员同意。',
      },
      promise(never(any).for(rulesViolation).to(thirdParty).unless(violationAndTwo)),
    ),
  ),
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
        .then(tellPerson, countGround),
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
        .then(tellPerson, countGround),
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
            report,
            history,
          )
          .to(counterparty)
          .for(disputeOrder),
      ),
    ),
  ),
  clause(
    '3.g',
    { title: { en: 'On another published basis', 'zh-CN': '依据其他已公布的规则' } },
    sentence(
      {
        en: 'Where law, regulation or the rules of the site deem another disclosure fit, we publish its basis first: what it covers, for whom, and until when.',
        'zh-CN':
          '法律、法规或平台规则认为应当披露的其他情形，我们先公布其依据，写明范围、对象和期限。',
      },
      permit(disclose, open)
        .of(...passable)
        .to(thirdParty)
        .for(rulesBasis)
        .when(basisAndTwo)
        .then(tellPerson, countGround),
    ),
    sentence(
      {
        en: 'Until a basis is published and two of us agree, nothing is disclosed under this clause; how often it was is public.',
        'zh-CN': '在依据公布且两名工作人员同意之前，不依本条披露任何信息；披露次数对外公开。',
      },
      promise(never(any).for(rulesBasis).to(thirdParty).unless(basisAndTwo)),
      duty(countGround),
    ),
  ),
];
