import { isEnglishName } from '../model/byline/english/english-names.ts';
import { givenCharacters, surnames } from '../model/byline/lexicon/words.ts';
import { looksPersonal } from '../model/byline/names/names.ts';
import { rolesOf } from '../model/byline/roles.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { fieldOfRole } from './field-keys.ts';
import type { House, SignStep } from './house.ts';
import { type HouseFault, houseFault, passedOver } from './house-fault.ts';

type Signed = Pick<House, 'signoff' | 'fields' | 'staff'>;

/**
 * Whether a step is held to whom it lists in a newsroom that keeps no list of people: only names can be held to, and a
 * list may be one of roles, of which nobody knows who has them. All must look like names, and one of the house must
 * certainly be one: a house that names people in one step does so in the others.
 */
export function listsPeople(house: Signed, { who }: Pick<SignStep, 'who'>): boolean {
  const isName = (word: string): boolean => looksLikeName(word) && !isDesk(word, house);
  return (
    who.length > 0 &&
    who.every(isName) &&
    house.signoff.steps.some((step) => step.who.some((word) => isName(word) && isCertain(word)))
  );
}

/** That anybody may sign a step although it lists whom it is for, at the list in a house's own file. */
export function* unheldSigners(entries: readonly Entry[], house: Signed): Iterable<HouseFault> {
  if (house.staff !== undefined && house.staff.length > 0) return;
  const signoff = entries.find(({ key }) => key === 'signoff')?.value;
  const steps = signoff?.kind === 'map' ? signoff.entries.find(({ key }) => key === 'steps')?.value : undefined;
  for (const step of steps?.kind === 'map' ? steps.entries : []) {
    const who = step.value.kind === 'map' ? step.value.entries.find(({ key }) => key === 'who') : undefined;
    if (who === undefined) continue;
    const items = who.value.kind === 'list' ? who.value.items : [who.value];
    const words = items.flatMap((item) => textOf(item) ?? []);
    if (words.length === 0 || listsPeople(house, { who: words })) continue;
    // The first that may be a role is why.
    const doubtful = words.find((word) => !looksLikeName(word) || isDesk(word, house)) ?? words[0] ?? '';
    yield passedOver(houseFault('unheld-signers', who.value.at, { actual: doubtful }), 'warning');
  }
}

/** Whether a word may be somebody's name, among whatever may be listed of those who sign. */
function looksLikeName(word: string): boolean {
  if (/\p{Script=Latin}/u.test(word)) return isEnglishName(word) && rolesOf(word).length === 0;
  if (looksPersonal(word)) return true;
  const [, ...given] = [...word];
  return given.length === 2 && given.every((char) => givenCharacters.includes(char));
}

/** Whether a word that may be a name can be nothing else. */
function isCertain(word: string): boolean {
  if (/\p{Script=Latin}/u.test(word)) return /^\S+ \S/.test(word);
  if (word.includes('·')) return true;
  const [surname = '', ...given] = [...word];
  if (!given.some((char) => givenCharacters.includes(char)))
    return given.length === 2 && surnames.includes(surname) && !wordBeginnings.includes(surname);
  // Of two characters only with one of the most frequent surnames: 王刚, and not 时政.
  return given.length >= 2 || (surnames.indexOf(surname) >= 0 && surnames.indexOf(surname) < usual);
}

/** Surnames with which names of desks and columns begin as well: 时政, 文艺, 全媒体. */
const wordBeginnings = '时文安全党农方金房车路关管常万明白查应计艺乐和广康温经高大小公水花海商学师生古新老东西南北';

/** So many surnames are those of most people. */
const usual = 60;

/** How desks and duties end. */
const duties = /[部委办组编审校岗室处科会队局社站版员长班台任刊报网端]$/;

/** Desks and sections that begin like a name. */
const sections = new Set(
  (
    '时政 时评 时事 时尚 文艺 文化 文体 文旅 文教 文字 金融 房产 党建 党政 农业 农村 农经 方言 安全 高教 高校 高考 高新 高级 ' +
    '温情 康养 康健 林业 周末 周刊 周报 车市 路况 夜班 白班 海外 海关 管理 常务 万象 乐活 和美 全国 全省 全市 全媒 ' +
    '舒展 明星 关注 白话 查错 查核 核对 计划 应急 艺术 音乐'
  ).split(' '),
);

/** Words of English that stand in the names of desks and duties, and hardly in those of people. */
const deskWords =
  /(?:^|[\s-])(?:desks?|editors?|editorial|chiefs?|subs?|copy|news|newsroom|proofs?|proofreaders?|readers?|reviewers?|legal|lawyers?|counsel|writers?|reporters?|managers?|managing|directors?|producers?|heads?|facts?|fact-checkers?|checkers?|team|staff|office|nights?|day|duty|metro|sports?|foreign|national|features|business|culture|opinion|photos?|pictures?|video|social|web|digital|senior|deputy|assistant|executive|associate|publisher|board|standards|ombudsman|interns?)(?:$|[\s-])/i;

/** Whether a word names a desk, a duty or a column rather than somebody. */
function isDesk(word: string, { fields }: Signed): boolean {
  if (/\p{Script=Latin}/u.test(word)) return deskWords.test(word);
  const columns = fieldOfRole({ fields }, 'column')?.values ?? [];
  return (
    duties.test(word) ||
    sections.has(word) ||
    rolesOf(word).length > 0 ||
    columns.some(({ value, label, aliases }) => value === word || label === word || aliases?.includes(word) === true)
  );
}
