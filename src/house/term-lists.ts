import type { Localized } from '../model/finding.ts';
import type { Place } from '../model/prose.ts';

/**
 * Lists of terms that are public standard, for a house to take as a whole: `terms: [{list: dated-terms}]`. What is in
 * them are names: what a body or a policy is called, since when and by whose decision.
 */
export const termLists = ['institutions', 'dated-terms'] as const;

type TermList = (typeof termLists)[number];

/** What each list is, for help and schemas. */
export const aboutTermLists: Readonly<Record<TermList, Localized>> = {
  institutions: {
    en: 'Names of bodies of the Chinese state as the State Council and the law have them',
    zh: '国家机构的规范名称：依国务院机构设置和法律',
  },
  'dated-terms': {
    en: 'Policies, bodies and illnesses that were renamed, by the day of the article',
    zh: '更了名的政策、机构和疾病：按稿件日期',
  },
};

/** `not, not > use | from | why in English | 理由 | source`; `?` before it: a person is asked; `-` and a word: right. */
const rows: Readonly<Record<TermList, string>> = {
  institutions: `
    国家发展与改革委员会 > 国家发展和改革委员会 | | | | 国务院机构设置
    人力资源与社会保障部 > 人力资源和社会保障部 | | | | 国务院机构设置
    住房与城乡建设部, 住房和城市建设部 > 住房和城乡建设部 | | | | 国务院机构设置
    工业与信息化部 > 工业和信息化部 | | | | 国务院机构设置
    文化与旅游部 > 文化和旅游部 | | | | 国务院机构设置
    国家卫生与健康委员会, 国家卫生和健康委员会 > 国家卫生健康委员会 | | | | 国务院机构设置
    国家林业与草原局 > 国家林业和草原局 | | | | 国务院机构设置
    国有资产监督与管理委员会 > 国有资产监督管理委员会 | | | | 国务院机构设置
    退役军人部 > 退役军人事务部 | | | | 国务院机构设置
    生态环保部 > 生态环境部 | | | | 国务院机构设置
    国家统计总局 > 国家统计局 | | | | 国务院机构设置
    国家海关总署 > 海关总署 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置
    国家审计署, 国家审计总署 > 审计署 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置
    国家教育部 > 教育部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家教育部门
    国家公安部 > 公安部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家公安部门
    国家民政部 > 民政部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家民政部门
    国家司法部 > 司法部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家司法部门
    国家财政部 > 财政部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家财政部门
    国家商务部 > 商务部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家商务部门
    国家水利部 > 水利部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家水利部门
    国家农业农村部 > 农业农村部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家农业农村部门
    国家交通运输部 > 交通运输部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家交通运输部门
    国家生态环境部 > 生态环境部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家生态环境部门
    国家自然资源部 > 自然资源部 | | no \`国家\` is part of the name | 名称里没有“国家” | 国务院机构设置 - 国家自然资源部门
    全国人民代表大会常委会 > 全国人民代表大会常务委员会 | | | | 《中华人民共和国宪法》第五十七条
    中国政治协商会议, 全国政治协商会议 > 中国人民政治协商会议 | | | | 《中国人民政治协商会议章程》
    中国红十字总会 > 中国红十字会总会 | | | | 《中华人民共和国红十字会法》
  `,
  'dated-terms': `
    消费扶贫 > 消费帮扶 | 2021-05 | renamed after the fight against poverty was won | 脱贫攻坚任务完成后改称 | 国家发展改革委等部门2021年《关于继续大力实施消费帮扶巩固拓展脱贫攻坚成果的指导意见》
    东西部扶贫协作 > 东西部协作 | 2021-04 | renamed after the fight against poverty was won | 脱贫攻坚任务完成后改称 | 2021年4月全国东西部协作和中央单位定点帮扶工作推进会
    定点扶贫 > 定点帮扶 | 2021-04 | renamed after the fight against poverty was won | 脱贫攻坚任务完成后改称 | 2021年4月全国东西部协作和中央单位定点帮扶工作推进会
    国务院扶贫开发领导小组办公室, 国务院扶贫办 > 国家乡村振兴局 | 2021-02-25 | the office became the administration on 25 February 2021 | 2021年2月25日挂牌 | 国家乡村振兴局挂牌公告 ?
    新型冠状病毒肺炎 > 新型冠状病毒感染 | 2022-12-26 | renamed on 26 December 2022 | 2022年12月26日更名 | 国家卫生健康委员会公告2022年第7号
    新冠肺炎 > 新冠病毒感染 | 2022-12-26 | renamed on 26 December 2022 | 2022年12月26日更名 | 国家卫生健康委员会公告2022年第7号
    国家卫生和计划生育委员会, 国家卫计委 > 国家卫生健康委员会 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ?
    国土资源部 > 自然资源部 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ? - 国土资源部门
    环境保护部 > 生态环境部 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ? - 环境保护部门
    国家工商行政管理总局, 国家工商总局, 国家质量监督检验检疫总局, 国家质检总局, 国家食品药品监督管理总局 > 国家市场监督管理总局 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ?
    国家林业局 > 国家林业和草原局 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ?
    国家安全生产监督管理总局, 国家安监总局 > 应急管理部 | 2018-03-17 | reform of 2018 | 2018年机构改革 | 2018年《国务院机构改革方案》 ?
    公安消防部队, 武警消防部队 > 国家综合性消防救援队伍 | 2018-11-09 | the new service received its flag on 9 November 2018 | 2018年11月9日授旗 | 中共中央办公厅、国务院办公厅《组建国家综合性消防救援队伍框架方案》 ?
    中国银行保险监督管理委员会, 中国银保监会 > 国家金融监督管理总局 | 2023-05-18 | the administration opened on 18 May 2023 | 2023年5月18日揭牌 | 2023年《党和国家机构改革方案》 ?
  `,
};

/** A term of a list, as `Term` has it. */
interface ListedTerm {
  readonly use: string;
  readonly not: readonly string[];
  readonly except: readonly string[];
  readonly why?: Localized;
  readonly see: string;
  readonly from?: string;
  readonly where: readonly never[];
  readonly quoted: false;
  readonly severity?: 'info';
  readonly ask: boolean;
  readonly cases: readonly never[];
}

const made = new Map<TermList, readonly ListedTerm[]>();

/** The terms of a list, each with `at` as its place: where a house takes the list. */
export function termsOf(list: TermList, at: Place): readonly (ListedTerm & { readonly at: Place })[] {
  let known = made.get(list);
  if (known === undefined) {
    known = rows[list]
      .trim()
      .split('\n')
      .map((row) => termOf(row.trim()));
    made.set(list, known);
  }
  return known.map((term) => ({ ...term, at }));
}

function termOf(row: string): ListedTerm {
  const [plain = '', except] = row.split(' - ');
  const ask = plain.endsWith(' ?');
  const [words = '', from = '', en = '', zh = '', see = ''] = plain
    .replace(/ \?$/, '')
    .split('|')
    .map((part) => part.trim());
  const [not = '', use = ''] = words.split(' > ');
  return {
    use,
    not: not.split(', '),
    except: except === undefined ? [] : [except],
    ...(zh === '' ? {} : { why: { en, zh } }),
    see,
    ...(from === '' ? {} : { from }),
    where: [],
    quoted: false,
    ...(ask ? { severity: 'info' as const } : {}),
    ask,
    cases: [],
  };
}
