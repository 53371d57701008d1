import type { children as english } from '../en/children.ts';
import type { Said } from '../said.ts';

export const children: Said<typeof english> = {
  children: {
    title: '得知不满十四周岁的用户',
    lead: '我们不询问任何人的年龄。如因其他途径得知，则登记于此；除非监护人接受，所持有的该儿童的信息将按期全部删除。',
    none: '没有监护人尚未接受的已知儿童。',
    person: '用户（记录编号）',
    learned: '得知时间',
    erases: '自动删除时间',
    due: '最迟期限',
    deeds: '可办理事项',
    wrongPerson: '未找到此人。',
    learn: {
      title: '登记某人为儿童',
      lead: '本人可在隐私中心看到。监护人有两天时间；之后所持有的全部信息自动删除。',
      button: '登记',
    },
    guard: {
      title: '监护人接受',
      lead: '所持有的信息予以保留。文件为您已核对的监护人声明。',
      button: '监护人已接受',
    },
    correct: {
      title: '登记有误',
      lead: '该用户并非儿童，不因此删除任何信息。登记者本人不得撤回自己的登记。',
      button: '更正登记',
    },
    erase: {
      title: '立即删除',
      lead: '按下按钮时由政策判定。其密钥将被销毁，无法恢复。',
      button: '删除其全部信息',
    },
    erased: '所持有的全部信息已删除',
    notErased: '未删除任何信息',
    notDone: '未作任何更改：情况已有变化，或该登记由您本人作出。',
    done: { learned: '已登记。', guarded: '监护人已接受。', corrected: '已撤回。' },
  },
};
