import { clause, duty, enforced, forbid, never, permit, promise, sentence } from '@avow/policy';
import { servesAndNeeds } from '../grounds.ts';
import { handing, passable, reachable, strangers } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { provide, sell, lease, share, trade, open } = words.action;
const { fulfilment, support, wish, marketingPartner: partnerMarketing } = words.purpose;
const { affiliate, servicePartner, marketingPartner, unrelated } = words.recipient;
const { permitted, engaged, serving } = words.fact;
const { closeAfterService, closeAfterEngagement, closeAfterWithdrawal } = words.duty;
const { closeAfterErasure, deleteByParty, recordViolation, giveReceipt, showInCentre } = words.duty;

/** Who else gets it, on what terms, and how that ends. */
export const thirdParties = [
  clause(
    '2.a',
    { title: { en: 'Third parties', 'zh-CN': '第三方' } },
    sentence(
      {
        en: 'Nobody unrelated gets your information by gift, sale, lease, sharing or trade, unless you allowed it beforehand.',
        'zh-CN': '除非您事先许可，我们不会向任何无关第三方提供、出售、出租、共享或交易您的信息。',
      },
      forbid(...handing)
        .to(...strangers)
        .unless(permitted),
      promise(
        never(...handing)
          .to(...strangers)
          .unless(permitted),
      ),
    ),
    sentence(
      {
        en: 'If you allow it, the party you named gets what you allowed, for the purpose you allowed, and no more.',
        'zh-CN': '经您许可的，您指明的一方只能为您许可的目的得到您许可的信息，不得超出。',
      },
      permit(...handing, open)
        .of(...passable)
        .to(unrelated)
        .for(wish, partnerMarketing)
        .when(permitted)
        .owing(giveReceipt),
    ),
    sentence(
      {
        en: 'Selling, leasing and trading always need your permission, whoever it is and whatever the ground.',
        'zh-CN': '出售、出租和交易一律须经您许可，不论对方是谁，也不论依据为何。',
      },
      forbid(sell, lease, trade).unless(permitted),
      promise(never(sell, lease, trade).unless(permitted)),
    ),
    sentence(
      {
        en: 'Whoever serves you, alone or together with us or our affiliates, gets what its part needs and opens it by our leave each time.',
        'zh-CN':
          '单独或与我们及我们的关联公司共同为您提供服务的一方，只得到其履行职责所需的信息，且每次查看都须经我们准许。',
      },
      permit(provide, open)
        .of(...reachable)
        .to(servicePartner, affiliate)
        .for(fulfilment, support)
        .when(servesAndNeeds)
        .owing(showInCentre),
    ),
    sentence(
      {
        en: 'Once its service to you is over a party opens nothing, not even what it could open before.',
        'zh-CN': '服务方对您的服务一经结束，即不能再查看任何信息，包括此前可以查看的信息。',
      },
      forbid(provide, open).to(servicePartner, affiliate).unless(serving),
      promise(never(open).to(servicePartner, affiliate).unless(serving)),
      promise(
        enforced(
          {
            en: 'After the end of a service, contract or permission has been answered, no opening under it is granted.',
            'zh-CN': '服务、合同或许可的终止一经答复，即不再准许据此查看。',
          },
          { test: 'packages/avow/test/clauses/2.a.test.ts' },
        ),
      ),
      duty(closeAfterService),
    ),
    sentence(
      {
        en: 'Nor does a party open anything once its contract ends, you withdraw your permission or your information is erased, whichever comes first.',
        'zh-CN':
          '接收方的合同终止、您撤回许可或您的信息被删除后，接收方不能再查看任何信息，以先发生者为准。',
      },
      forbid(share, open).to(marketingPartner).unless(engaged),
      promise(never(share, open).to(marketingPartner).unless(engaged)),
      duty(closeAfterEngagement),
      duty(closeAfterWithdrawal),
      duty(closeAfterErasure),
    ),
    sentence(
      {
        en: 'A party whose access has ended must delete what it holds and send us a receipt; if it tries to open again, that is refused and recorded as a violation.',
        'zh-CN':
          '访问权已终止的接收方须删除其持有的信息并向我们出具回执；再试图查看的，予以拒绝并记为违规。',
      },
      duty(deleteByParty),
      duty(recordViolation),
    ),
  ),
];
