import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsOf } from '../../src/cli/facts.ts';
import { housesOf } from '../../src/cli/houses.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { speaker } from '../../src/cli/messages.ts';
import type { Report } from '../../src/cli/report.ts';
import { decode } from '../../src/disk/decode.ts';
import { uriOf } from '../../src/disk/place.ts';
import { fixAll, fixEdits } from '../../src/engine/fix.ts';
import { review, reviewCache } from '../../src/engine/review.ts';
import { houseIds } from '../../src/house/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { parseArticle, parseCache } from '../../src/model/parse.ts';
import { wantedBy } from '../../src/newsroom/facts.ts';
import { marksAlone } from './marks-alone.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const corpus = join(root, 'test/corpus');
const stored = join(corpus, 'findings.txt');
/** All articles are older than this. */
const now = Date.UTC(2026, 11, 31, 12);

const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && statSync(join(corpus, path)).isFile())
  .sort();
const quiet = { write: () => {} };
const nowhere: Io = {
  stdout: quiet,
  stderr: quiet,
  readStdin: async () => new Uint8Array(),
  readLine: async () => undefined,
  cwd: corpus,
  env: { LANG: 'en' },
  now: () => now,
  isTTY: false,
  columns: undefined,
};
const known = housesOf({ io: nowhere, locale: 'en', say: speaker('en'), values: {}, given: [], operands: [] });
const factsAt = factsOf(known, now);

async function read(path: string) {
  const decoded = decode(readFileSync(join(corpus, path)));
  assert.ok(decoded.kind === 'text');
  const uri = uriOf(join(corpus, path));
  const inForce = await known.of(uri);
  const article = parseArticle(decoded.text);
  return {
    text: decoded.text,
    article,
    house: inForce.house,
    facts: await factsAt(wantedBy(article, inForce.house), { inForce, uri }),
  };
}

async function report(...argv: string[]): Promise<Report> {
  let out = '';
  const io: Io = {
    ...nowhere,
    stdout: {
      write: (text) => {
        out += text;
      },
    },
  };
  await main(['check', '--format', 'json', ...argv], io);
  return JSON.parse(out);
}

/** Letters, digits and Han characters alone: what no fix of punctuation may change. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const safe = ({ fixes }: Finding): boolean => fixes.some((fix) => fix.safe);

describe('the corpus', () => {
  it('has articles of every shape', () => {
    assert.ok(paths.length >= 40, `only ${paths.length}`);
    const texts = paths.map((path) => readFileSync(join(corpus, path), 'utf8'));
    assert.ok(
      texts.some((text) => text.includes('\r\n')),
      'CRLF',
    );
    assert.ok(
      texts.some((text) => text.startsWith('\uFEFF')),
      'a byte-order mark',
    );
  });

  it('has articles of every shipped house', () => {
    const houses = readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => /^extends: (\S+)$/m.exec(readFileSync(join(corpus, name, 'copydesk.yml'), 'utf8'))?.[1]);
    assert.deepEqual(
      houseIds.filter((id) => !houses.includes(id)),
      [],
    );
  });

  it('has the findings that are stored, and no others (UPDATE=1 rewrites them)', async () => {
    const { files: reported } = await report();
    assert.deepEqual(reported.map(({ path }) => path).sort(), paths, 'the command line reads every article');
    const lines: string[] = [];
    for (const { path, findings } of reported) {
      const { text } = await read(path);
      for (const { check, severity, message, range, fixes } of findings) {
        const actual = JSON.stringify(
          text.slice(range.start.offset, Math.min(range.end.offset, range.start.offset + 24)),
        );
        const fix = fixes.some((one) => one.safe) ? ' [safe fix]' : fixes.length > 0 ? ' [fix]' : '';
        lines.push(
          `${path}:${range.start.line}:${range.start.column} ${severity} ${check} ${actual}: ${message}${fix}\n`,
        );
      }
    }
    const found = lines.join('');
    if (process.env.UPDATE === '1') writeFileSync(stored, found);
    assert.equal(found, readFileSync(stored, 'utf8'));
  });

  for (const path of paths) {
    it(`${path}: places point at what they say`, async () => {
      const { article, house, facts, text } = await read(path);
      for (const finding of review(article, house, facts).findings) {
        const { at, check, fixes } = finding;
        assert.ok(at.start >= 0 && at.start <= at.end && at.end <= text.length, check);
        if (at.prose !== undefined && at.to > at.from) {
          const prose = at.prose.rendered.slice(at.from, at.to);
          const verbatim = Array.from({ length: at.to - at.from }, (_, index) =>
            at.prose?.kindAt(at.from + index),
          ).every((kind) => kind === 'verbatim');
          if (verbatim) assert.equal(text.slice(at.start, at.end), prose, check);
        }
        for (const fix of fixes) assert.ok(fixEdits(finding, fix) !== undefined, check);
      }
    });

    it(`${path}: fixing reaches an end, where nothing fixable is left, and marks change no word`, async () => {
      const { text, house, facts, article } = await read(path);
      const once = fixAll(text, house, facts);
      const twice = fixAll(once.text, house, facts);
      assert.equal(twice.text, once.text);
      assert.deepEqual(
        once.findings.filter(safe).map(({ check }) => check),
        [],
      );
      // Words are changed by the checks that say so alone.
      const marks = fixAll(text, house, facts, { only: marksAlone });
      const fixed = parseArticle(marks.text);
      assert.equal(
        letters(marks.text.slice(fixed.frontMatter.bodyStart)),
        letters(text.slice(article.frontMatter.bodyStart)),
      );
      assert.equal(/[^\r]\n/.test(text), /[^\r]\n/.test(once.text), 'line ends');
    });

    it(`${path}: a review with the last one's cache finds the same as one without`, async () => {
      const { text, house, facts } = await read(path);
      const parsing = parseCache();
      const cache = reviewCache();
      const at = Math.floor(text.length * 0.7);
      for (const edited of [text, `${text.slice(0, at)}，${text.slice(at)}`, text]) {
        const warm = review(parseArticle(edited, parsing), house, facts, cache);
        const cold = review(parseArticle(edited), house, facts);
        const plain = (findings: readonly Finding[]) =>
          findings.map(({ check, at: place, message }) => [check, place.start, place.end, message.en]);
        assert.deepEqual(plain(warm.findings), plain(cold.findings));
        assert.equal(warm.characters, cold.characters);
      }
    });
  }
});
