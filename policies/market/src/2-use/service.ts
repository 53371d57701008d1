import { clause, duty, forbid, never, permit, promise, sentence } from '@avow/policy';
import { personal, revealing } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { derive, use, message, share, open } = words.action;
const { account, security, fulfilment, support, notice, servicePersonal } = words.purpose;
const { marketingOwn, marketingPartner: partnerMarketing } = words.purpose;
const { registrationUsername, registrationIdentity, organisation, contact } = words.category;
const { contactName, contactEmail, contactPhone, visitPage, visitLanguage } = words.category;
const { partnerProfile, interest } = words.category;
const { person, platform, marketingPartner } = words.recipient;
const { accepted, permitted, refused, neededForPart } = words.fact;
const { giveReason, giveReceipt, showInCentre, unsubscribeAtOnce } = words.duty;

/** What we do with it to serve the person. */
export const service = [
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
      permit(use).of(interest).to(platform).for(marketingOwn).when(accepted).owing(giveReason),
      permit(message)
        .of(contactEmail, contactPhone)
        .to(person)
        .for(marketingOwn)
        .when(accepted)
        .owing(giveReason),
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
        .owing(giveReceipt, showInCentre),
      promise(
        never(...revealing, use, derive, message)
          .of(...personal)
          .for(partnerMarketing)
          .unless(permitted),
      ),
    ),
  ),
];
