import {
  any,
  clause,
  duty,
  enforced,
  forbid,
  never,
  permit,
  promise,
  refuseTheRest,
  sentence,
} from '@avow/policy';
import { someGround } from './grounds.ts';
import { handing, outsiders, personal } from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, acquire, store, use, show, derive, message } = words.action;
const { service, marketing, support, security, dispute, rules, legal, wish } = words.purpose;
const { registration, registrationUsername, contact, organisation } = words.category;
const { visit, partner, interest, claim, report } = words.category;
const { platform, staff } = words.recipient;
const { accepted, permitted, serving, device, handling, leaked } = words.fact;
const { askLeast, meetDeadlines, checkMeasures, nameVersion, bindAcceptance } = words.duty;
const { showInCentre } = words.duty;

/** What the rest rests on: only what is written, with care, and one acceptance for all of it. */
export const preamble = [
  clause(
    'P',
    { title: { en: 'What you can rely on', 'zh-CN': '基本承诺' } },
    sentence(
      {
        en: '{product} respects your privacy: we collect, use and disclose your information as this policy says, and refuse what no sentence of it permits.',
        'zh-CN':
          '{product}尊重您的隐私：我们只按本政策收集、使用和披露您的信息，本政策未写明许可的，一律拒绝。',
      },
      refuseTheRest(),
      promise(
        enforced(
          {
            en: 'Nothing is done with your information without a decision, and no decision takes effect without its record.',
            'zh-CN': '未经判定，不对您的信息作任何处理；未留记录，任何判定均不生效。',
          },
          { test: 'packages/avow/test/clauses/P.test.ts' },
        ),
      ),
    ),
    sentence(
      {
        en: 'We use your information to serve you more accurately and more personally.',
        'zh-CN': '我们使用您的信息，为您提供更准确、更个性化的服务。',
      },
      permit(use)
        .of(registrationUsername, contact, visit, partner, interest)
        .to(platform)
        .for(service)
        .when(accepted),
    ),
    sentence(
      {
        en: 'We handle your information with care: we ask for the fewest fields, leave no duty overdue, and check that each of our measures works.',
        'zh-CN':
          '我们审慎对待您的信息：只要求必要的内容，不使任何义务逾期，并检查每项措施是否有效。',
      },
      duty(askLeast),
      duty(meetDeadlines),
      duty(checkMeasures),
    ),
    sentence(
      {
        en: 'One of our staff sees your information only while handling a request or case of yours.',
        'zh-CN': '我们的工作人员只有在处理您的请求或案件时，才能看到您的信息。',
      },
      permit(show)
        .of(registrationUsername, contact, organisation, claim, report)
        .to(staff)
        .for(support, security, dispute, rules, legal)
        .when(handling)
        .owing(showInCentre),
      promise(never(any).to(staff).unless(any(handling, leaked))),
    ),
    sentence(
      {
        en: 'No one outside gets your information unless you allowed that beforehand, or a clause below says otherwise.',
        'zh-CN': '除非您事先许可，或本政策下文另有规定，任何外部第三方都得不到您的信息。',
      },
      promise(
        never(any)
          .of(...personal)
          .to(...outsiders)
          .unless(someGround),
      ),
    ),
    sentence(
      {
        en: 'A permission names the party, the act, the information and the purpose, and comes before the act; agreeing to this policy is never such a permission.',
        'zh-CN':
          '许可须写明接收方、行为、信息和目的，并在该行为之前作出；接受本政策绝不等于作出这种许可。',
      },
      promise(
        never(...handing)
          .to(...outsiders)
          .unless(any(permitted, serving)),
      ),
      promise(
        never(any)
          .of(...personal)
          .to(...outsiders)
          .for(wish)
          .unless(permitted),
      ),
    ),
    sentence(
      {
        en: 'We update this policy from time to time; each record names the version that decided.',
        'zh-CN': '我们会不时更新本政策；每条记录都注明所依据的版本。',
      },
      duty(nameVersion),
    ),
    sentence(
      {
        en: 'This policy is part of the service agreement: by accepting the agreement you accept all of it, in the language shown to you.',
        'zh-CN': '本政策是服务协议的一部分：您接受服务协议，即以所展示的语言接受本政策的全部内容。',
      },
      duty(bindAcceptance),
    ),
    sentence(
      {
        en: 'Until you accept there is no account, and we take no registration information.',
        'zh-CN': '在您接受之前，我们不会为您开设账号，也不收集注册信息。',
      },
      forbid(collect, acquire).of(registration, contact, organisation, partner).unless(accepted),
      promise(
        never(collect, acquire, store)
          .of(registration, contact, organisation, partner)
          .unless(accepted),
      ),
    ),
    sentence(
      {
        en: 'When the agreement ends we stop using your information to serve or interest you; what protects you here stays in force.',
        'zh-CN':
          '协议终止后，我们不再使用您的信息为您提供服务或推荐内容；本政策对您的保护继续有效。',
      },
      promise(never(use, derive, message).for(service, marketing).unless(any(accepted, device))),
    ),
  ),
];
