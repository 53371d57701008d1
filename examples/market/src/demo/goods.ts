import type { PictureName } from '../pictures/index.ts';
import type { ListingTexts } from '../shop/listings.ts';
import type { DemoName } from './people.ts';

/** A thing on offer in the demonstration. The price is in yuan. */
interface DemoThing {
  readonly seller: DemoName;
  readonly picture: PictureName;
  readonly price: number;
  readonly texts: Required<ListingTexts>;
}

/** What lies on the shelves at the start; the last one is shown first. */
export const demoGoods: readonly DemoThing[] = [
  {
    seller: 'sailmakers',
    picture: 'bag',
    price: 160,
    texts: {
      en: {
        title: 'Boat bag of sailcloth',
        body: 'Made of a spinnaker bag and the foot of an old jib. Stands by itself; holds a week of shopping or one dog.',
      },
      'zh-CN': {
        title: '旧帆布船用提包',
        body: '用球帆袋和旧前帆的帆脚缝制，放在地上不会倒，装得下一周的菜，或者一只狗。',
      },
    },
  },
  {
    seller: 'sailmakers',
    picture: 'smock',
    price: 340,
    texts: {
      en: {
        title: 'Smock of sailcloth, size L',
        body: 'Cut from a mainsail that was taken down in 2023 and washed three times. Two pockets; one seam shows the old reef points.',
      },
      'zh-CN': {
        title: '旧帆布罩衫，L 码',
        body: '用 2023 年换下的主帆裁制，洗过三遍。两个口袋，一条缝上看得见原来的缩帆孔。',
      },
    },
  },
  {
    seller: 'ines',
    picture: 'boots',
    price: 90,
    texts: {
      en: {
        title: 'Yellow rubber boots, size 38',
        body: 'Worn through one typhoon season. No holes; the left one squeaks a little on tiles.',
      },
      'zh-CN': {
        title: '黄色雨靴，38 码',
        body: '穿过一个台风季，没有破洞，左脚踩在瓷砖上会轻轻作响。',
      },
    },
  },
  {
    seller: 'yuehan',
    picture: 'coat',
    price: 260,
    texts: {
      en: {
        title: 'Wool jacket in plum, tailored',
        body: 'Made to measure in 2019, size M. Lining replaced last year. One button does not quite match.',
      },
      'zh-CN': {
        title: '梅子色羊毛外套，定制',
        body: '2019 年量身定做，M 码。去年换过里衬，有一颗扣子颜色略有不同。',
      },
    },
  },
  {
    seller: 'tomas',
    picture: 'books',
    price: 75,
    texts: {
      en: {
        title: 'Four books about lighthouses',
        body: 'Two histories, a keeper’s diary and a thin one with photographs. Pencil marks in the diary.',
      },
      'zh-CN': {
        title: '灯塔主题图书四本',
        body: '两本历史、一本守塔人日记，还有一本薄薄的摄影集。日记里有铅笔批注。',
      },
    },
  },
  {
    seller: 'mei',
    picture: 'radio',
    price: 420,
    texts: {
      en: {
        title: 'Valve radio, 1962, working',
        body: 'Receives medium wave and, in the evening, half of the South China Sea. Takes a minute to warm up.',
      },
      'zh-CN': {
        title: '1962 年电子管收音机，可用',
        body: '可收中波，傍晚能收到大半个南海的电台。预热约一分钟。',
      },
    },
  },
  {
    seller: 'ines',
    picture: 'kite',
    price: 60,
    texts: {
      en: {
        title: 'Silk kite with a bamboo frame',
        body: 'Flies in the lightest wind from the bay. Comes with 80 metres of line on a wooden reel.',
      },
      'zh-CN': {
        title: '竹骨绢面风筝',
        body: '海湾一丝微风就能放起来。附木线轮和 80 米线。',
      },
    },
  },
  {
    seller: 'yuehan',
    picture: 'guitar',
    price: 680,
    texts: {
      en: {
        title: 'Classical guitar, spruce top',
        body: 'Warm sound, low action, new strings in June. A scratch beside the sound hole, from a ring.',
      },
      'zh-CN': {
        title: '云杉面板古典吉他',
        body: '音色温暖，弦距低，六月换过新弦。音孔旁有一道戒指划痕。',
      },
    },
  },
  {
    seller: 'tomas',
    picture: 'chair',
    price: 150,
    texts: {
      en: {
        title: 'Ladder-back chair, beech',
        body: 'From a closed ferry canteen. Steady on its legs; the seat shows thirty years of sailors.',
      },
      'zh-CN': {
        title: '榉木梯背椅',
        body: '来自一家已停业的轮渡食堂。四脚稳当，椅面留着三十年水手的痕迹。',
      },
    },
  },
  {
    seller: 'mei',
    picture: 'vase',
    price: 130,
    texts: {
      en: {
        title: 'White vase with a blue band',
        body: 'Thrown in Dehua, 24 cm high. A hairline in the glaze; it holds water.',
      },
      'zh-CN': {
        title: '白瓷蓝环花瓶',
        body: '德化拉坯，高 24 厘米。釉面有一道细纹，不漏水。',
      },
    },
  },
  {
    seller: 'tomas',
    picture: 'camera',
    price: 950,
    texts: {
      en: {
        title: 'Rangefinder camera, 35 mm',
        body: 'Light meter is right within half a stop. Seals replaced. One roll of film goes with it.',
      },
      'zh-CN': {
        title: '35 毫米旁轴相机',
        body: '测光误差半挡以内，遮光海绵已更换，附送一卷胶片。',
      },
    },
  },
  {
    seller: 'ines',
    picture: 'bicycle',
    price: 540,
    texts: {
      en: {
        title: 'Steel bicycle, single speed',
        body: 'Repainted in brick red, new chain and brake pads. For somebody of about 170 cm.',
      },
      'zh-CN': {
        title: '钢架单速自行车',
        body: '重新喷成砖红色，链条和刹车皮都是新的。适合身高约 170 厘米。',
      },
    },
  },
  {
    seller: 'yuehan',
    picture: 'lamp',
    price: 180,
    texts: {
      en: {
        title: 'Desk lamp from a chart room',
        body: 'Heavy foot, two joints that stay where they are put. Rewired; takes an E27 bulb.',
      },
      'zh-CN': {
        title: '海图室台灯',
        body: '底座沉，两个关节可停在任意位置。已重新布线，使用 E27 灯泡。',
      },
    },
  },
  {
    seller: 'mei',
    picture: 'teapot',
    price: 120,
    texts: {
      en: {
        title: 'Stoneware teapot, sea green',
        body: 'Holds six small cups and pours without dripping. The knob was glued once, and well.',
      },
      'zh-CN': {
        title: '海绿色炻器茶壶',
        body: '可倒六小杯，出水不滴漏。壶钮粘过一次，粘得很牢。',
      },
    },
  },
];
