import type { Colleague } from '../house/staff.ts';
import type { Localized } from '../model/finding.ts';

/** Keys under which newsrooms note where somebody works; the first that is given stands beside the roles. */
const units: ReadonlySet<string> = new Set(['desk', 'unit', 'section', 'department', '部门', '单位', '科室', '处室']);

/** What stands beside a name in a list: roles, and desk or unit. */
export function besideName({ roles, details }: Colleague): string {
  const unit = details.find(([key]) => units.has(key))?.[1];
  return [...roles, ...(unit === undefined ? [] : [unit])].join(' · ');
}

/** Who somebody is, as Markdown. `as`: the pen-name that was met, where it was not the name. */
export function aboutPerson(person: Colleague, as?: string): Localized {
  const { name, roles, penNames, email, from, to, details } = person;
  const en: string[] = [];
  const zh: string[] = [];
  const line = (english: string, chinese: string, value: string): void => {
    en.push(`- ${english}: ${plain(value)}`);
    zh.push(`- ${chinese}：${plain(value)}`);
  };
  if (penNames.length > 0) line('pen-names', '笔名', penNames.join('、'));
  if (email !== undefined) line('email', '邮箱', email);
  for (const [key, value] of details) line(plain(key), plain(key), value);
  if (from !== undefined || to !== undefined) line('active', '任职', `${from ?? ''}–${to ?? ''}`);
  const head = `**${plain(name)}**${roles.length > 0 ? ` ${plain(roles.join('、'))}` : ''}`;
  const pen = as === undefined || as === name ? undefined : plain(as);
  const opening = {
    en: pen === undefined ? head : `**${pen}**, pen-name of ${head}`,
    zh: pen === undefined ? head : `**${pen}**，${head}的笔名`,
  };
  return { en: [opening.en, '', ...en].join('\n').trimEnd(), zh: [opening.zh, '', ...zh].join('\n').trimEnd() };
}

/** Text from a file as Markdown that reads as that text: a staff file cannot write links or pictures into a hover. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&:@-]/g, '\\$&');
}
