import type { Article } from '../model/article.ts';
import type { Finding, Locale } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { positionAt } from '../model/range.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import type { Site } from '../newsroom/site.ts';
import { renderCards } from '../page/card.ts';
import { pageChange, type ShownFinding } from '../page/change.ts';
import { houseForText, isRemote, type OwnPage, type Page, type PageOptions, renderPage } from '../page/index.ts';
import { changedProse } from '../reading/changed-prose.ts';
import { lineEdits, menuTitle } from './actions.ts';
import { wordsOf } from './diagnostics.ts';
import type { DeskRequests, ImageBase } from './protocol.ts';
import type { Reviewed } from './reviews.ts';

/** What drawing for previews needs of the server. */
interface Drawing {
  current(uri: string): Promise<Reviewed | undefined>;
  /** The findings that the editor shows for a review now. */
  shown(reviewed: Reviewed): Promise<readonly Finding[]>;
  own(inForce: HouseInForce, images: ImageBase | undefined): Promise<OwnPage | undefined>;
  /** The newsroom's name and logo. */
  site(uri: string, inForce: HouseInForce): Promise<Site>;
  image(reviewed: Reviewed, images: ImageBase, src: string): string | undefined;
  /** Where a file of the workspace is shown, by its uri. */
  file(uri: string, images: ImageBase): string | undefined;
  /** Another number once pictures have changed under their names. */
  pictures(): number;
  locale(): Locale;
}

/** What previews show, so that only what changed is sent. */
export interface PreviewPages {
  change(wanted: DeskRequests['copydesk/pageChange']['params']): Promise<DeskRequests['copydesk/pageChange']['result']>;
  fix(wanted: DeskRequests['copydesk/pageFix']['params']): Promise<DeskRequests['copydesk/pageFix']['result']>;
}

interface Kept {
  readonly number: number;
  readonly page: Page;
  readonly reviewed: Reviewed;
  readonly findings: readonly Finding[];
  readonly wanted: string;
  readonly own: OwnPage | undefined;
  readonly remote: number;
}

/** How many previews are remembered; one that was forgotten is sent its whole page. */
const mostPreviews = 16;

export function previewPages(drawing: Drawing): PreviewPages {
  const kept = new Map<string, Kept>();
  let count = 0;

  function keep(preview: string, next: Kept): void {
    kept.delete(preview);
    kept.set(preview, next);
    const oldest = kept.keys().next().value;
    if (kept.size > mostPreviews && oldest !== undefined) kept.delete(oldest);
  }

  /** The version before, read once for as long as it is asked for. */
  let lastEarlier: Article | undefined;
  function earlier(text: string): Article {
    if (lastEarlier?.text !== text) lastEarlier = parseArticle(text);
    return lastEarlier;
  }

  return {
    async change({ uri, preview, base, images, trusted, remote, findings: marked, since, cards }) {
      const reviewed = await drawing.current(uri);
      if (!reviewed) return null;
      const { article, inForce, version } = reviewed;
      const house = houseForText(article, inForce.house);
      const { name, logo } = await drawing.site(uri, inForce);
      const logoUrl = logo !== undefined && images ? drawing.file(logo, images) : undefined;
      const site = { name, ...(logoUrl === undefined ? {} : { logo: logoUrl }) };
      const own = trusted ? await drawing.own(inForce, images) : undefined;
      const findings = marked ? await drawing.shown(reviewed) : [];
      const locale = drawing.locale();
      const wanted = JSON.stringify([images, trusted, remote, marked, cards, locale, drawing.pictures(), site, since]);
      const known = kept.get(preview);
      const shown = known?.number === base ? known : undefined;
      if (
        shown?.reviewed === reviewed &&
        shown.wanted === wanted &&
        shown.own === own &&
        (shown.findings === findings || shown.findings.length + findings.length === 0)
      ) {
        return { same: true, version };
      }
      const blocked = new Set<string>();
      const image = (src: string): string | undefined => {
        if (isRemote(src)) {
          if (remote && /^https:\/\//i.test(src)) return src;
          blocked.add(src);
          return undefined;
        }
        return images ? drawing.image(reviewed, images, src) : undefined;
      };
      const options: PageOptions = {
        locale,
        image,
        site,
        findings,
        now: reviewed.facts.now,
        ...(own ? { own } : {}),
        ...(since ? { changes: { since: since.name, prose: changedProse(earlier(since.text), article, house) } } : {}),
      };
      const page = renderPage(article, house, options);
      const say = (finding: Finding): ShownFinding => {
        const { line, column } = positionAt(article.lines, finding.at.start);
        const fixes = finding.fixes.map((fix) => menuTitle(fix, locale));
        return { severity: finding.severity, message: wordsOf(finding, locale), fixes, line, column };
      };
      count++;
      keep(preview, { number: count, page, reviewed, findings, wanted, own, remote: blocked.size });
      return {
        same: false,
        version,
        ...pageChange(shown, page, count, say),
        remote: blocked.size,
        ...(cards ? { cards: renderCards(article, house, options) } : {}),
      };
    },

    async fix({ preview, number, block, finding: index, fix: at }) {
      const shown = kept.get(preview);
      if (shown?.number !== number) return null;
      const { reviewed, page } = shown;
      // Read anew when it was edited meanwhile: a fix of an older text would write into the wrong place.
      const now = await drawing.current(reviewed.uri);
      if (now?.version !== reviewed.version || now.article.text !== reviewed.article.text) return null;
      const finding = (block < 0 ? page.findings : page.blocks[block]?.findings)?.[index];
      const fix = finding?.fixes[at];
      const edits = finding && fix && lineEdits(reviewed, finding, fix);
      return edits ? { version: reviewed.version, edits } : null;
    },
  };
}
