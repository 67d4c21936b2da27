import type { FieldRole } from '../house/house.ts';
import { simplified } from './simplified.ts';

/**
 * What fields are called, by what they mean: in the words of newsrooms of several languages and of generators (Hugo,
 * Hexo, Jekyll, Astro, Eleventy, VuePress, Docusaurus, MkDocs). The likeliest first. What a field holds decides in the
 * end: `image: true` is no picture.
 */
const words: Readonly<Partial<Record<FieldRole, string>>> = {
  title:
    'title headline heading articletitle posttitle 标题 标题名 文章标题 稿件标题 新闻标题 题目 篇名 主标题 titre titel titulo título titolo otsikko заголовок タイトル 見出し 제목 name biaoti',
  subtitle:
    'subtitle deck dek standfirst subheading subhead tagline kicker 副题 副标 副标题 引题 sous-titre untertitel subtítulo',
  summary:
    'summary description excerpt abstract desc intro teaser lead lede blurb synopsis metadescription 摘要 简介 导语 概要 提要 描述 resume résumé zusammenfassung beschreibung resumen descripción 概要 요약 zhaiyao',
  published:
    'date published pubdate publishdate publisheddate datepublished publishedat publishedtime publishtime publishon posted postdate posttime issued release releasedate created createdat createtime createdate time day 日期 发布时间 发布日期 发表时间 发表日期 时间 刊发日期 见报日期 出版日期 日付 fecha datum data дата 날짜 riqi',
  reporters:
    'reporters reporter author authors byline by writer writers writtenby journalist journalists 作者 记者 本报记者 撰文 撰稿 文 署名 采写 auteur auteurs autor autoren autores autore 著者 작성자 автор zuozhe',
  correspondents: 'correspondents correspondent contributors contributor stringer 通讯员 供稿 供稿人',
  photographers:
    'photographers photographer photog photo-by photoby photos-by photocredit 摄影 摄影记者 摄 图 fotograf',
  translators: 'translators translator translated-by translatedby 译者 翻译 编译 übersetzer traducteur traductor',
  proofreaders: 'proofreaders proofreader reviewer reviewers reviewed-by 校对 审校 校对者',
  commissioners: 'commissioners commissioned-by coordinator 策划 统筹 组稿',
  producers: 'producers producer produced-by 监制 制作 出品',
  editor: 'editor editors edited-by editedby 责任编辑 责编 编辑 值班编辑 网络编辑 redakteur',
  source: 'source origin outlet publisher from 来源 稿源 出处 供稿单位 quelle fuente',
  column:
    'column section channel category categories cate desk rubric rubrique 栏目 频道 版块 版面 分类 类别 专栏 rubrik sección lanmu',
  keywords:
    'keywords tags topics tag keyword subjects labels 关键词 标签 标记 主题词 关键字 schlagworte etiquetas タグ',
  cover:
    'cover coverimage image thumbnail featuredimage featureimage featured-image heroimage hero banner headerimage header-img ogimage socialimage thumb img picture photo leadimage mainimage primaryimage 封面 封面图 封面图片 题图 头图 首图 主图 缩略图 缩图 图片',
  stage:
    'stage status state draft workflow poststatus publishstatus publicationstatus publicationstate articlestatus isdraft ' +
    '状态 阶段 稿件状态 发布状态 审核状态 稿件阶段 流程 草稿 是否草稿 published ispublished 已发布 是否发布 发布',
  slug: 'slug urlname url-name permalink url abbrlink path 网址名 链接',
  series: 'series collection 专题 系列 专栏名',
  related: 'related relatedlinks related-posts seealso 相关链接 相关阅读 延伸阅读',
  allow: 'allow 允许',
  language: 'lang language locale langcode 语言 语种 文种 sprache langue idioma lingua',
};

/** `cate1` is the first of several. */
const plain = (key: string): string =>
  simplified(key)
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/(?<=\p{L}{3})1$/u, '');

const ranks: ReadonlyMap<string, readonly (readonly [role: FieldRole, rank: number])[]> = ranked();

function ranked(): ReadonlyMap<string, readonly (readonly [FieldRole, number])[]> {
  const found = new Map<string, (readonly [FieldRole, number])[]>();
  for (const role of Object.keys(words) as FieldRole[]) {
    for (const [rank, word] of (words[role] ?? '').split(' ').entries()) {
      const key = plain(word);
      found.set(key, [...(found.get(key) ?? []), [role, rank]]);
    }
  }
  return found;
}

/** What a field of this name may mean, each with how far down the list of its names it stands. */
export function rolesOfKey(key: string): readonly (readonly [role: FieldRole, rank: number])[] {
  return ranks.get(plain(key)) ?? [];
}
