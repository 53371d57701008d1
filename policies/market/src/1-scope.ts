import {
  all,
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
import { personal } from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, observe, acquire, store, use, join, show, publish } = words.action;
const { account, keeping, security, service, serviceAccuracy } = words.purpose;
const { registration, contact, organisation, enterprise, visit, partner } = words.category;
const { cookie, interest, claim, conversation, report, comment } = words.category;
const { history, register, search } = words.category;
const { platform, public: everyone } = words.recipient;
const { accepted, device, engaged, lawfulMeans } = words.fact;
const { askLeast, dropUnlisted, trimPages, dropShaped, tellSource, rejectUnmatched } = words.duty;

/** What this policy covers, and what lies outside it. */
export const scope = [
  clause(
    '1.a',
    { title: { en: 'What you register', 'zh-CN': '您的注册信息' } },
    sentence(
      {
        en: 'When you register we take what you give us: a user name and password, your name and contact details, and your identity number where law asks for it.',
        'zh-CN':
          '您注册时，我们收集您提供的用户名、密码、姓名和联系方式；法律要求的，还包括身份证件号码。',
      },
      permit(collect)
        .of(registration, contact)
        .to(platform)
        .for(account)
        .when(accepted)
        .owing(askLeast),
    ),
    sentence(
      {
        en: 'Of an organisation we take and keep its name and trade registration, its legal representative and its contact person.',
        'zh-CN': '机构注册的，我们收集并保存其名称、工商登记信息、法定代表人和联系人。',
      },
      permit(collect)
        .of(enterprise, organisation)
        .to(platform)
        .for(account)
        .when(accepted)
        .owing(askLeast),
      permit(store).of(enterprise).to(platform).for(keeping).when(accepted),
    ),
    sentence(
      {
        en: 'The name and trade registration of an organisation, which law makes public, lie outside this policy, and anyone may read them; the people in its form are protected like anyone else.',
        'zh-CN':
          '依法公开的企业名称和工商登记信息不在本政策范围内，任何人都可以查阅；其中涉及的个人与其他人受同样保护。',
      },
      permit(show, publish).of(enterprise).to(everyone).for(any),
      promise(never(publish).of(...personal)),
    ),
    sentence(
      {
        en: 'We take nothing else at registration; a field that is not asked for is refused by name.',
        'zh-CN': '注册时我们不收集其他内容；未要求填写的字段，我们会指明并拒收。',
      },
      promise(
        never(collect)
          .of(
            visit,
            partner,
            cookie,
            interest,
            claim,
            conversation,
            report,
            comment,
            history,
            register,
            search,
          )
          .for(account),
      ),
    ),
  ),
  clause(
    '1.b',
    { title: { en: 'What we receive automatically', 'zh-CN': '自动接收的信息' } },
    sentence(
      {
        en: 'When you use the service by browser or app, we automatically receive and record your IP address, the type of browser, the language, the date and time, the characteristics of software and hardware, and the pages you ask for.',
        'zh-CN':
          '您通过浏览器或应用使用服务时，我们会自动接收并记录您的IP地址、浏览器类型、使用的语言、访问日期和时间、软硬件特征以及您请求的网页。',
      },
      permit(observe)
        .of(visit)
        .to(platform)
        .for(security, serviceAccuracy)
        .when(any(accepted, device)),
    ),
    sentence(
      {
        en: 'We use what we receive automatically to keep everyone secure and to serve more accurately.',
        'zh-CN': '我们使用自动接收的信息保障安全，并使服务更准确。',
      },
      permit(use).of(visit).to(platform).for(security, serviceAccuracy).when(any(accepted, device)),
    ),
    sentence(
      {
        en: 'The list of what we receive automatically is closed: what it does not name is dropped and counted.',
        'zh-CN': '自动接收的信息以上述清单为限：未列明的内容会被丢弃并计数。',
      },
      promise(
        never(observe).of(
          registration,
          contact,
          organisation,
          enterprise,
          partner,
          cookie,
          interest,
          claim,
          conversation,
          report,
          comment,
          history,
          register,
          search,
        ),
      ),
      duty(dropUnlisted),
    ),
    sentence(
      {
        en: 'Of a page we keep the address without its query or fragment, so that no search words come along.',
        'zh-CN': '网页地址不保留查询参数和片段，以免带入搜索词。',
      },
      duty(trimPages),
    ),
    sentence(
      {
        en: 'A visit belongs to a device until a decision joins it to your account.',
        'zh-CN': '访问信息只属于设备，直至经判定与您的账号关联。',
      },
      permit(join).of(visit).to(platform).for(security, serviceAccuracy).when(accepted),
    ),
  ),
  clause(
    '1.c',
    { title: { en: 'What comes from partners', 'zh-CN': '来自合作方的信息' } },
    sentence(
      {
        en: 'From business partners we take information about you that they came by lawfully, and we tell you which partner it was.',
        'zh-CN': '我们从商业合作方取得其以合法途径获得的您的信息，并告知您来自哪个合作方。',
      },
      permit(acquire)
        .of(partner)
        .to(platform)
        .for(service)
        .when(accepted, lawfulMeans)
        .owing(tellSource),
    ),
    sentence(
      {
        en: 'Without a contract in force that states the lawful means, a delivery by a partner is refused whole.',
        'zh-CN': '合作方没有写明合法途径的有效合同的，整批拒收。',
      },
      promise(never(acquire).unless(all(engaged, lawfulMeans))),
    ),
    sentence(
      {
        en: 'In a delivery by a partner, a row about someone who has no account, or has not accepted, is rejected; the others go in.',
        'zh-CN': '合作方提供的数据中，涉及无账号或未接受协议者的会被剔除，其余照常接收。',
      },
      promise(never(acquire).unless(accepted)),
      duty(rejectUnmatched),
    ),
  ),
  clause(
    '1.d',
    { title: { en: 'Search words lie outside', 'zh-CN': '搜索关键词不在范围内' } },
    sentence(
      {
        en: 'The words you search for lie outside this policy: we keep them without any link to you, your device, your address or the exact time.',
        'zh-CN':
          '您搜索的关键词不在本政策范围内：我们保留关键词，但不与您本人、您的设备、地址或确切时间有任何关联。',
      },
      forbid(any).of(search),
    ),
    sentence(
      {
        en: 'Search words are never joined to you and never feed your interests; one shaped like a phone number, an identity number or an e-mail address is not kept.',
        'zh-CN':
          '搜索关键词绝不与您关联，也绝不用于推断您的兴趣；形似电话号码、身份证件号码或电子邮箱的关键词不予保留。',
      },
      promise(never(any).of(search)),
      promise(
        enforced(
          {
            en: 'An attempt to attach a search word to a person is refused.',
            'zh-CN': '将搜索关键词与个人关联的企图会被拒绝。',
          },
          { test: 'packages/avow/test/clauses/1.d.test.ts' },
        ),
      ),
      duty(dropShaped),
    ),
  ),
];
