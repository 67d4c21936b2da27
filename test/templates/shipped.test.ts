import assert from 'node:assert/strict';
import type { Facts } from '../../src/checks/check.ts';
import { checks } from '../../src/checks/index.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { houseIds, shippedHouse } from '../../src/house/load.ts';
import type { Article } from '../../src/model/article.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { positionAt } from '../../src/model/range.ts';
import { block, newArticle, type TemplateValues } from '../../src/templates/index.ts';
import { blocks, templates } from '../../src/templates/shipped.ts';
import { readSnippet } from './read-snippet.ts';
import { realistic } from './realistic.ts';

const now = Date.UTC(2026, 10, 21, 2, 30);

const people: Readonly<Record<string, Partial<TemplateValues>>> = {
  'china-report': {
    title: '【山海同行·云澜牵手】冷链仓库开仓：果农当天拿到货款',
    reporters: ['林晓禾', '周砚'],
    correspondents: ['贺竹'],
    editor: '许青禾',
  },
  wire: {
    title: 'Night clinic opens: a village stops waiting for the tide',
    reporters: ['Ada Lindqvist'],
    editor: 'Tom Okafor',
    slots: { photographers: 'Ines Maro', agency: 'Meridian Wire' },
  },
};

/** Every finding as a line to read; none is the empty list. */
function findings(article: Article, house: House): readonly string[] {
  const facts: Facts = { files: new Map(), now };
  return review(article, house, facts, undefined, checks).findings.map(({ at, check, message }) => {
    const { line, column } = positionAt(article.lines, at.start);
    return `${line + 1}:${column + 1} ${check}: ${message.en}`;
  });
}

function values(house: string, id: string): TemplateValues {
  const known = people[house] ?? people['china-report'] ?? {};
  const written = realistic[house] ?? realistic['china-report'];
  return { now, ...known, slots: { ...known.slots, ...written?.[id] } };
}

/** What a house has and what it has from the houses that it extends. */
function inherited<Item>(
  by: Readonly<Record<string, Readonly<Record<string, Item>>>>,
  id: string,
): Record<string, Item> {
  return Object.assign({}, ...[id, ...shippedHouse(id).extends].reverse().map((name) => by[name]));
}

for (const id of houseIds) {
  const house = shippedHouse(id);
  describe(`templates of ${id}`, () => {
    it('are the ones that the house lists', () => {
      assert.deepEqual(
        Object.keys(inherited(templates, id)).sort(),
        house.templates.map((template) => template.id).sort(),
      );
      assert.deepEqual(Object.keys(inherited(blocks, id)).sort(), house.blocks.map((template) => template.id).sort());
      if (id in realistic)
        assert.deepEqual(Object.keys(realistic[id] ?? {}).sort(), Object.keys(inherited(templates, id)).sort());
    });

    for (const { id: template } of house.templates) {
      it(`${template}, filled in, has no findings at any stage`, () => {
        const { text, path } = newArticle(house, template, values(id, template));
        for (const stage of ['draft', 'ready', 'published']) {
          const article = parseArticle(text.replace(/\n---\n/, `\nstage: ${stage}\n---\n`));
          assert.deepEqual(findings(article, house), [], text);
          assert.deepEqual(article.frontMatter.faults, []);
        }
        assert.match(path, id === 'plain' ? /^2026-11-21-[^/]+\.md$/ : /^[^/]+\/2026-11-21-[^/]+\.md$/);
        const { furniture } = parseArticle(text);
        const unsigned = id === 'plain' || (id !== 'wire' && template === 'correction');
        const known = people[id] ?? people['china-report'] ?? {};
        const correspondents = /^correspondents:/m.test(text) ? (known.correspondents ?? []) : [];
        assert.deepEqual(
          furniture.bylines.map(({ byline }) => byline.people.map((person) => person.name)),
          unsigned ? [] : [[...(known.reporters ?? []), ...correspondents]],
        );
        for (const picture of furniture.pictures)
          assert.ok(picture.caption !== undefined && picture.credit !== undefined);
        assert.equal(furniture.looseCredits.length, 0);
      });

      it(`${template}, as it opens, has no findings`, () => {
        const { text } = newArticle(house, template, { now });
        assert.deepEqual(findings(parseArticle(text), house), [], text);
      });

      it(`${template} uses every slot it is given, and its snippet leaves none behind`, () => {
        const slots = (realistic[id] ?? realistic['china-report'])?.[template] ?? {};
        const { text, snippet } = newArticle(house, template, values(id, template));
        for (const [name, value] of Object.entries(slots)) if (name !== 'cursor') assert.ok(text.includes(value), name);
        assert.doesNotMatch(text, /\{\{|\}\}/);
        assert.ok(!/\{\{/.test(readSnippet(snippet).text));
      });
    }

    for (const { id: name } of house.blocks) {
      it(`the ${name} block has no findings where it belongs`, () => {
        const known = values(id, 'photo');
        const filled = block(house, name, {
          ...known,
          slots: { ...known.slots, photographers: known.slots?.photographers ?? '周砚' },
        });
        // By the text alone, as it opens; a byline in an article of its own, the rest in one that is signed.
        const front = newArticle(house, house.templates[0]?.id ?? '', known).text.split('---\n')[1] ?? '';
        const byline = block(house, 'byline', known).text;
        const head = id === 'wire' ? 'The tide was out.' : '11月21日，潮水退了。';
        const signed = house.byline.position === 'head' ? `${byline}${head}` : `${byline}\n\n${head}`;
        const body = name === 'byline' ? signed : `${signed}\n\n${filled.text}`;
        const article = parseArticle(`---\n${front}---\n\n${body}\n`);
        assert.deepEqual(findings(article, house), [], body);
        const { furniture } = article;
        assert.equal(furniture.bylines.length, 1);
        assert.equal(
          furniture.pictures.filter((picture) => picture.caption && picture.credit).length,
          name === 'photo' ? 1 : 0,
        );
        assert.equal(furniture.editors.length, name === 'editor-line' ? 1 : 0);
        assert.deepEqual(
          furniture.sections.map((section) => section.kind),
          name === 'related' || name === 'further-reading' ? [name] : [],
        );
      });
    }
  });
}
