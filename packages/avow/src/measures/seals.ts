import type { Vault } from '@avow/vault';
import type { Measure } from '../face/measures.ts';

/** Personal values lie sealed, each person's under keys of their own. */
export function sealsMeasure(vault: Pick<Vault, 'sealing'>): Measure {
  return {
    id: 'seals',
    duty: 'sealPerPerson',
    title: {
      en: 'What is stored is sealed, under keys of each person',
      'zh-CN': '所存信息均已加密，每人各用自己的密钥',
    },
    limit: {
      en: 'A sample, looked at without opening it. Seals do not guard against whoever controls the running server, nor a device that you read on.',
      'zh-CN':
        '只抽样检查，且不解密。加密无法防范控制了运行中服务器的人，也无法保护您用来阅读的设备。',
    },
    async check() {
      const { rows, unsealed, keyless, altered } = await vault.sealing();
      if (unsealed + keyless + altered === 0) {
        return {
          state: 'held',
          says: {
            en: `Items looked at as they are stored: ${rows}. Each is sealed under a key of its person and is what was written.`,
            'zh-CN': `已检查 ${rows} 项存储内容：每一项都以本人的密钥加密，且与写入时一致。`,
          },
        };
      }
      return {
        state: 'failed',
        says: {
          en: `Items looked at: ${rows}. Not sealed: ${unsealed}; under a key that the person does not have: ${keyless}; altered: ${altered}.`,
          'zh-CN': `已检查 ${rows} 项：未加密 ${unsealed} 项；所用密钥不属于本人 ${keyless} 项；被改动 ${altered} 项。`,
        },
      };
    },
  };
}
