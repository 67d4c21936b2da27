import type { Stage } from '../house/house.ts';
import { isHeldBack } from '../house/stage-words.ts';
import { simplified } from './simplified.ts';

/**
 * Words by which newsrooms and their systems (WordPress, Ghost, Drupal, Contentful, Sanity, Dato, their Chinese kin) say
 * how far an article has come. `draft`: somebody is still writing. `ready`: it waits for others or for its hour.
 */
const words: Readonly<Record<Stage, string>> = {
  draft:
    'draft drafts drafting wip inprogress writing unfinished idea pitch assigned outline notready rejected returned unpublished ' +
    '草稿 初稿 撰写 撰写中 写作中 编写中 采写中 未完成 未完 待写 未写 在写 撰稿中 待完善 退稿 退回 退改 暂存 未发布 未发',
  ready:
    'ready review inreview underreview reviewing pending pendingreview needsreview submitted copyedit copyediting ' +
    'editing edited proof proofing proofread final finalized approved scheduled future queued embargoed ' +
    '待审 待审核 待审稿 送审 审核 审核中 审稿 审稿中 审校中 一审 二审 三审 初审 复审 终审 待校 校对中 待签 待签发 待发 待发布 待刊 ' +
    '待上线 已审 已审核 审核通过 已写 写完 已写完 完稿 已完成 成稿 审定 定稿 已定稿 终稿 签发 已签发 定时发布',
  published:
    'published publish live public online posted released sent printed archived archive retired ' +
    '已发 已发布 已发表 发布 发表 已刊 已刊发 刊发 已刊登 见报 已见报 上线 已上线 已推送 公开 已公开 归档 已归档',
};

const plain = (word: string): string =>
  simplified(word)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const stages: ReadonlyMap<string, Stage> = new Map(
  (Object.entries(words) as [Stage, string][]).flatMap(([stage, all]) =>
    all.split(' ').map((word) => [word, stage] as const),
  ),
);

const yes = /^(?:true|yes|y|on|1|是|对)$/i;
const no = /^(?:false|no|n|off|0|否|不|不是)$/i;

/**
 * The stage that a word says in a field: `草稿`, `Pending review`; and where the field's name is the question, `yes` and
 * `否`. `undefined` for a word of which nobody can tell: `hidden`, `open`.
 */
export function stageOfWord(word: string, key: string): Stage | undefined {
  const said = stages.get(plain(word));
  if (said !== undefined) return said;
  const answer = yes.test(word) ? true : no.test(word) ? false : undefined;
  if (answer === undefined) return undefined;
  if (isHeldBack(key)) return answer ? 'draft' : 'published';
  return asksPublished.test(key) ? (answer ? 'published' : 'draft') : undefined;
}

const asksPublished = /^(?:is[_-]?)?(?:published|live|public|发布|已发布|是否发布|公开|是否公开|上线)$/i;
