import type { flows as english } from '../en/flows.ts';
import type { Said } from '../said.ts';

export const flows: Said<typeof english> = {
  flows: {
    title: '我的信息去了哪里',
    lead: '您的哪些信息依据哪一句给了谁，共多少次。每一部分都可以一直查到具体记录。',
    which: '选择范围',
    outside: '他人得知的信息',
    all: '全部',
    noneOutside: '他人尚未得知您的任何信息。',
    none: '您的信息尚未有过任何处理。',
    picture: '您的信息去向图',
    how: '左侧是信息的种类，中间是准许的那一句，右侧是得到信息的一方。每一句的宽度表示其准许的次数，但不成正比：次数每增十倍，宽度增一级。点按任一名称或条带，可查看具体记录。',
    rows: '每组之中，先列信息的种类，再列准许的那一句，最后列得到信息的一方。每一句的条形长度表示其准许的次数，但不成正比：次数每增十倍，长度增一级。点按任一名称，可查看具体记录。',
    since: (lines) => `依据您最近的 ${lines} 条记录统计。`,
    table: '以表格显示',
    sentence: '依据',
    information: '信息',
    recipients: '接收方',
    count: '次数',
    times: (count) => `${count} 次`,
    often: (count) => `（${count} 次）`,
  },
};
