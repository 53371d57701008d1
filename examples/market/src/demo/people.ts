/** The invented people of the demonstration. All of them use the same password, and it is no secret. */
export const demoPassword = 'the tide comes in twice';

/** What each of them does in the demonstration, said where it is told whom to log in as. */
export type DemoPart = 'buys' | 'sells' | 'organisation';

export const demoPeople = [
  {
    key: 'mei',
    part: 'buys',
    email: 'mei@harbour.example',
    name: '陈晓梅 Chen Xiaomei',
    phone: '+86 138 0571 2210',
    address: 'Flat 502, 18 Lighthouse Lane, Xiamen 361000',
  },
  {
    key: 'tomas',
    part: 'sells',
    email: 'tomas@harbour.example',
    name: 'Tomás Herrera',
    phone: '+86 159 5920 3344',
    address: '7 Rope Walk, Siming District, Xiamen 361001',
  },
  {
    key: 'yuehan',
    part: 'sells',
    email: 'yuehan@harbour.example',
    name: '林悦涵',
    phone: '+86 186 6512 0098',
    address: '福建省厦门市湖里区码头路33号',
  },
  {
    key: 'ines',
    part: 'buys',
    email: 'ines@harbour.example',
    name: 'Inês Carvalho',
    phone: '+86 137 7461 8250',
    address: '2 Saltworks Court, Haicang, Xiamen 361026',
  },
  {
    key: 'sailmakers',
    part: 'organisation',
    email: 'workshop@harbour.example',
    name: '厦门潮声帆布工坊 Tidesong Canvas Workshop',
    registration: '91350200MA2XYZ0T4H',
    representative: '吴海清',
    contact: '吴海清 Wu Haiqing',
  },
] as const;

/** By what the demonstration's goods and orders name them. */
export type DemoName = (typeof demoPeople)[number]['key'];
