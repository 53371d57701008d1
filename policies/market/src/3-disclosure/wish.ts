import { clause, duty, never, permit, promise, sentence } from '@avow/policy';
import { servesAndNeeds, someGround } from '../grounds.ts';
import { passable, reachable } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { disclose, open } = words.action;
const { wish, fulfilment } = words.purpose;
const { affiliate, servicePartner, marketingPartner, counterparty, respondent } = words.recipient;
const { thirdParty, unrelated } = words.recipient;
const { permitted } = words.fact;
const { askLeast, giveReceipt, showInCentre } = words.duty;

/** By the wish of the person: said beforehand, or needed for what was asked for. */
export const byWish = [
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
        'zh-CN': '经您事先同意，我们按您同意的目的向第三方披露您同意的信息，并向您提供凭证。',
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
        .owing(giveReceipt),
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
        .owing(showInCentre),
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
];
