import { isFault, isPostgres, openToOthers, refuseUnlessApart } from '@avow/vault';
import type { Measure } from '../face/measures.ts';

/** The keys lie apart from what they open, and only the server's own user reads either. */
export function apartMeasure(
  stores: { readonly data: string; readonly keys: string },
  others: readonly string[],
): Measure {
  const files = [stores.data, stores.keys, ...others].filter((place) => !isPostgres(place));
  return {
    id: 'keys-apart',
    duty: 'sealPerPerson',
    title: {
      en: 'The keys lie apart from what they open, and nobody else on the machine can read either',
      'zh-CN': '密钥与其加密的信息分开存放，服务器上的其他用户均无法读取',
    },
    limit: {
      en: 'The administrator of the machine can read both; where a database holds them, so can its own. Whether the disks are encrypted is not seen from here.',
      'zh-CN':
        '服务器管理员可以读取两者；存于数据库时，数据库管理员也可以。磁盘是否加密，此处无法得知。',
    },
    async check() {
      if (!(await isApart(stores))) {
        return {
          state: 'failed',
          says: {
            en: 'Whoever copies the data would get its keys along with it.',
            'zh-CN': '复制数据的人会同时得到密钥。',
          },
        };
      }
      const open = await openToOthers(files);
      if (open === undefined) {
        return {
          state: 'unknown',
          says: {
            en: 'The keys lie apart. Who else could read them is not told by this system.',
            'zh-CN': '密钥分开存放。此操作系统无法说明还有谁能读取。',
          },
        };
      }
      if (open.length > 0) {
        return {
          state: 'failed',
          says: {
            en: `Files that others on the machine can read: ${open.length} of ${files.length}.`,
            'zh-CN': `服务器上其他用户可以读取的文件：${files.length} 个中有 ${open.length} 个。`,
          },
        };
      }
      return {
        state: 'held',
        says: {
          en: `The keys lie apart. Files that others on the machine can read: 0 of ${files.length}.`,
          'zh-CN': `密钥分开存放。服务器上其他用户可以读取的文件：${files.length} 个中有 0 个。`,
        },
      };
    },
  };
}

async function isApart({ data, keys }: { readonly data: string; readonly keys: string }) {
  try {
    await refuseUnlessApart(data, keys);
    return true;
  } catch (problem) {
    if (isFault(problem, 'AVOW_KEYRING')) return false;
    throw problem;
  }
}
