import { clause, duty, enforced, forbid, never, permit, promise, sentence } from '@avow/policy';
import { servesAndNeeds } from './grounds.ts';
import {
  handing,
  outsiders,
  passable,
  personal,
  reachable,
  revealing,
  strangers,
} from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, observe, acquire, edit, derive, publish, use, message } = words.action;
const { provide, sell, lease, share, trade, open } = words.action;
const { account, security, fulfilment, support, notice, wish } = words.purpose;
const { servicePersonal, marketingOwn, marketingPartner: partnerMarketing } = words.purpose;
const { registrationUsername, registrationIdentity, organisation } = words.category;
const { contact, contactName, contactEmail, contactPhone } = words.category;
const { visitPage, visitLanguage, partnerProfile, interest } = words.category;
const { person, platform, affiliate, servicePartner, marketingPartner, unrelated } =
  words.recipient;
const { accepted, permitted, refused, engaged, neededForPart, serving } = words.fact;
const { closeAfterService, closeAfterEngagement, closeAfterWithdrawal, closeAfterErasure } =
  words.duty;
const { deleteByParty, recordViolation, watchForHarvest, suspendHarvester, hearAppeal } =
  words.duty;
const { giveReason, giveReceipt, showInCentre, unsubscribeAtOnce } = words.duty;

/** What it is used for, by us and by those who serve the person; what nobody may do with it. */
export const using = [
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
        .then(giveReceipt),
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
        .then(showInCentre),
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
  clause(
    '2.b',
    { title: { en: 'No harvesting', 'zh-CN': '禁止搜集他人信息' } },
    sentence(
      {
        en: 'No one may collect, alter, sell or spread the information of others here, by any means.',
        'zh-CN': '任何人不得以任何手段在此收集、编辑、出售或传播他人的信息。',
      },
      forbid(collect, observe, acquire, edit, derive, publish)
        .of(...personal)
        .to(...outsiders),
      promise(
        never(collect, observe, acquire, edit, derive, publish)
          .of(...personal)
          .to(...outsiders),
      ),
    ),
    sentence(
      {
        en: 'We watch for harvesting: many people read in a short time, one after another in order, or records that no honest reader touches.',
        'zh-CN':
          '我们监测批量搜集：短时间内查看大量用户、依次逐个查看，或触碰正常用户不会触碰的诱饵记录。',
      },
      duty(watchForHarvest),
    ),
    sentence(
      {
        en: 'Whoever harvests is suspended everywhere at once, and we may end the agreement with them on the spot.',
        'zh-CN':
          '搜集他人信息的用户，其账号和一切访问权限会立即暂停，我们有权立即终止与其的服务协议。',
      },
      duty(suspendHarvester),
    ),
    sentence(
      {
        en: 'Whoever was suspended may appeal, and what was wrong is undone.',
        'zh-CN': '被暂停者可以申诉；确有错误的，予以纠正。',
      },
      duty(hearAppeal),
    ),
  ),
  clause(
    '2.c',
    { title: { en: 'To serve you', 'zh-CN': '为您服务' } },
    sentence(
      {
        en: 'We use what you registered to keep your account, to keep it secure, to carry out your orders and to help you.',
        'zh-CN': '我们使用您的注册信息维护您的账号及其安全、完成您的订单并提供客户服务。',
      },
      permit(use)
        .of(registrationUsername, contact, organisation)
        .to(platform)
        .for(account, security, fulfilment, support)
        .when(accepted),
      permit(use).of(registrationIdentity).to(platform).for(account, security).when(accepted),
    ),
    sentence(
      {
        en: 'We write to you about your account, your orders and your requests, and when there is something you must know.',
        'zh-CN': '我们会就您的账号、订单、请求以及您应当知晓的事项与您联系。',
      },
      permit(message).of(contactEmail, contactPhone).to(person).for(notice, security),
      permit(message)
        .of(contactEmail, contactPhone)
        .to(person)
        .for(account, fulfilment, support)
        .when(accepted),
    ),
    sentence(
      {
        en: 'From the pages you visit here, your language and what partners told us, we derive what may interest you.',
        'zh-CN':
          '我们根据您在此访问的网页、使用的语言以及合作方提供的信息，推断您可能感兴趣的内容。',
      },
      permit(derive)
        .of(visitPage, visitLanguage, partnerProfile)
        .to(platform)
        .for(servicePersonal, marketingOwn)
        .when(accepted),
    ),
    sentence(
      {
        en: 'By your interests we choose what to show you, and send you messages about products and services here; each says why you see it.',
        'zh-CN':
          '我们根据您的兴趣选择向您展示的内容，并向您发送本平台的产品和服务信息，且逐一说明理由。',
      },
      permit(use).of(interest).to(platform).for(marketingOwn).when(accepted).then(giveReason),
      permit(message)
        .of(contactEmail, contactPhone)
        .to(person)
        .for(marketingOwn)
        .when(accepted)
        .then(giveReason),
    ),
    sentence(
      {
        en: 'You can switch off personal service and our messages about products at any time; one click is enough, and it works at once.',
        'zh-CN': '您可以随时关闭个性化服务和产品推广；一键即可，立即生效。',
      },
      forbid(use, derive, message).for(servicePersonal, marketingOwn).when(refused),
      promise(never(use, derive, message).for(servicePersonal, marketingOwn).when(refused)),
      duty(unsubscribeAtOnce),
    ),
    sentence(
      {
        en: 'A partner gets information to tell you of its own products and services only if you allowed just that beforehand.',
        'zh-CN': '只有经您事先就此单独许可，合作方才能得到信息，向您介绍其产品和服务。',
      },
      permit(share, open)
        .of(contactName, contactEmail, contactPhone, interest)
        .to(marketingPartner)
        .for(partnerMarketing)
        .when(permitted, neededForPart)
        .then(giveReceipt, showInCentre),
      promise(
        never(...revealing, use, derive, message)
          .of(...personal)
          .for(partnerMarketing)
          .unless(permitted),
      ),
    ),
  ),
];
