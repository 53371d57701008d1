import type { Measure } from '../face/measures.ts';
import type { Notices } from '../face/notices.ts';

/** Whoever is to be told of an announced version by mail is told ahead of its date. */
export function toldMeasure(notices: Pick<Notices, 'progress'>): Measure {
  return {
    id: 'told',
    duty: 'announceMajor',
    title: {
      en: 'Notices of a change are out before its date',
      'zh-CN': '变更通知在生效日之前发出',
    },
    limit: {
      en: 'It counts what the mail server took over. It does not show that a message was read, or reached a mailbox.',
      'zh-CN': '统计的是邮件服务器已接收的邮件；并不表明邮件已送达邮箱或已被阅读。',
    },
    async check() {
      const told = (await notices.progress()).flatMap(({ mail, isOverdue }) =>
        mail === undefined ? [] : [{ ...mail, isOverdue }],
      );
      const sum = (of: 'told' | 'waiting' | 'unreachable' | 'failed' | 'uncertain') =>
        told.reduce((all, each) => all + each[of], 0);
      const not = sum('unreachable') + sum('failed');
      if (told.length === 0) {
        return {
          state: 'held',
          says: {
            en: 'Nothing is announced by mail at the moment.',
            'zh-CN': '目前没有以邮件公告的变更。',
          },
        };
      }
      return {
        state: told.some(({ isOverdue }) => isOverdue) ? 'failed' : 'held',
        says: {
          en: `People told ${sum('told')}, still to be told ${sum('waiting')}, perhaps told ${sum('uncertain')}, and not to be reached by mail ${not}.`,
          'zh-CN': `已通知 ${sum('told')} 人，待通知 ${sum('waiting')} 人，可能已通知 ${sum('uncertain')} 人，无法以邮件通知 ${not} 人。`,
        },
      };
    },
  };
}
