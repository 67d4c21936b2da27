import { fillAll, joinedWords, type Localized } from '../model/finding.ts';
import { counted, type Decision, ofArticles, outliers } from './decision.ts';
import { draftsFolder } from './left-out.ts';
import type { Observation } from './observe.ts';
import { seeDates, showsOffsets } from './see-dates.ts';
import { type SeenFile, scalarTexts } from './see-file.ts';
import type { TextLanguage } from './see-languages.ts';
import { type Counted, share } from './tally.ts';

/** Where articles lie, what is none, and in which language and time zone they are written. */
export function proposePlaces(seen: Observation): readonly Decision[] {
  return [
    articles(seen),
    ...drafts(seen),
    ...leftOut(seen),
    ...name(seen),
    language(seen),
    ...languages(seen),
    ...timeZone(seen),
    ...path(seen),
    ...siteRoots(seen),
  ];
}

const dialectWords: Readonly<Record<string, Localized>> = {
  yaml: { en: 'YAML', zh: 'YAML' },
  toml: { en: 'TOML', zh: 'TOML' },
  json: { en: 'JSON', zh: 'JSON' },
  bare: { en: 'lines without fences', zh: '没有分界线的字段' },
  none: { en: 'no front matter', zh: '没有稿件信息' },
  unclosed: { en: 'front matter that is never closed', zh: '稿件信息没有结束' },
};

/** Values with their counts, in words. */
function inWords(values: readonly Counted<string>[], words: Readonly<Record<string, Localized>>): Localized {
  return values
    .map(({ value, count }, index) =>
      fillAll(
        { en: '{mark}{word} {count}', zh: '{mark}{word} {count}' },
        { mark: index === 0 ? '' : { en: ', ', zh: '、' }, word: words[value] ?? value, count },
      ),
    )
    .reduce(joinedWords, { en: '', zh: '' });
}

function articles({ articles: all, dialects, site, unread }: Observation): Decision {
  const written = inWords(dialects, dialectWords);
  const built: Localized =
    site.generator === undefined
      ? { en: '', zh: '' }
      : fillAll(
          { en: '; a site of {generator} ({file})', zh: '；{generator} 站点（{file}）' },
          { generator: site.generator, file: site.file ?? '' },
        );
  return {
    id: 'articles',
    question: 'where',
    title: { en: 'Articles', zh: '稿件' },
    proposed: fillAll(
      { en: '{all} article{plural}', zh: '{all} 篇稿件' },
      { all: all.length, plural: all.length === 1 ? '' : 's' },
    ),
    evidence: fillAll({ en: '{written}{built}', zh: '{written}{built}' }, { written, built }),
    ...outliers(
      (count) => fillAll({ en: '{count} could not be read', zh: '{count} 个文件读不了' }, { count }),
      unread.length,
      unread,
    ),
    pieces: [],
  };
}

function drafts({ drafts: files }: Observation): readonly Decision[] {
  if (files.length === 0) return [];
  const often: Localized = fillAll(
    { en: '{count} file{plural}', zh: '{count} 个文件' },
    { count: files.length, plural: files.length === 1 ? '' : 's' },
  );
  return [
    {
      id: 'drafts',
      question: 'where',
      title: { en: 'Drafts', zh: '草稿' },
      proposed: fillAll(
        { en: 'what lies in {folder}; what lies elsewhere is published', zh: '放在 {folder} 里的；别处的算已发布' },
        { folder: draftsFolder },
      ),
      evidence: often,
      pieces: [{ path: ['drafts'], value: [{ text: `${draftsFolder}/` }], comment: often }],
    },
  ];
}

function leftOut({ leftOut: patterns }: Observation): readonly Decision[] {
  if (patterns.length === 0) return [];
  const files = patterns.reduce((sum, { count }) => sum + count, 0);
  const shown = patterns.map(({ value }) => value);
  return [
    {
      id: 'ignore',
      question: 'where',
      title: { en: 'Left out', zh: '不算稿件' },
      proposed: { en: shown.join(', '), zh: shown.join('、') },
      evidence: fillAll(
        {
          en: '{files} file{plural}: lists, data, or what articles are made of',
          zh: '{files} 个文件：列表页、数据或模板',
        },
        { files, plural: files === 1 ? '' : 's' },
      ),
      pieces: [
        {
          path: ['ignore'],
          value: patterns.map(({ value, count }) => ({
            text: value,
            comment: fillAll(
              { en: '{count} file{plural}', zh: '{count} 个文件' },
              { count, plural: count === 1 ? '' : 's' },
            ),
          })),
        },
      ],
    },
  ];
}

function name({ site }: Observation): readonly Decision[] {
  if (site.name === undefined) return [];
  return [
    {
      id: 'name',
      question: 'where',
      title: { en: 'The newsroom’s name', zh: '媒体名称' },
      proposed: fillAll({ en: '{name}', zh: '{name}' }, { name: site.name }),
      evidence: fillAll({ en: 'said in {file}', zh: '见 {file}' }, { file: site.file ?? '' }),
      pieces: [{ path: ['name'], value: site.name }],
    },
  ];
}

const languageWords: Readonly<Record<string, Localized>> = {
  'zh-Hans': { en: 'Chinese in simplified characters', zh: '简体中文' },
  'zh-Hant': { en: 'Chinese in traditional characters', zh: '繁体中文' },
  en: { en: 'English', zh: '英文' },
  ja: { en: 'Japanese', zh: '日文' },
  ko: { en: 'Korean', zh: '韩文' },
  none: { en: 'hardly any text', zh: '几乎没有文字' },
};

/** The language of most articles. @returns a BCP 47 tag */
function mainLanguage({ languages, articles }: Observation): Exclude<TextLanguage, 'none'> {
  const main = languages.find(({ value }) => value !== 'none')?.value;
  if (main !== undefined && main !== 'none') return main;
  // Of hardly any text the letters tell, those of its fields too.
  const isHan = ({ han, fields }: SeenFile): boolean =>
    han > 0 || [...fields.values()].some((value) => scalarTexts(value).some((text) => /\p{Script=Han}/u.test(text)));
  return articles.some(isHan) ? 'zh-Hans' : 'en';
}

function language(seen: Observation): Decision {
  const main = mainLanguage(seen);
  const others = seen.languages.filter(({ value }) => value !== main && value !== 'none');
  const total = seen.articles.length;
  const count = seen.languages.find(({ value }) => value === main)?.count ?? 0;
  return {
    id: 'language',
    question: 'where',
    title: { en: 'Language', zh: '语言' },
    proposed: languageWords[main] ?? { en: main, zh: main },
    evidence: inWords(seen.languages, languageWords),
    ...outliers(
      (times) =>
        fillAll(
          {
            en: 'In another language: {times}; each paragraph is read by the rules of its own',
            zh: '{times} 篇是另一种语言；每段按自己的语言检查',
          },
          { times },
        ),
      others.reduce((sum, { count: times }) => sum + times, 0),
      others.flatMap(({ files }) => files),
    ),
    pieces: [{ path: ['language'], value: main, comment: ofArticles(count, total) }],
    choices: (['zh-Hans', 'zh-Hant', 'en'] as const)
      .filter((tag) => tag !== main)
      .map((tag) => ({
        id: tag,
        label: languageWords[tag] ?? { en: tag, zh: tag },
        pieces: [{ path: ['language'], value: tag }],
      })),
  };
}

/** The languages that files and folders are named after, besides the main one. */
function languages(seen: Observation): readonly Decision[] {
  const main = mainLanguage(seen);
  const others = seen.saidLanguages.filter(({ language: said }) => said !== main);
  if (others.length === 0) return [];
  const tags = [...new Set(others.map(({ language: said }) => said))];
  const count = others.reduce((sum, { count: times }) => sum + times, 0);
  const words = counted(
    seen.saidLanguages.map(({ word, count: times, files }) => ({ value: word, count: times, files })),
  );
  return [
    {
      id: 'languages',
      question: 'where',
      title: { en: 'Other languages, by the name of file or folder', zh: '其他语言（看文件名或文件夹）' },
      proposed: { en: tags.join(', '), zh: tags.join('、') },
      evidence: words,
      pieces: [
        {
          path: ['languages'],
          value: tags.map((text) => ({ text })),
          comment: ofArticles(count, seen.articles.length),
        },
      ],
    },
  ];
}

function timeZone(seen: Observation): readonly Decision[] {
  const key = seen.means.get('published')?.[0];
  const field = seen.fields.find((one) => one.key === key);
  // Of zones that had the same clock on those days the site's own goes before the likeliest.
  const isOwn = field !== undefined && seen.site.timeZone !== undefined && showsOffsets(field, seen.site.timeZone);
  const written = field && (isOwn ? seen.site.timeZone : seeDates(field).timeZone);
  const chinese = mainLanguage(seen) === 'zh-Hans';
  const zone = written ?? seen.site.timeZone ?? (chinese ? 'Asia/Shanghai' : undefined);
  if (zone === undefined) return [];
  const evidence: Localized =
    written !== undefined
      ? fillAll(
          { en: 'the offsets in `{key}` are those of its clock', zh: '“{key}”里的时差与它相符' },
          { key: key ?? '' },
        )
      : seen.site.timeZone !== undefined
        ? fillAll({ en: 'said in {file}', zh: '见 {file}' }, { file: seen.site.file ?? '' })
        : { en: 'the articles are in simplified Chinese', zh: '稿件是简体中文' };
  return [
    {
      id: 'time-zone',
      question: 'where',
      title: { en: 'Time zone', zh: '时区' },
      proposed: { en: zone, zh: zone },
      evidence,
      pieces: [{ path: ['time-zone'], value: zone }],
    },
  ];
}

function siteRoots({ roots: { roots, references } }: Observation): readonly Decision[] {
  const folders = roots.filter(({ value, count }) => value !== '' && count >= 2);
  if (folders.length === 0) return [];
  const shown = folders.map(({ value }) => value);
  const good = folders.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      id: 'static',
      question: 'where',
      title: { en: 'Where the site’s pictures lie', zh: '网站图片所在的文件夹' },
      proposed: { en: shown.join(', '), zh: shown.join('、') },
      evidence: fillAll(
        {
          en: '{good} of {references} pictures are found there, written as /…',
          zh: '{references} 处图片引用中有 {good} 处以“/”开头，在那里找到',
        },
        { good, references },
      ),
      pieces: [
        {
          path: ['static'],
          value: folders.map(({ value, count }) => ({
            text: value,
            comment: fillAll({ en: '{count} pictures', zh: '{count} 处图片' }, { count }),
          })),
        },
      ],
    },
  ];
}

function path({ paths, articles: all }: Observation): readonly Decision[] {
  const [first, ...others] = paths;
  // A place that few share is no rule.
  if (first === undefined || first.count < 3 || share(first.count, all.length) < 0.2) return [];
  return [
    {
      id: 'path',
      question: 'where',
      title: { en: 'Where a new article goes', zh: '新稿件放在哪里' },
      proposed: { en: first.value, zh: first.value },
      evidence: counted(paths, 4),
      ...outliers(
        (count) =>
          fillAll(
            { en: '{count} lie elsewhere or are named otherwise', zh: '{count} 篇放在别处或另有命名' },
            { count },
          ),
        others.reduce((sum, { count }) => sum + count, 0),
        others.flatMap(({ files }) => files),
      ),
      pieces: [{ path: ['path'], value: first.value, comment: ofArticles(first.count, all.length) }],
      choices: others
        .filter(({ count }) => count >= 3)
        .slice(0, 4)
        .map(({ value, count }) => ({
          id: value,
          label: { en: value, zh: value },
          pieces: [{ path: ['path'], value, comment: ofArticles(count, all.length) }],
        })),
    },
  ];
}
