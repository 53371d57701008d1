/** The invented people of the demonstration. All of them use the same password, and it is no secret. */
export const demoPassword = 'the tide comes in twice';

export const demoPeople = [
  {
    username: 'mei',
    name: '陈晓梅 Chen Xiaomei',
    phone: '+86 138 0571 2210',
    address: 'Flat 502, 18 Lighthouse Lane, Xiamen 361000',
  },
  {
    username: 'tomas',
    name: 'Tomás Herrera',
    phone: '+86 159 5920 3344',
    address: '7 Rope Walk, Siming District, Xiamen 361001',
  },
  {
    username: 'yuehan',
    name: '林悦涵',
    phone: '+86 186 6512 0098',
    address: '福建省厦门市湖里区码头路33号',
  },
  {
    username: 'ines',
    name: 'Inês Carvalho',
    phone: '+86 137 7461 8250',
    address: '2 Saltworks Court, Haicang, Xiamen 361026',
  },
] as const;

export type DemoName = (typeof demoPeople)[number]['username'];
