import type { Language } from '../words/index.ts';

/**
 * Buyers and sellers meet under a handle that nobody chose: a quality, a bird of the shore and a
 * number. It is no personal information, and the name behind it takes a decision of the policy.
 */
const qualities = [
  { en: 'Quiet', 'zh-CN': '静' },
  { en: 'Early', 'zh-CN': '晨' },
  { en: 'Grey', 'zh-CN': '灰' },
  { en: 'White', 'zh-CN': '白' },
  { en: 'Blue', 'zh-CN': '蓝' },
  { en: 'Distant', 'zh-CN': '远' },
  { en: 'Patient', 'zh-CN': '悠' },
  { en: 'Autumn', 'zh-CN': '秋' },
  { en: 'Northern', 'zh-CN': '北' },
  { en: 'Island', 'zh-CN': '岛' },
  { en: 'Misty', 'zh-CN': '雾' },
  { en: 'Jade', 'zh-CN': '玉' },
] as const;

const birds = [
  { en: 'Heron', 'zh-CN': '鹭' },
  { en: 'Gull', 'zh-CN': '鸥' },
  { en: 'Tern', 'zh-CN': '燕鸥' },
  { en: 'Plover', 'zh-CN': '鸻' },
  { en: 'Curlew', 'zh-CN': '杓鹬' },
  { en: 'Sandpiper', 'zh-CN': '矶鹬' },
  { en: 'Cormorant', 'zh-CN': '鸬鹚' },
  { en: 'Kingfisher', 'zh-CN': '翠鸟' },
  { en: 'Swan', 'zh-CN': '天鹅' },
  { en: 'Osprey', 'zh-CN': '鱼鹰' },
] as const;

const numbers = 1000;

/** How many handles there are. */
export const handles = qualities.length * birds.length * numbers;

/** The handle in words: `Quiet Heron 217`, 静鹭217. */
export function handleWords(handle: number, language: Language): string {
  const quality = qualities[Math.floor(handle / (birds.length * numbers)) % qualities.length]!;
  const bird = birds[Math.floor(handle / numbers) % birds.length]!;
  const number = handle % numbers;
  return language === 'zh-CN'
    ? `${quality[language]}${bird[language]}${number}`
    : `${quality[language]} ${bird[language]} ${number}`;
}
