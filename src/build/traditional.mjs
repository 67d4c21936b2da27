// Chinese for readers of Traditional characters, made of the Simplified at build time: what the package says, and the
// tables by which the program turns its own sentences. Conversion is by longest match, stage after stage; the stages are
// those of OpenCC from Simplified to Taiwan's words, and one of ours for what a desk and VS Code call things there.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { convertText, hash, readStage } from '../model/convert-script.mjs';

/** What OpenCC makes of our words, and what is said in Taiwan; most are as VS Code's own zh-tw has them. */
const exceptions = [
  '編輯臺 編輯台|釋出 發布|下注明 下註明|畫素 像素|許可權 權限|語言程式碼 語言代碼|例項 實例|型別 類型',
  '註釋 註解|反饋 回饋|製表符 定位字元|連字元 連字號|歎號 驚嘆號|聯網 連網|正規表示式 規則運算式|隻讀 唯讀',
  '寫明瞭 寫明了|模板 範本|新建 新增|純文本 純文字|列表 清單|撤銷 復原|跳轉 跳至|單擊 按一下|雙擊 按兩下',
  '滾動 捲動|自帶 內建|當前 目前|擴充套件 延伸模組|控制檯 主控台|正則表示式 規則運算式|下拉列表 下拉式清單',
  '檢查專案 檢查項目|專案 項目|籤 簽|標籤 標籤|書籤 書籤|頁籤 頁籤|版本里 版本裡|按回車 按 Enter|回車鍵 Enter 鍵',
  '上級資料夾 上層資料夾|示例 範例',
].join('|');

/** The stages, read: OpenCC's are 1 MB, and are loaded when something new has to be turned. */
let stages;
async function allStages() {
  const dictionary = async (name) => (await import(`opencc-js/dict/${name}`)).default;
  const texts = [
    `${await dictionary('STPhrases')}|${await dictionary('STCharacters')}`,
    await dictionary('TWPhrases'),
    `${await dictionary('TWVariantsPhrases')}|${await dictionary('TWVariants')}`,
    exceptions,
  ];
  stages ??= texts.map(readStage);
  return stages;
}

/** Traditional of a Simplified sentence of ours. */
export const traditional = async (text) => convertText(await allStages(), text);

const han = /\p{Script=Han}/u;

/** Every sentence in Chinese that the sources have, as the program says it. */
export function sentencesOf(root) {
  const found = new Set();
  const folder = path.join(root, 'src');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const text = /\.(?:ts|md|json)$/.test(name) ? readFileSync(path.join(folder, name), 'utf8') : '';
    if (name.endsWith('.ts')) for (const one of literalsOf(text)) found.add(one);
    else if (name.endsWith('shipped.json')) for (const one of valuesOf(JSON.parse(text))) found.add(one);
    else if (/checks[\\/][\w-]+\.md$/.test(name)) for (const one of text.split('\n')) if (han.test(one)) found.add(one);
  }
  return [...found].sort();
}

function literalsOf(text) {
  const found = [];
  for (const [, single, template] of text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$\n]|\\.)*)`/g)) {
    const written = single ?? template ?? '';
    if (han.test(written)) found.push(written.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'));
  }
  return found;
}

function valuesOf(value) {
  if (typeof value === 'string') return han.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}

/**
 * What the program needs to turn its own sentences: of each stage the entries that they use, and the hashes of the
 * sentences, by which text of users is told from them. Kept in `dist` until a sentence changes.
 */
export async function tables(root) {
  const sentences = sentencesOf(root);
  const madeOf = createHash('sha256')
    .update(JSON.stringify([exceptions, sentences]))
    .digest('hex');
  const file = path.join(root, 'dist/traditional.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (kept.madeOf === madeOf) return kept;
  const all = await allStages();
  const used = all.map(() => new Map());
  for (const sentence of sentences) convertText(all, sentence, (number, from, to) => used[number].set(from, to));
  const made = {
    madeOf,
    stages: used.map((words) => [...words].map(([from, to]) => `${from} ${to}`).join('|')),
    known: sentences.map((sentence) => hash(sentence).toString(36)).join(' '),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(made));
  return made;
}

/** Writes what the package says to readers of Traditional Chinese beside what it is made of. */
export async function writePackageTexts(root) {
  const turn = async (from, to) => {
    const text = readFileSync(path.join(root, from), 'utf8');
    writeFileSync(path.join(root, to), from.endsWith('.json') ? await turnValues(text) : await traditional(text));
  };
  await turn('package.nls.zh-cn.json', 'package.nls.zh-tw.json');
  await turn('l10n/bundle.l10n.zh-cn.json', 'l10n/bundle.l10n.zh-tw.json');
  for (const name of readdirSync(path.join(root, 'media/walkthrough')))
    if (name.endsWith('.nls.zh-cn.md'))
      await turn(`media/walkthrough/${name}`, `media/walkthrough/${name.replace('zh-cn', 'zh-tw')}`);
}

/** The values of a JSON file of strings turned, its keys as they are. */
async function turnValues(text) {
  const entries = [];
  for (const [key, value] of Object.entries(JSON.parse(text))) entries.push([key, await traditional(value)]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
