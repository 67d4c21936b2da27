import { recordPage } from '../../desk/record-page.ts';
import { fixEdits } from '../../engine/fix-edits.ts';
import { readiness } from '../../engine/readiness.ts';
import { stages } from '../../house/house.ts';
import { inLocale } from '../../model/finding.ts';
import { lineAt } from '../../model/range.ts';
import { nameOf, relativePath } from '../../newsroom/uri.ts';
import { readingOf } from '../../reading/reading.ts';
import { stageWord } from '../../reading/stage.ts';
import { isGated } from '../../reading/steps-wanted.ts';
import { editsOf } from '../field-forms.ts';
import type { Reviewed } from '../reviews.ts';
import type { DeskHandler } from './request.ts';

/** What stands between the article that was reviewed and a stage. */
function readinessOf({ article, inForce, facts, findings, characters, mistakes }: Reviewed, wanted?: string) {
  const stage = stages.find((one) => one === wanted);
  return readiness(article, inForce.house, facts, stage, { findings, characters, mistakes });
}

/** What stands between an article and its next stage, or one that is named. */
export const ready: DeskHandler<'copydesk/ready'> = async (session, { uri, stage: wanted }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const { article, inForce, version } = reviewed;
  const { house } = inForce;
  const locale = session.locale();
  const { stage, next, items, isReady, through } = readinessOf(reviewed, wanted);
  const { override } = house.gate;
  return {
    version,
    title: readingOf(article, house).headline.text || nameOf(uri),
    stage,
    next,
    nextLabel: stageWord(house, next, locale),
    isReady,
    isGated: isGated(house, next),
    mayOverride: override,
    ...(through ? { through } : {}),
    items: items.map(({ kind, text, blocks, at, finding, id }) => {
      const line = lineAt(article.lines, at.start);
      return {
        kind,
        text: inLocale(text, locale),
        blocks,
        line,
        character: at.start - (article.lines[line] ?? 0),
        fixes: (finding?.fixes ?? []).map(({ title }) => inLocale(title, locale)),
        ...(id === undefined ? {} : { id }),
      };
    }),
  };
};

/** The edits of a fix of what stands in the way. */
export const readyFix: DeskHandler<'copydesk/readyFix'> = async (session, { uri, version, item, fix: index }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle || reviewed.version !== version) return null;
  const finding = readinessOf(reviewed).items[item]?.finding;
  const fix = finding?.fixes[index];
  const edits = finding && fix && fixEdits(finding, fix);
  return edits ? editsOf(reviewed, edits) : null;
};

/** The record of an article as a page to print. */
export const record: DeskHandler<'copydesk/record'> = async (session, { uri }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const { article, inForce, facts, characters } = reviewed;
  const { house, root } = inForce;
  const path = (root === undefined ? undefined : relativePath(root, uri)) ?? nameOf(uri);
  const file = facts.record ?? undefined;
  const html = recordPage(article, house, { path, characters, file, now: session.now() }, session.locale());
  return { title: readingOf(article, house).headline.text || nameOf(uri), html };
};
