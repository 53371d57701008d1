import type { Suspect } from './rank.ts';

interface Phrases {
  knewAll(what: string): string;
  knewSome(what: string): string;
  lacked(what: string): string;
  among(count: number): string;
  looked(times: number, last: string): string;
  beyond(count: number): string;
  and: string;
}

const english: Phrases = {
  knewAll: (what) => `Was shown exactly all that leaked: ${what}.`,
  knewSome: (what) => `Was shown exactly this part of what leaked: ${what}.`,
  lacked: (what) => `Was shown another value of this, or none: ${what}.`,
  among: (count) =>
    count === 1 ? 'Nobody else knew as much of it.' : `${count} knew as much of it, or more.`,
  looked: (times, last) => `Looked ${times === 1 ? 'once' : `${times} times`}, last on ${last}.`,
  beyond: (count) =>
    count === 0 ? 'Knew nothing beyond it.' : `Knew ${count} more that did not leak.`,
  and: ', ',
};

const chinese: Phrases = {
  knewAll: (what) => `曾获知与所泄露完全相同的全部信息：${what}。`,
  knewSome: (what) => `曾获知与所泄露完全相同的部分信息：${what}。`,
  lacked: (what) => `获知的是其他内容，或未获知：${what}。`,
  among: (count) =>
    count === 1 ? '没有其他人获知同样多的信息。' : `共有 ${count} 方获知同样多或更多的信息。`,
  looked: (times, last) => `共查看 ${times} 次，最近一次为 ${last}。`,
  beyond: (count) =>
    count === 0 ? '此外未获知其他信息。' : `此外还获知 ${count} 项未泄露的信息。`,
  and: '、',
};

/** Why somebody stands where they stand, a line for each reason. */
export function whyIn(
  { knew, lacked, among, times, last, beyond }: Suspect,
  language: string,
  label: (category: string) => string,
): string[] {
  const phrases = language.startsWith('zh') ? chinese : english;
  const said = (categories: readonly string[]) => categories.map(label).join(phrases.and);
  return [
    lacked.length === 0 ? phrases.knewAll(said(knew)) : phrases.knewSome(said(knew)),
    ...(lacked.length === 0 ? [] : [phrases.lacked(said(lacked))]),
    phrases.among(among),
    phrases.looked(times, new Date(last).toISOString().slice(0, 16).replace('T', ' ')),
    phrases.beyond(beyond),
  ];
}
