import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Tried, tryOut } from '../../src/engine/house-cases.ts';
import type { CaseKind } from '../../src/house/house-case.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { parseLine } from '../../src/model/parse-line.ts';

/** Bylines and credits in the forms of real archives, read by hand. */
const folder = path.resolve('test/model/domain');

interface Sample {
  readonly text: string;
  readonly kind: string;
  readonly ok: boolean;
}

function samples(file: string, from = folder): readonly Sample[] {
  return readFileSync(path.join(from, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
}

/** Which strings are of a house's own practice. */
const practices: Readonly<Record<string, { readonly byline: RegExp; readonly credit: RegExp }>> = {
  'china-report': { byline: /^中国报道讯/, credit: /^（(?:\p{Script=Han}{2,3}摄|资料图|受访者供图)）$/u },
  'xinhua-wire': { byline: /^[（(]?新华社|^（参与记者/, credit: /新华社/ },
  'people-paper': { byline: /^本报[^讯]+电|^（本报记者/, credit: /人民视觉|新华社发/ },
  'cns-half-width': { byline: /^中新[社网]/, credit: /中新社/ },
  'ycwb-colon': { byline: /^羊城晚报/, credit: /^（(?:通讯员|受访者)/ },
  magazine: { byline: /^本刊/, credit: /^图\// },
};

/** Where the archive's half-width marks are an accident of the archive, they are put back. */
function unfolded({ text, kind }: Sample): string {
  if (!kind.includes('/folded')) return text;
  return text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(':', '：');
}

/** Nothing is found, or only that the brackets are of the width which the house does not use. */
function isSilent({ read, finds }: Tried, text: string, brackets: 'full' | 'half'): boolean {
  const foreign = brackets === 'full' ? /[()]/ : /[（）]/;
  return read && (finds.length === 0 || (foreign.test(text) && finds.join() === 'width'));
}

describe('an archive’s well-formed strings, by the house whose practice they follow', () => {
  for (const [id, practice] of Object.entries(practices)) {
    it(`${id} finds nothing in them`, () => {
      const house = shippedHouse(id);
      const rates: string[] = [];
      const wrong: string[] = [];
      for (const kind of ['byline', 'credit'] as const satisfies readonly CaseKind[]) {
        const mine = samples(`${kind}s.jsonl`).filter(({ text, ok }) => ok && practice[kind].test(text));
        let silent = 0;
        for (const sample of mine) {
          // The house writes one width, and so does the desk that keeps the archive, for credits as for bylines.
          const text = id === 'cns-half-width' ? sample.text : unfolded(sample);
          const tried = tryOut(kind, text, house);
          if (isSilent(tried, text, house[kind].brackets)) silent++;
          else wrong.push(`${text}: ${tried.read ? tried.finds.join() : 'not read'}`);
        }
        rates.push(`${kind}s ${silent}/${mine.length}`);
        assert.ok(mine.length > 0);
      }
      assert.deepEqual(wrong, [], rates.join(', '));
    });
  }

  it('and every byline in them is one in an article too', () => {
    const house = shippedHouse('chinese');
    const unread = samples('bylines.jsonl').filter(
      ({ text, kind, ok }) =>
        ok &&
        !/^(?:affil_note|staff_line|end_sign\.agency|author_line)/.test(kind) &&
        !tryOut('byline', text, house).read,
    );
    assert.deepEqual(
      unread.map(({ text }) => text),
      [],
    );
  });
});

describe('fixes by every kind of house', () => {
  const heldout = path.resolve('test/model/heldout');

  for (const id of ['chinese', 'xinhua-wire', 'cns-half-width', 'magazine', 'wire']) {
    it(`change nobody’s name or role, and are done at once: ${id}`, () => {
      const house = shippedHouse(id);
      let mended = 0;
      for (const kind of ['byline', 'credit'] as const) {
        const people = (text: string) =>
          parseLine(text, kind).people.map(({ name, role }) => `${name.replace(/\s/g, '')} ${role ?? ''}`);
        for (const { text } of samples(`${kind}s.jsonl`, heldout)) {
          const { fixed } = tryOut(kind, text, house);
          if (fixed === text) continue;
          mended++;
          assert.deepEqual(people(fixed), people(text), `${text} → ${fixed}`);
          assert.equal(tryOut(kind, fixed, house).fixed, fixed);
        }
      }
      assert.ok(mended > 0);
    });
  }
});

describe('running text', () => {
  const corpus = path.resolve('test/corpus');
  const texts = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const { passages, furniture } = parseArticle(readFileSync(path.join(corpus, file), 'utf8'));
      const { bylines, pictures, looseCredits, editors } = furniture;
      const known = new Set([...bylines, ...pictures, ...looseCredits, ...editors].map(({ passage }) => passage));
      return passages
        .filter((passage) => passage.kind === 'paragraph' && !known.has(passage))
        .map(({ prose }) => prose.text);
    });

  it('is no byline, even where a byline could stand', () => {
    assert.ok(texts.length > 100);
    for (const id of ['chinese', 'magazine']) {
      const house = shippedHouse(id);
      const signed = texts.filter((text) => !tryOut('text', text, house).read);
      // A note on who wrote the items of a page is one that signs.
      assert.deepEqual(
        signed.filter((text) => !text.startsWith('（本栏稿件由')),
        [],
        id,
      );
    }
  });
});
