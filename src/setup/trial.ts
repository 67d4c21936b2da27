import { review } from '../engine/review.ts';
import type { Localized } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { factSource, wantedBy } from '../newsroom/facts.ts';
import { houseFile } from '../newsroom/files.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { inPlaceOf } from '../newsroom/in-place.ts';
import { loadHouse, loadStaff } from '../newsroom/load-house.ts';
import { newsroomIndex } from '../newsroom/newsroom-index.ts';
import { siteRootsOf } from '../newsroom/site-roots.ts';
import { joinUri } from '../newsroom/uri.ts';
import { withValues } from '../newsroom/values-from.ts';
import { readText, type World } from '../newsroom/world.ts';
import type { Observation, Watch } from './observe.ts';
import { type Counted, type Tally, tally } from './tally.ts';

/** What a proposed house says of the archive that it was proposed from. */
export interface Trial {
  readonly articles: number;
  readonly characters: number;
  /** Errors and warnings by check. `value`: its id. `files`: articles in which it says something. */
  readonly checks: readonly TriedCheck[];
  /** Faults of the proposed house itself; none, unless we are at fault. */
  readonly faults: readonly Localized[];
}

/** What one check says of an archive under its proposed house. */
export interface TriedCheck {
  readonly check: string;
  readonly findings: number;
  /** In how many articles. */
  readonly articles: number;
  readonly files: readonly string[];
  /** What it says first. */
  readonly sample: Localized;
  /** By the field of the front matter, in how many articles. */
  readonly fields: readonly Counted<string>[];
}

/** More articles than this tell no more. */
const most = 400;

/** Reviews an archive under a house that was proposed for it. */
export async function tryHouse(
  world: World,
  seen: Observation,
  texts: { readonly house: string; readonly staff: string | undefined },
  now: number,
  { signal, trying }: Watch = {},
): Promise<Trial> {
  const { house: loaded, salvaged, findings: faults } = loadHouse(texts.house, houseFile, undefined, '');
  const { house: plain } = await withValues(world, loaded ?? salvaged, seen.folder);
  const house = texts.staff === undefined ? plain : { ...plain, staff: loadStaff(texts.staff).people };
  const inForce: HouseInForce = {
    house,
    root: seen.folder,
    file: joinUri(seen.folder, houseFile),
    faulty: false,
    isUnknown: false,
    folders: [seen.folder],
    staffFiles: [],
    leftOut: undefined,
    ...(house.static && house.static.length > 0 ? { siteRoots: siteRootsOf(house, seen.folder) } : {}),
  };
  // Links and other articles are looked for as they will be under this house.
  const own = joinUri(seen.folder, houseFile);
  const index = newsroomIndex(world, { keys: () => [], text: () => undefined }, () => Promise.resolve(own));
  const facts = factSource(world, () => now, index);
  const found = new Map<
    string,
    { findings: number; articles: Set<string>; files: Tally<string>; sample: Localized; fields: Tally<string> }
  >();
  let [articles, characters] = [0, 0];
  // Nothing is counted of drafts, and they are checked as the others are.
  const files = [...seen.articles, ...seen.drafts];
  const step = Math.max(1, files.length / most);
  for (let at = 0; at < files.length; at += step) {
    const path = files[Math.floor(at)]?.path ?? '';
    signal?.throwIfAborted();
    trying?.(articles, Math.min(most, files.length));
    const uri = joinUri(seen.folder, ...path.split('/'));
    const text = await readText(world, uri);
    if (text === undefined) continue;
    const article = parseArticle(text);
    const here = inPlaceOf(inForce, uri);
    const known = await facts.gather(wantedBy(article, here.house), here, uri, seen.folder);
    const told = review(article, here.house, known);
    articles++;
    characters += told.characters;
    for (const { check, severity, message, at: place } of told.findings) {
      if (severity === 'info') continue;
      const one = found.get(check) ?? {
        findings: 0,
        articles: new Set<string>(),
        files: tally<string>(),
        sample: message,
        fields: tally<string>(),
      };
      found.set(check, one);
      one.findings++;
      one.articles.add(path);
      one.files.add(path, path);
      const entry = article.frontMatter.entries.find(
        ({ lines }) => place.start >= lines.start && place.start < lines.end,
      );
      if (entry !== undefined) one.fields.add(entry.key, path);
    }
  }
  return {
    articles,
    characters,
    checks: [...found]
      .map(([check, { findings, articles: where, sample, fields }]) => ({
        check,
        findings,
        articles: where.size,
        files: [...where].slice(0, 20),
        sample,
        fields: fields.sorted(),
      }))
      .sort((a, b) => b.findings - a.findings),
    faults: faults.map(({ message }) => message),
  };
}
