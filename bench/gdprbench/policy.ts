import {
  clause,
  definePolicy,
  forbid,
  never,
  permit,
  promise,
  refuseTheRest,
  sentence,
  vocabulary,
} from '@avow/policy';
import type { vocabulary as words } from './record.ts';

/** Purposes that GDPRbench names: what is collected, and what it is used for. Each begins with a letter. */
export const purposeOf = (pur: string): PurposeOfData =>
  `for.${pur === '2fa' ? 'factor' : pur}` as never;
/** The use that an objection speaks of. */
export const usageOf = (obj: string): Usage => `about.${obj}` as never;

type PurposeOfData = 'for.ads' | 'for.factor' | 'for.msg' | 'for.backup';
type Usage = `about.${(typeof words.obj)[number]}`;

const word = vocabulary({
  languages: ['en'],
  actions: {
    collect: { label: { en: 'collect' } },
    store: { label: { en: 'store' } },
    use: { label: { en: 'use' } },
    show: { label: { en: 'show' }, outward: true },
    inspect: {
      // On what terms, and nothing of what is in it: the authority looks and is handed nothing.
      label: { en: 'show to an authority what is held and on what terms' },
    },
    edit: { label: { en: 'correct' } },
    erase: { label: { en: 'erase' } },
  },
  purposes: {
    'for.ads': { label: { en: 'advertising' } },
    'for.factor': { label: { en: 'two-factor authentication' } },
    'for.msg': { label: { en: 'messages' } },
    'for.backup': { label: { en: 'backups' } },
    'about.religion': { label: { en: 'offers about religion' } },
    'about.sports': { label: { en: 'offers about sports' } },
    'about.yoga': { label: { en: 'offers about yoga' } },
    'about.drugs': { label: { en: 'offers about drugs' } },
    'about.alcohol': { label: { en: 'offers about alcohol' } },
    'about.dairy': { label: { en: 'offers about dairy' } },
    for: { label: { en: 'what it was collected for' } },
    about: { label: { en: 'offers' } },
    keeping: { label: { en: 'keeping it until its time is over' } },
    rights: { label: { en: 'your rights' } },
    supervision: { label: { en: 'supervision' } },
  },
  categories: {
    contact: { label: { en: 'contacts' }, retention: 'data' },
    ssn: { label: { en: 'social security numbers' }, retention: 'data' },
    medical: { label: { en: 'medical data' }, retention: 'data' },
    finance: { label: { en: 'financial data' }, retention: 'data' },
    work: { label: { en: 'data about work' }, retention: 'data' },
    shopping: { label: { en: 'purchases' }, retention: 'data' },
    internet: { label: { en: 'use of the internet' }, retention: 'data' },
    social: { label: { en: 'social contacts' }, retention: 'data' },
    history: { label: { en: 'the record of what was done' }, retention: 'history' },
  },
  recipients: {
    person: { label: { en: 'you' }, inside: true },
    platform: { label: { en: 'us' }, inside: true },
    processor: { label: { en: 'our processor' } },
    authority: { label: { en: 'the supervisory authority' } },
    unrelated: { label: { en: 'anybody else' } },
  },
  facts: {
    self: { label: { en: 'it is you who asks' }, from: 'self', audience: ['person'] },
    engaged: {
      label: { en: 'our contract with it covers this' },
      from: 'engagement.covers',
      audience: ['operator'],
    },
    heldForIt: {
      label: { en: 'it was collected for this' },
      from: 'items.purpose',
      audience: ['person', 'operator'],
    },
    objected: {
      label: { en: 'you object to this' },
      from: 'items.objection',
      audience: ['person', 'operator'],
    },
  },
  duties: {},
  retentions: {
    data: { label: { en: '30 days, or sooner where we said so' }, days: 30, from: 'collection' },
    history: { label: { en: 'three years' }, days: 1096, from: 'collection' },
  },
  regions: { home: { label: { en: 'here' }, country: 'DE' } },
});

const { collect, store, use, show, inspect, edit, erase } = word.action;
const { for: itsPurpose, about, keeping, rights, supervision } = word.purpose;
const { contact, ssn, medical, finance, work, shopping, internet, social } = word.category;
const { person, platform, processor, authority, unrelated } = word.recipient;
const { self, engaged, heldForIt, objected } = word.fact;
const personal = [contact, ssn, medical, finance, work, shopping, internet, social] as const;

/** GDPRbench's metadata and roles as sentences. */
export const policy = definePolicy({
  name: 'gdprbench',
  vocabulary: word,
  parts: [{ id: '1', title: { en: 'What is done with your data' } }],
  clauses: [
    clause(
      '1.a',
      { title: { en: 'Purposes and objections' } },
      sentence(
        {
          en: 'We collect your data for a purpose that we tell you, and keep it until its time is over.',
        },
        permit(collect)
          .of(...personal)
          .to(platform)
          .for(itsPurpose),
        permit(store)
          .of(...personal)
          .to(platform)
          .for(keeping),
      ),
      sentence(
        {
          en: 'Our processor uses it for the purpose for which it was collected, as far as its contract goes.',
        },
        permit(use)
          .of(...personal)
          .to(processor)
          .for(itsPurpose)
          .when(engaged, heldForIt),
        promise(never(use).to(processor).for(itsPurpose).unless(heldForIt)),
      ),
      sentence(
        { en: 'It also makes you offers, unless you object to what they are about.' },
        permit(use)
          .of(...personal)
          .to(processor)
          .for(about)
          .when(engaged),
        forbid(use).for(about).when(objected),
        promise(never(use).for(about).when(objected)),
      ),
      sentence(
        {
          en: 'We keep in order who may have access to it and whom it was shared with, and delete it when its purpose is done with or you leave.',
        },
        permit(edit, erase)
          .of(...personal)
          .to(platform)
          .for(keeping),
      ),
    ),
    clause(
      '1.b',
      { title: { en: 'Your rights' } },
      sentence(
        { en: 'You may see, correct and delete your data, and object to its use, at any time.' },
        permit(show, edit, erase)
          .of(...personal)
          .to(person)
          .for(rights)
          .when(self),
      ),
    ),
    clause(
      '1.c',
      { title: { en: 'The authority' } },
      sentence(
        { en: 'The supervisory authority sees what is held of you and on what terms.' },
        permit(inspect)
          .of(...personal)
          .to(authority)
          .for(supervision)
          .when(engaged),
      ),
      sentence(
        { en: 'Nobody else gets any of it.' },
        promise(never(use, show, inspect).to(unrelated)),
        refuseTheRest(),
      ),
    ),
  ],
});
