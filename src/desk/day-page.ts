import { fill, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { escapeHtml } from '../page/escape.ts';
import type { DayEntry, DayList } from './day-list.ts';
import style from './day-page.css';
import { countedOfAll, lengthInColumn, lengthSaid } from './length.ts';
import { paperPage } from './paper-page.ts';

const words = {
  heading: { en: 'List for {day}', zh: '{day} 发稿单' },
  sum: {
    en: '{count} articles, {length}; {open} with something missing',
    zh: '共 {count} 篇，{length}；{open} 篇有待补齐',
  },
  none: { en: 'No article is dated to this day.', zh: '没有这一天的稿件。' },
  number: { en: 'No.', zh: '序号' },
  time: { en: 'Time', zh: '时间' },
  title: { en: 'Title', zh: '标题' },
  column: { en: 'Column', zh: '栏目' },
  people: { en: 'By', zh: '作者' },
  characters: { en: 'Length', zh: '字数' },
  pictures: { en: 'Pictures', zh: '图' },
  stage: { en: 'Stage', zh: '阶段' },
  gaps: { en: 'Missing', zh: '缺什么' },
  nothing: { en: 'nothing', zh: '齐' },
  comma: { en: '; ', zh: '；' },
  names: { en: ', ', zh: '、' },
} as const satisfies Record<string, Localized>;

const columns = ['number', 'time', 'title', 'column', 'people', 'characters', 'pictures', 'stage', 'gaps'] as const;

/** A day's list as a page of its own that can be printed: nothing in it runs, and nothing is fetched. */
export function dayPage(list: DayList, locale: Locale): string {
  const say = (word: keyof typeof words, data: Readonly<Record<string, string | number>> = {}): string =>
    escapeHtml(fill(inLocale(words[word], locale), data));
  const { day, entries } = list;
  const heading = say('heading', { day });
  const checked = entries.flatMap(({ row }) => row.checked ?? []);
  const characters = checked.reduce((sum, one) => sum + one.characters, 0);
  const length = lengthSaid(characters, countedOfAll(checked), locale);
  const open = entries.filter(({ gaps }) => gaps.length > 0).length;
  const row = ({ row: article, time, gaps, isOut }: DayEntry, index: number): string => {
    const cells: readonly string[] = [
      String(index + 1),
      time,
      article.title || article.path,
      article.column,
      article.authors.join(inLocale(words.names, locale)),
      article.checked === undefined
        ? ''
        : lengthInColumn(article.checked.characters, countedOfAll([article.checked]), locale),
      String(article.checked?.pictures ?? ''),
      article.stageWord,
      gaps.length > 0 ? gaps.join(inLocale(words.comma, locale)) : inLocale(words.nothing, locale),
    ];
    const kinds = columns.map((column) => (column === 'gaps' && gaps.length === 0 ? 'gaps none' : column));
    return `<tr${isOut ? ' class="out"' : ''}>${cells.map((text, at) => `<td class="${kinds[at]}">${escapeHtml(text)}</td>`).join('')}</tr>`;
  };
  const table =
    entries.length === 0
      ? `<p>${say('none')}</p>`
      : `<p>${say('sum', { count: entries.length, length, open })}</p>
<table>
<thead><tr>${columns.map((column) => `<th scope="col" class="${column}">${say(column)}</th>`).join('')}</tr></thead>
<tbody>
${entries.map(row).join('\n')}
</tbody>
</table>`;
  return paperPage({
    locale,
    title: heading,
    style,
    body: `<main>
<h1>${heading}</h1>
${table}
</main>`,
  });
}
