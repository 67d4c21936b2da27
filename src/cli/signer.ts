import { execFileSync } from 'node:child_process';
import type { House } from '../house/house.ts';
import { inLocale } from '../model/finding.ts';
import { personOf } from '../reading/signing-faults.ts';
import { UsageError } from './messages.ts';
import type { Run } from './run.ts';

/** Who signs: the name that `--as` gives, or Git's user as the staff list has them. Throws {@link UsageError}. */
export function signerOf({ io, values, locale }: Run, house: House): string {
  const named = values.as?.trim();
  if (named !== undefined && named !== '') return named;
  const name = personOf(house, gitSays('user.name', io.cwd), gitSays('user.email', io.cwd));
  if (name !== undefined) return name;
  throw new UsageError(inLocale(unknown, locale));
}

const unknown = {
  en: 'Who signs? Say it with `--as NAME`: Git has no user.name here.',
  zh: '谁来签？请用 `--as 姓名` 写明：这里的 Git 没有设置 user.name。',
};

/** What Git is configured with; `undefined` where it says nothing or is not there. */
function gitSays(key: string, cwd: string): string | undefined {
  try {
    const said = execFileSync('git', ['config', '--get', key], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim() === '' ? undefined : said.trim();
  } catch {
    return undefined;
  }
}
