import { clause, duty, forbid, never, promise, sentence } from '@avow/policy';
import { outsiders, personal } from '../groups.ts';
import { harvestLimits } from '../vocabulary/duties/harvest-limits.ts';
import { words } from '../vocabulary.ts';

const { collect, observe, acquire, edit, derive, publish } = words.action;
const { watchForHarvest, suspendHarvester, hearAppeal } = words.duty;
const { userHour, userDay, partyHour, partyDay, inOrder } = harvestLimits;

/** What nobody may do with the information of others. */
export const harvesting = [
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
        en: `We watch for harvesting: a user who reads more than ${userHour} people in an hour or ${userDay} in a day, a partner that reads more than ${partyHour} or ${partyDay}, whoever reads ${inOrder} one after another in order, or records that no honest reader touches.`,
        'zh-CN': `我们监测批量搜集：用户一小时内查看超过${userHour}人或一天内超过${userDay}人，合作方一小时内超过${partyHour}人或一天内超过${partyDay}人，依次逐个查看${inOrder}人，或触碰正常用户不会触碰的诱饵记录。`,
      },
      duty(watchForHarvest),
    ),
    sentence(
      {
        en: 'Whoever harvests is suspended everywhere at once, and we may end the agreement with them on the spot.',
        'zh-CN': '搜集他人信息的，其账号和一切访问权限立即暂停，我们有权立即终止与其订立的协议。',
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
];
