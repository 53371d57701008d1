import { any, clause, duty, never, permit, promise, sentence } from '@avow/policy';
import { basisAndTwo } from '../grounds.ts';
import { passable } from '../groups.ts';
import { words } from '../vocabulary.ts';

const { disclose, open } = words.action;
const { rulesBasis } = words.purpose;
const { thirdParty } = words.recipient;
const { tellPerson, countGround } = words.duty;

/** On any other basis, once it is published. */
export const onBasis = [
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
        .owing(tellPerson, countGround),
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
