import type { Facts, Rule } from '../checks/check.ts';
import { rules as shippedRules } from '../checks/index.ts';
import { fieldOfKey } from '../house/field-keys.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import { indentsCode } from '../house/indented-code.ts';
import type { Article, Passage } from '../model/article.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { readFrontMatter } from '../model/front-matter/read-front-matter.ts';
import { scalarsOf } from '../model/front-matter/values.ts';
import { INDENTED } from '../model/markdown/indented.ts';
import { applyEdits } from '../model/range.ts';
import { houseInField } from '../reading/language-field.ts';
import { readingOf } from '../reading/reading.ts';
import { allowanceFindings, allowed } from './allow.ts';
import { countCharacters, isCountedInWords } from './characters.ts';
import { collapsed } from './collapse.ts';
import { weighMistakes } from './error-rate.ts';
import { safeInFrontMatter } from './front-matter-safety.ts';
import { type ActiveChecks, activeArticle, activePassage, prepare, prepareFor } from './prepare.ts';
import { withoutRivals } from './rivals.ts';

/** What one review found. */
export interface Review {
  /** In source order. */
  readonly findings: readonly Finding[];
  /** Characters of the body as editors count them (字数): each Han character and full-width mark, each Latin word or number. */
  readonly characters: number;
  /** How many mistakes the findings are, as the house weighs them; see `weighMistakes`. */
  readonly mistakes: number;
}

/** What a review knows of a passage by its text alone; findings are kept in offsets of the prose. */
interface KeptPassage {
  readonly findings: readonly Finding[];
  readonly characters: number;
}

/**
 * Findings of passages from earlier reviews of an article; give the same one again to review a keystroke. It
 * forgets everything when the house changes, and a passage when the parse cache does.
 */
export interface ReviewCache {
  house: House | undefined;
  /** By what a passage is, then by what it reads. */
  passages: Map<string, WeakMap<object, KeptPassage>>;
}

/** A cache with nothing in it. */
export function reviewCache(): ReviewCache {
  return { house: undefined, passages: new Map() };
}

/**
 * The one verdict: editor, command line, CI and preview all call this. Never throws: a check that fails becomes a
 * `check-failed` finding.
 *
 * @param cache what the last review of this article left; changed by the call
 * @param rules for tests of one check; otherwise all that we ship
 */
export function review(
  article: Article,
  house: House,
  facts: Facts,
  cache?: ReviewCache,
  rules: readonly Rule[] = shippedRules,
): Review {
  const { findings, characters, mistakes } = judge(article, house, facts, cache, rules);
  return { findings: collapsed(findings), characters, mistakes };
}

/** {@link review} with every finding by itself, however often it says the same: for whoever mends them in bulk. */
export function judge(
  written: Article,
  given: House,
  facts: Facts,
  cache?: ReviewCache,
  rules: readonly Rule[] = shippedRules,
): Review {
  const house = houseInField(written, given);
  const article = withoutCode(written, house);
  const active = prepare(house, rules);
  const kept = cache && (cache.house === house ? cache.passages : new Map<string, WeakMap<object, KeptPassage>>());
  const found: Finding[] = [];
  let characters = 0;
  if (kept === undefined) prepareFor(active, article.passages);
  for (const passage of article.passages) characters += reviewPassage(passage, active, kept, found);
  const reading = readingOf(article, house);
  for (const passage of reading.fieldPassages) reviewPassage(passage, active, kept, found);
  activeArticle(active, reading, facts, found);
  if (cache && kept) {
    cache.house = house;
    cache.passages = kept;
  }
  const judged = allowed(article, house, found);
  const all = outsideConflict(article, [...judged.findings, ...allowanceFindings(judged, active)]);
  const findings = [...withoutRivals(all.map((one) => safeInFrontMatter(article, inItsOwnWords(article, one))))];
  findings.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || (a.check < b.check ? -1 : 1));
  return {
    findings: byTheirStandards(article, findings),
    characters,
    mistakes: weighMistakes(findings, reading, rules),
  };
}

/** The standards of Chinese text, and the rules for those who publish it. */
const national = /^(?:GB|CY)\b|\p{Script=Han}/u;

/** What is found in an article that is written in letters rests on no standard of Chinese text. */
function byTheirStandards(article: Article, findings: readonly Finding[]): readonly Finding[] {
  const isNational = ({ source }: Finding): boolean => source !== undefined && national.test(source);
  if (!findings.some(isNational) || !isCountedInWords(article)) return findings;
  return findings.map((finding) => {
    if (!isNational(finding)) return finding;
    const { source: _, ...rest } = finding;
    return rest;
  });
}

/** Of a front matter with two versions in it only that is said: what else is found in it is of neither. */
function outsideConflict({ conflicts, frontMatter }: Article, findings: readonly Finding[]): readonly Finding[] {
  if (!conflicts.some(({ start }) => start < frontMatter.bodyStart)) return findings;
  return findings.filter(({ at, check }) => at.start >= frontMatter.bodyStart || check === 'conflict-marker');
}

/** In TOML and JSON a fix that was made for YAML is offered only where it is read there as well. */
function inItsOwnWords(article: Article, finding: Finding): Finding {
  const { frontMatter, text } = article;
  if (frontMatter.kind !== 'toml' && frontMatter.kind !== 'json') return finding;
  if (finding.at.start >= frontMatter.bodyStart || !finding.fixes.some(({ source }) => source)) return finding;
  const holds = ({ source }: Fix): boolean => {
    if (source === undefined) return true;
    const { kind, faults } = readFrontMatter(applyEdits(text, source));
    return kind === frontMatter.kind && faults.length <= frontMatter.faults.length;
  };
  return { ...finding, fixes: finding.fixes.filter(holds) };
}

/** An article without what its house says is code: indented text, which is prose elsewhere. */
function withoutCode(article: Article, house: House): Article {
  if (!indentsCode(house) || !article.tokens.some(({ markup }) => markup === INDENTED)) return article;
  const passages = article.passages.filter(({ token }) => article.tokens[token - 1]?.markup !== INDENTED);
  return { ...article, passages };
}

function reviewPassage(
  passage: Passage,
  active: ActiveChecks,
  kept: Map<string, WeakMap<object, KeptPassage>> | undefined,
  found: Finding[],
): number {
  const { prose } = passage;
  if (kept === undefined) {
    // Nobody asks again.
    for (const finding of activePassage(active, passage)) found.push(finding);
    return countCharacters(prose.rendered);
  }
  const sort = passage.field ?? (passage.level > 0 ? `h${passage.level}` : passage.kind);
  let byText = kept.get(sort);
  if (byText === undefined) {
    byText = new WeakMap();
    kept.set(sort, byText);
  }
  const known = byText.get(prose.identity);
  if (known !== undefined) {
    // The same text may stand elsewhere now: places are cut again from this passage's prose.
    for (const finding of known.findings) found.push({ ...finding, at: prose.at(finding.at.from, finding.at.to) });
    return known.characters;
  }
  const fresh = { findings: activePassage(active, passage), characters: countCharacters(prose.rendered) };
  for (const finding of fresh.findings) found.push(finding);
  byText.set(prose.identity, fresh);
  return fresh.characters;
}

/** The paths an article refers to (images and paths in the front matter), as written, for the host to look up. */
export function references(article: Article, house: House): readonly string[] {
  const paths = new Set<string>();
  for (const { src } of article.furniture.pictures) paths.add(src);
  for (const { key, value } of article.frontMatter.entries) {
    const field = fieldOfKey(house, key);
    const names = field && typesOfField[itemType(field)].names;
    if (names !== 'picture' && names !== 'file') continue;
    for (const scalar of scalarsOf(value)) if (typeof scalar.value === 'string') paths.add(scalar.value);
  }
  paths.delete('');
  // What a generator fills in names no file yet.
  return [...paths].filter((path) => !/\{\{|\{%|<%|\$\{|__[A-Z][A-Z_]*__|%[A-Z][A-Z_]{2,}%/.test(path));
}
