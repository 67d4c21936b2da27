import { fieldOfRole } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import type { PageFields } from './page-fields.ts';
import type { Chrome, SortedPage } from './sort-page.ts';

const KINDS: Readonly<Record<Exclude<Chrome, 'breadcrumb' | 'time' | 'editor' | 'original-title'>, Localized>> = {
  site: { en: 'the site’s own lines', zh: '站点行' },
  navigation: { en: 'navigation', zh: '导航' },
  footer: { en: 'small print', zh: '页脚' },
  button: { en: 'buttons and counters', zh: '按钮和计数' },
  after: { en: 'lines below the editor line', zh: '编辑行以下的内容' },
};

const QUOTED = 30;

function quoted(line: string): string {
  const characters = [...line];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : line;
}

/**
 * What the user should know of an import: what was left out, and what wants looking after.
 *
 * @param pictures how many pictures the text speaks of and does not hold
 */
export function importNotes(
  page: SortedPage,
  fields: PageFields,
  pictures: number,
  house: House,
): readonly Localized[] {
  if (!page.recognised) {
    return [
      {
        en: 'No part of a news page was recognised, so that all of the text is body. Give it a front matter.',
        zh: '没有认出新闻页面的任何部分，全文作为正文导入，请补写稿件信息。',
      },
    ];
  }
  const notes: Localized[] = [];
  for (const [kind, name] of Object.entries(KINDS)) {
    const lines = page.leftOut.filter((left) => left.kind === kind).map((left) => quoted(left.line));
    if (lines.length === 0) continue;
    const shown = lines.slice(0, 4).join(' / ');
    const more = lines.length > 4 ? lines.length - 4 : 0;
    const rest = more > 0 ? fillAll({ en: ' and {more} more', zh: '，另有 {more} 行' }, { more }) : '';
    notes.push(
      fillAll({ en: 'Left out {name}: {shown}{rest}', zh: '略去{name}：{shown}{rest}' }, { name, shown, rest }),
    );
  }
  if (fields.originalTitle !== undefined) {
    notes.push(
      fillAll(
        { en: 'The original title was: {originalTitle}', zh: '原标题：{originalTitle}' },
        { originalTitle: fields.originalTitle },
      ),
    );
  }
  if (fields.title === undefined) notes.push({ en: 'No title was found. Write one.', zh: '没有找到标题，请补写。' });
  if (pictures > 0) {
    notes.push(
      fillAll(
        {
          en:
            `${pictures === 1 ? 'A picture is' : '{pictures} pictures are'} not in the text, only the credit line. ` +
            'Put each picture in above its credit, and give it a caption.',
          zh: '有 {pictures} 处图片不在文本里，只留下了署名行。请在署名行上方插入图片，并补写图片说明。',
        },
        { pictures },
      ),
    );
  }
  const column = fieldOfRole(house, 'column');
  if (fields.column !== undefined && column?.values !== undefined && column.open !== true) {
    if (!column.values.some(({ value }) => value === fields.column)) {
      notes.push(
        fillAll(
          {
            en: 'The page’s column “{column}” is none of this house’s. Choose one.',
            zh: '页面的栏目“{column}”不是本社栏目，请另选。',
          },
          { column: fields.column },
        ),
      );
    }
  }
  return notes;
}
