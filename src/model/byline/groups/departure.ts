import { looksPersonal } from '../names/names.ts';
import { allHan, isPlace } from '../names/outlets.ts';

/** Characters that places end with, and few given names. */
export const townEnding = /[州县市镇乡区省城岛港]$/;

/**
 * 陆晓晴于海州, 陆晓晴发自海州: who, and from where; `undefined` for a word that does not say both.
 *
 * @param named a role has said that somebody is
 */
export function departureIn(
  word: string,
  named: boolean,
): { readonly name: number; readonly place: number } | undefined {
  if (!allHan(word)) return undefined;
  const found = /^(.{2,4}?)(发自|写于|摄于|于|自|从)(.{2,6}?)(?:发回)?$/u.exec(word);
  const [, person = '', verb = '', town = ''] = found ?? [];
  if (!looksPersonal(person)) return undefined;
  // 高远自河湾镇报道 begins a sentence as well, where no role says that somebody is named.
  if (!named && (verb === '自' || verb === '从')) return undefined;
  // 于 is a surname too: 高远于海洋 is two people.
  if (verb.length === 1 && !isPlace(town) && !/[州县市镇乡区省城岛港湾村庄山江河湖口岭坪沟桥京]$/.test(town))
    return undefined;
  return { name: person.length, place: person.length + verb.length };
}
