import {
  any,
  clause,
  duty,
  enforced,
  forbid,
  never,
  permit,
  promise,
  sentence,
} from '@avow/policy';
import {
  basisAndTwo,
  clearedIfForeign,
  complaintPassedOn,
  homeOrMechanism,
  lawAndTwo,
  performedAndAsked,
  servesAndNeeds,
  violationAndTwo,
} from './grounds.ts';
import {
  disclosable,
  held,
  outsiders,
  passable,
  personal,
  reachable,
  revealing,
} from './groups.ts';
import { words } from './vocabulary.ts';

const { store, use, derive, message, open, transfer } = words.action;
const { account, security, keeping, fulfilment, support, notice, wish, disputeOrder } =
  words.purpose;
const { marketingPartner: partnerMarketing, disputeRights, dispute, rules } = words.purpose;
const { rulesViolation, rulesBasis, legal } = words.purpose;
const { registration, registrationUsername, contact, organisation, visit, partner, cookie } =
  words.category;
const { interest, claim, conversation, report, history } = words.category;
const { contactName, contactEmail, contactPhone } = words.category;
const { platform, staff, affiliate, region, servicePartner, marketingPartner } = words.recipient;
const { counterparty, respondent, authority, thirdParty, unrelated } = words.recipient;
const { accepted, device, engaged, mechanism, handling } = words.fact;
const { permitted, neededForPart } = words.fact;
const { keepKeysInRegion, showInCentre, tellUnlessBarred } = words.duty;

const readingOrStoring = [store, use, derive, message, ...revealing] as const;
const everyoneElse = [platform, staff, affiliate, region, ...outsiders] as const;

/** Where it is kept, and what it takes to leave. */
export const storage = [
  clause(
    '4',
    { title: { en: 'Where your information is', 'zh-CN': '信息的存储地点' } },
    sentence(
      {
        en: 'What is collected about you is stored on servers of ours and of our affiliates ({affiliates}) in {places}.',
        'zh-CN':
          '收集到的您的信息存储在我们及我们的关联公司（{affiliates}）位于{places}的服务器上。',
      },
      permit(store)
        .of(registration, contact, organisation, partner, interest, conversation)
        .to(platform)
        .for(keeping)
        .when(accepted),
      permit(store).of(visit, cookie).to(platform).for(keeping).when(any(accepted, device)),
      permit(store).of(claim, report, history).to(platform).for(keeping),
      permit(store)
        .of(...held)
        .to(affiliate)
        .for(keeping)
        .when(accepted, engaged),
    ),
    sentence(
      {
        en: 'Storing, reading or showing your information outside your country, or outside the place where it was collected, is a transfer: it needs a decision of its own that names its mechanism, and you see it in your privacy centre.',
        'zh-CN':
          '在您所在国家（地区）之外，或在收集地之外存储、读取或展示您的信息，均属跨境传输：须单独判定并写明所依据的机制，您可以在隐私中心看到。',
      },
      permit(transfer)
        .of(...held)
        .to(platform, affiliate)
        .for(any)
        .when(mechanism)
        .owing(showInCentre),
      permit(transfer, open)
        .of(...held)
        .to(region)
        .for(keeping, account, security, fulfilment, support, notice)
        .when(mechanism, neededForPart)
        .owing(showInCentre),
      permit(transfer)
        .of(...reachable)
        .to(servicePartner)
        .for(fulfilment, support)
        .when(mechanism, servesAndNeeds)
        .owing(showInCentre),
      permit(transfer)
        .of(...reachable)
        .to(counterparty)
        .for(disputeOrder)
        .when(mechanism, performedAndAsked)
        .owing(showInCentre),
      permit(transfer)
        .of(...passable)
        .to(servicePartner, marketingPartner, counterparty, respondent, thirdParty, unrelated)
        .for(wish)
        .when(mechanism, permitted)
        .owing(showInCentre),
      permit(transfer)
        .of(contactName, contactEmail, contactPhone, interest)
        .to(marketingPartner)
        .for(partnerMarketing)
        .when(mechanism, permitted, neededForPart)
        .owing(showInCentre),
      permit(transfer)
        .of(registrationUsername, contact, organisation, claim, report)
        .to(staff)
        .for(support, security, dispute, rules, legal)
        .when(mechanism, handling)
        .owing(showInCentre),
      permit(transfer)
        .of(...disclosable)
        .to(authority, thirdParty)
        .for(legal)
        .when(mechanism, lawAndTwo, clearedIfForeign)
        .owing(tellUnlessBarred),
      permit(transfer)
        .of(registrationUsername, contact, organisation)
        .to(thirdParty)
        .for(rulesViolation)
        .when(mechanism, violationAndTwo)
        .owing(showInCentre),
      permit(transfer)
        .of(...reachable, claim)
        .to(respondent)
        .for(disputeRights)
        .when(mechanism, complaintPassedOn)
        .owing(showInCentre),
      permit(transfer)
        .of(...passable)
        .to(thirdParty)
        .for(rulesBasis)
        .when(mechanism, basisAndTwo)
        .owing(showInCentre),
    ),
    sentence(
      {
        en: 'Without a decision on its transfer nothing leaves its region; you may look at your own information from anywhere.',
        'zh-CN': '未经跨境传输的判定，信息不离开其所在地区；您本人可以在任何地方查看自己的信息。',
      },
      forbid(...readingOrStoring)
        .of(...personal)
        .to(...everyoneElse)
        .unless(homeOrMechanism),
      promise(
        never(...readingOrStoring)
          .of(...personal)
          .to(...everyoneElse)
          .unless(homeOrMechanism),
      ),
      promise(never(transfer).unless(mechanism)),
      promise(
        enforced(
          {
            en: 'Nothing is stored or shown outside its region before a decision on its transfer is recorded.',
            'zh-CN': '在跨境传输的判定留有记录之前，信息不在其所在地区之外存储或展示。',
          },
          { test: 'packages/avow/test/clauses/4.test.ts' },
        ),
      ),
    ),
    sentence(
      {
        en: 'The keys of a region stay in it.',
        'zh-CN': '各地区的密钥不离开该地区。',
      },
      duty(keepKeysInRegion),
    ),
  ),
];
