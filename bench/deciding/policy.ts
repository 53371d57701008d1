import {
  clause,
  definePolicy,
  forbid,
  not,
  permit,
  refuseTheRest,
  sentence,
  vocabulary,
  type Written,
} from '@avow/policy';

const label = (en: string) => ({ label: { en } });
const fact = (en: string) => ({ ...label(en), from: 'record', audience: ['person'] });

export const words = vocabulary({
  languages: ['en'],
  actions: {
    collect: label('collect'),
    use: label('use'),
    show: label('show'),
    edit: label('edit'),
    provide: label('provide'),
    sell: label('sell'),
    publish: label('publish'),
    transfer: label('transfer'),
    export: label('export'),
    erase: label('erase'),
  },
  purposes: {
    account: label('your account'),
    'service.personal': label('personal service'),
    'service.marketing': label('marketing'),
    fulfilment: label('fulfilment'),
    security: label('security'),
    dispute: label('settling disputes'),
    law: label('what law demands'),
  },
  categories: {
    'account.name': label('name'),
    'account.credential': label('credential'),
    'contact.phone': label('phone number'),
    'contact.email': label('e-mail address'),
    'contact.address': label('postal address'),
    'order.goods': label('goods ordered'),
    'order.amount': label('amount paid'),
    'visit.device': label('device'),
    'visit.page': label('pages visited'),
    interest: label('interests'),
  },
  recipients: {
    person: label('you'),
    platform: label('us'),
    affiliate: label('our affiliates'),
    servicePartner: label('who serves you'),
    counterparty: label('the other side of an order'),
    authority: label('authorities'),
    unrelated: label('unrelated third parties'),
  },
  facts: {
    accepted: fact('you have accepted the agreement'),
    consented: fact('you have consented to just this'),
    refused: fact('you have refused'),
    serving: fact('the party serves you now'),
    needed: fact('its part needs it'),
    side: fact('both are sides of the order'),
    performed: fact('the order was performed in part'),
    ordered: fact('an order of an authority is on file'),
    upheld: fact('a violation was upheld'),
    self: fact('you ask yourself'),
    suspended: fact('the account is suspended'),
    abroad: fact('it would leave the country'),
    mechanism: fact('a mechanism for transfers is on file'),
  },
  duties: {},
  retentions: {},
  regions: {},
});

const { collect, use, show, edit, provide, sell, publish, transfer, erase } = words.action;
const { account, servicePersonal, serviceMarketing, fulfilment } = words.purpose;
const { security, dispute, law } = words.purpose;
const { accountName, accountCredential, contactPhone, contactEmail, contactAddress } =
  words.category;
const { orderGoods, orderAmount, visitDevice, visitPage, interest } = words.category;
const { person, platform, affiliate, servicePartner, counterparty } = words.recipient;
const { authority, unrelated } = words.recipient;
const { accepted, consented, refused, serving, needed, side, performed } = words.fact;
const { ordered, upheld, self, suspended, abroad, mechanism } = words.fact;
const takeAway = words.action.export;

const contacts = [contactPhone, contactEmail, contactAddress] as const;
const live: Written = not(suspended);

const permits = [
  permit(collect).of(accountName, accountCredential).to(platform).for(account).when(accepted),
  permit(collect)
    .of(...contacts)
    .to(platform)
    .for(account, fulfilment)
    .when(accepted, live),
  permit(collect).of(visitDevice, visitPage).to(platform).for(security).when(accepted),
  permit(collect).of(interest).to(platform).for(servicePersonal).when(consented, not(refused)),
  permit(use).of(accountName, accountCredential).to(platform).for(account, security).when(accepted),
  permit(use)
    .of(...contacts)
    .to(platform, affiliate)
    .for(fulfilment)
    .when(accepted, live),
  permit(use).of(contactEmail, interest).to(platform).for(serviceMarketing).when(consented, live),
  permit(use).of(orderGoods, orderAmount).to(platform).for(fulfilment, dispute).when(accepted),
  permit(use)
    .of(visitPage, interest)
    .to(platform)
    .for(servicePersonal)
    .when(accepted, not(refused)),
  permit(show).of(accountName).to(counterparty).for(fulfilment).when(side, live),
  permit(show)
    .of(...contacts)
    .to(counterparty)
    .for(dispute)
    .when(side, performed),
  permit(show).of(orderGoods, orderAmount).to(person).for(account).when(self),
  permit(edit)
    .of(accountName, ...contacts)
    .to(person)
    .for(account)
    .when(self, live),
  permit(provide)
    .of(accountName, ...contacts)
    .to(servicePartner)
    .for(fulfilment)
    .when(serving, needed),
  permit(provide)
    .of(...contacts)
    .to(unrelated)
    .for(serviceMarketing)
    .when(consented, not(refused)),
  permit(provide)
    .of(accountName, ...contacts, orderGoods)
    .to(authority)
    .for(law)
    .when(ordered),
  permit(provide)
    .of(accountName, ...contacts)
    .to(counterparty)
    .for(dispute)
    .when(upheld),
  permit(transfer)
    .of(accountName, ...contacts)
    .to(affiliate)
    .for(fulfilment)
    .when(mechanism, accepted),
  permit(takeAway)
    .of(accountName, ...contacts, orderGoods, orderAmount)
    .to(person)
    .for(account)
    .when(self),
  permit(erase)
    .of(...contacts, interest, visitPage)
    .to(person)
    .for(account)
    .when(self),
] as const;

const forbids = [
  forbid(provide, sell, publish).to(unrelated).unless(consented),
  forbid(sell).of(accountCredential, ...contacts),
  forbid(provide, show, publish).of(accountCredential),
  forbid(use).for(serviceMarketing).when(refused),
  forbid(provide).to(servicePartner).unless(serving),
  forbid(provide, transfer).when(abroad).unless(mechanism),
  forbid(collect, use).for(serviceMarketing, servicePersonal).when(suspended),
  forbid(show).to(counterparty).unless(side),
  forbid(provide).to(authority).unless(ordered),
  forbid(publish).of(interest, visitDevice, visitPage),
] as const;

/** Thirty rules, each with one conjunction of facts, so that every engine can state each as one rule of its own. */
export const policy = definePolicy({
  name: 'bench',
  vocabulary: words,
  parts: [{ id: '1', title: { en: 'Rules' } }],
  clauses: [
    clause(
      '1.a',
      { title: { en: 'Rules' } },
      sentence({ en: 'What is not permitted is refused.' }, refuseTheRest()),
      sentence({ en: 'This is forbidden.' }, ...forbids),
      sentence({ en: 'This is permitted.' }, ...permits),
    ),
  ],
});
