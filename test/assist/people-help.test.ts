import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completePeople } from '../../src/assist/people-complete.ts';
import {
  colleagueAt,
  definitionOfPerson,
  hoverPerson,
  isOneName,
  personAt,
  renameInStaff,
  renamePerson,
} from '../../src/assist/people-help.ts';
import type { Field, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { readingOf } from '../../src/reading/reading.ts';

const list = `staff:
  - {name: 苏禾, role: 记者, desk: 乡村}
  - {name: 尚林溪, role: 记者, pen-names: [溪山], email: lin@example.org}
  - {name: 程慎, role: 通讯员}
  - {name: 郁成荫, role: 责任编辑}
  - {name: 莫远舟, role: 摄影记者}
  - {name: Anna Field, role: reporter}
  - {name: 老记者, role: 记者, to: 2019}
`;
const { people: staff } = readStaff(list);
const paper: House = { ...shippedHouse('china-report'), staff };
const wire: House = { ...shippedHouse('wire'), staff };
const now = Date.UTC(2026, 4, 4, 2);
const front = '---\ntitle: 柿子\nreporters: [尚林溪]\n---\n\n';

/** The cursor is the `|` that comes last. */
function cut(marked: string): { readonly text: string; readonly at: number } {
  const at = marked.lastIndexOf('|');
  return { text: marked.slice(0, at) + marked.slice(at + 1), at };
}

function offered(marked: string, house = paper): readonly string[] {
  const { text, at } = cut(marked);
  return completePeople(parseArticle(text), house, at, now).map(({ label }) => label);
}

/** The text after the offer for `label` is taken, the cursor left out. */
function taken(marked: string, label: string, house = paper): string {
  const { text, at } = cut(marked);
  const offer = completePeople(parseArticle(text), house, at, now).find((one) => one.label === label);
  assert.ok(offer, `${label} is not offered`);
  return applyEdits(text, [{ ...offer.range, text: offer.text }]);
}

describe('people: completion', () => {
  it('offers of thousands those whom fits what is typed: a part of the name, its pinyin, its initials, a pen-name', () => {
    const many = Array.from({ length: 4000 }, (_, index) => ({
      ...staff[0],
      name: `岑${String.fromCharCode(0x5200 + (index % 60), 0x5300 + Math.floor(index / 60))}`,
      penNames: [],
    }));
    const crowd = { ...paper, staff: [...many, ...staff] } as House;
    const at = (typed: string): readonly string[] => offered(`${front}中国报道讯（记者 ${typed}|`, crowd);
    assert.equal(at('').length, 200);
    assert.equal(at('')[0], '尚林溪');
    for (const typed of ['苏', '苏禾', 'suhe', 'sh']) assert.ok(at(typed).includes('苏禾'), typed);
    assert.deepEqual(at('苏禾'), ['苏禾']);
    assert.ok(at('老记').includes('老记者'));
    assert.deepEqual(at('尚').slice(0, 1), ['尚林溪']);
    const inField = offered('---\ntitle: 柿子\nreporters: [苏|]\n---\n\n清泉镇。\n', crowd);
    assert.deepEqual(inField, ['苏禾']);
  });

  it('puts first whom the front matter names, then whose role fits, and last who has left', () => {
    const names = offered(`${front}中国报道讯（|`);
    assert.deepEqual(names.slice(0, 3), ['尚林溪', '苏禾', '莫远舟']);
    assert.equal(names.at(-1), '老记者');
    assert.equal(offered(`${front}中国报道讯（尚林溪 通讯员|`)[0], '程慎');
    assert.equal(offered(`${front}清泉镇。\n\n责任编辑：|`)[0], '郁成荫');
    assert.equal(offered(`${front}清泉镇。\n\n![](a.jpg)\n柿子红了。（|`)[0], '莫远舟');
  });

  for (const marked of [
    '中国报道讯（|',
    '中国报道讯（|）清泉镇的柿子红了。',
    '中国报道讯（苏|',
    '中国报道讯（记者|',
    '中国报道讯（记者苏|报道）清泉镇的柿子红了。',
    '中国报道讯（程慎 |',
    '中国报道讯（程慎、|）清泉镇的柿子红了。',
    '中国报道讯（|清泉镇的柿子红了。',
    '本报讯 记者|',
    '新华社清泉5月4日电（记者|',
    '记者：|',
    '正文。\n\n责任编辑：|',
    '正文。\n\n（责任编辑：苏|）',
    '正文。\n\n![](a.jpg)\n柿子红了。（|',
    '正文。\n\n![](a.jpg)\n柿子红了。（苏|摄）',
    '正文。\n\n![](a.jpg)\n\n柿子红了。苏|摄',
    '正文。\n\n![](a.jpg)\n\n柿子红了 |',
    '正文。\n\n摄影：|',
  ]) {
    it(`offers names at ${JSON.stringify(marked)}`, () => {
      assert.ok(offered(front + marked).includes('苏禾'));
      const text = taken(front + marked, '苏禾');
      assert.equal(text, front + marked.replace(/苏?\|/, '苏禾'));
    });
  }

  for (const marked of ['By |', 'By An|', 'By Jane Doe and |', 'By Jane Doe and Anna F|', 'Photo by |']) {
    it(`offers names at ${JSON.stringify(marked)} in English`, () => {
      assert.match(taken(`---\ntitle: Harbour\n---\n\n${marked}`, 'Anna Field', wire), /(?:By|and|by) Anna Field$/);
    });
  }

  for (const marked of [
    '中国报道讯（苏禾报道）清泉镇的柿子红了，苏|',
    '清泉镇的柿子红了，苏|',
    '清泉|',
    '记者从清泉镇获悉，苏|',
    '正文。\n\n![](a.jpg)\n\n柿子红了|',
    '中国报道讯（|苏禾报道）清泉镇的柿子红了。',
    '## 中国报道讯（|',
    'The harbour|',
    '`中国报道讯（|`',
  ]) {
    it(`offers nobody at ${JSON.stringify(marked)}`, () => assert.deepEqual(offered(front + marked), []));
  }

  it('replaces all of the name that the cursor is in', () => {
    assert.equal(taken(`${front}中国报道讯（苏|小禾 程慎）柿子`, '苏禾'), `${front}中国报道讯（苏禾 程慎）柿子`);
  });

  it('leaves out who is named already', () => {
    assert.ok(!offered(`${front}中国报道讯（苏禾 |`).includes('苏禾'));
    assert.ok(!offered('---\nreporters: [苏禾, |\n---\n').includes('苏禾'));
    assert.ok(!offered('---\nreporters:\n  - 苏禾\n  - |\n---\n').includes('苏禾'));
  });

  it('completes the fields of the front matter, half typed', () => {
    const body = '\n---\n\n中国报道讯（莫远舟报道）柿子红了。\n';
    assert.equal(offered(`---\ntitle: 柿子\nreporters: |${body}`)[0], '莫远舟');
    assert.equal(
      taken(`---\ntitle: 柿子\nreporters: |${body}`, '莫远舟'),
      `---\ntitle: 柿子\nreporters: [莫远舟]${body}`,
    );
    assert.equal(taken(`---\nreporters: [苏禾,|${body}`, '程慎'), `---\nreporters: [苏禾, 程慎${body}`);
    assert.equal(taken(`---\neditor:|${body}`, '郁成荫'), `---\neditor: 郁成荫${body}`);
    assert.deepEqual(offered(`---\ntitle: |${body}`), []);
  });

  it('spaces a name of two characters in bylines where the house does', () => {
    const spaced: House = { ...paper, byline: { ...paper.byline, twoCharacterName: 'spaced' } };
    assert.equal(taken(`${front}中国报道讯（|`, '苏禾', spaced), `${front}中国报道讯（苏　禾`);
    assert.equal(taken(`---\neditor: |\n---\n`, '苏禾', spaced), '---\neditor: 苏禾\n---\n');
  });

  it('offers names of the article where there is no staff list', () => {
    const { staff: _, ...house } = paper;
    assert.deepEqual(offered(`${front}中国报道讯（|`, house), ['尚林溪']);
    assert.deepEqual(offered('---\nreporters: |\n---\n\n中国报道讯（苏禾报道）柿子', house), ['苏禾']);
  });

  it('offers something or nothing at any place of any text, on one line and around the cursor', () => {
    const pieces = [
      '中国报道讯（',
      '）',
      '苏禾',
      '记者',
      '、',
      '摄',
      '\n\n',
      '\n',
      ' ',
      '　',
      '责任编辑：',
      '![](a.jpg)',
      'By ',
      'Anna',
      '**',
      '&amp;',
      '---\n',
      'reporters: [',
      ']',
      '王 刚',
      '\ud83d',
      '甲',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), fc.nat(), (parts, place) => {
        const text = parts.join('');
        const at = text.length === 0 ? 0 : place % (text.length + 1);
        for (const { range } of completePeople(parseArticle(text), paper, at, now)) {
          assert.ok(range.start <= at && at <= range.end);
          assert.ok(!/[\r\n]/.test(text.slice(range.start, range.end)));
        }
      }),
      { numRuns: 400 },
    );
  });
});

const article = `---
title: 尚林溪看柿子
reporters: [尚林溪, 苏　禾]
editor: 尚林溪
---

中国报道讯（尚林溪、苏　禾 通讯员溪山）清泉镇的柿子红了，尚林溪在现场看到。

![](a.jpg)
采柿子。（尚林溪摄）

责任编辑：尚林溪
`;

describe('people: lists of names of whatever type', () => {
  const written = (more: Partial<Field>): House => ({
    ...paper,
    fields: paper.fields.map((field) => (field.role === 'reporters' ? { ...field, ...more } : field)),
  });

  for (const more of [{ type: 'people' }, { type: 'list' }, { type: 'list', of: 'person' }] as const) {
    it(`completes in and knows the names of ${JSON.stringify(more)}`, () => {
      const house = written(more);
      assert.ok(offered('---\nreporters: [尚林溪, |]\n---\n', house).includes('苏禾'));
      assert.equal(personAt(parseArticle('---\nreporters: [尚林溪]\n---\n'), house, 17)?.name, '尚林溪');
    });
  }

  it('knows the names of a list of people that has no role', () => {
    const field = {
      key: 'translators',
      type: 'list',
      of: 'person',
      label: { en: '', zh: '' },
      help: { en: '', zh: '' },
    } as const;
    const house: House = { ...paper, fields: [...paper.fields, field] };
    assert.ok(offered('---\ntranslators: [|]\n---\n', house).includes('苏禾'));
    assert.equal(personAt(parseArticle('---\ntranslators: [尚林溪]\n---\n'), house, 18)?.name, '尚林溪');
  });
});

describe('people: who is it', () => {
  const parsed = parseArticle(article);
  const at = (what: string, after = ''): number => article.indexOf(what, article.indexOf(after));

  it('knows whom a byline, a credit, the editor’s line and a field name, and nobody in running text', () => {
    for (const [what, after] of [
      ['尚林溪', 'reporters'],
      ['尚林溪', '（'],
      ['尚林溪', '采柿子'],
      ['尚林溪', '责任编辑'],
    ] as const) {
      assert.equal(personAt(parsed, paper, at(what, after))?.name, '尚林溪');
    }
    assert.equal(personAt(parsed, paper, at('苏　禾'))?.name, '苏禾');
    assert.equal(personAt(parsed, paper, at('尚林溪', '红了，') + 1), undefined);
  });

  it('tells roles, pen-names and desk, and of a pen-name whose it is', () => {
    const hover = hoverPerson(parsed, paper, at('尚林溪', '（'));
    assert.equal(hover?.text.zh, '**尚林溪** 记者\n\n- 笔名：溪山\n- 邮箱：lin\\@example.org');
    assert.match(hoverPerson(parsed, paper, at('溪山'))?.text.en ?? '', /^\*\*溪山\*\*, pen-name of \*\*尚林溪\*\*/);
    const stranger = parseArticle('中国报道讯（甲午云报道）柿子');
    assert.equal(hoverPerson(stranger, paper, 7), undefined);
  });

  it('shows what a staff file says as text, never as markup', () => {
    const { people } = readStaff('staff:\n  - {name: 苏禾, desk: "[x](command:y) ![](http://z) <b>"}\n');
    const { text } = hoverPerson(parseArticle('中国报道讯（苏禾报道）柿子'), { ...paper, staff: people }, 6) ?? {
      text: { en: '' },
    };
    assert.match(text.en, /\\\[x\\\]\\\(command\\:y\\\) \\!\\\[\\\]\\\(http\\:\/\/z\\\) \\<b\\>/);
  });

  it('finds the entry by name and pen-name, and the entry under the cursor', () => {
    assert.equal(definitionOfPerson(staff, '溪山')?.name, '尚林溪');
    assert.equal(definitionOfPerson(staff, '苏 禾')?.name, '苏禾');
    assert.equal(colleagueAt(staff, list.indexOf('程慎') + 1)?.name, '程慎');
    assert.equal(colleagueAt(staff, list.indexOf('溪山')), undefined);
  });
});

describe('people: renaming', () => {
  const rename = (text: string, from: string, to: string, house = paper): string =>
    applyEdits(text, renamePerson(parseArticle(text), house, from, to).edits);

  it('changes who is named, and neither running text nor pen-names', () => {
    const parsed = parseArticle(article);
    const { edits, mentions } = renamePerson(parsed, paper, '尚林溪', '尚琳');
    assert.equal(
      applyEdits(article, edits),
      article
        .replaceAll('尚林溪', '尚琳')
        .replace('title: 尚琳', 'title: 尚林溪')
        .replace('红了，尚琳', '红了，尚林溪'),
    );
    assert.deepEqual(
      mentions.map(({ start, end, text }) => [article.slice(start - 1, end + 1), text]),
      [
        ['，尚林溪在', '尚琳'],
        [' 尚林溪看', '尚琳'],
      ],
    );
  });

  it('leaves addresses, paths and code alone', () => {
    const text = `${front}![](尚林溪.jpg) [尚林溪](https://a.example/尚林溪) \`尚林溪\`\n`;
    assert.equal(renamePerson(parseArticle(text), paper, '尚林溪', '尚琳').mentions.length, 1);
  });

  it('keeps letter-spacing where it can', () => {
    assert.match(rename(article, '苏禾', '苏荷'), /、苏　荷 通讯员/);
    assert.match(rename(article, '苏禾', '苏小荷'), /、苏小荷 通讯员/);
    const spaced: House = { ...paper, byline: { ...paper.byline, twoCharacterName: 'spaced' } };
    assert.match(rename(article, '尚林溪', '尚琳', spaced), /（尚　琳、/);
  });

  it('renames in the staff list, quoted where YAML asks for it', () => {
    assert.equal(applyEdits(list, renameInStaff(list, staff, '苏禾', '苏荷')), list.replace('苏禾', '苏荷'));
    const quoted = "staff:\n  - {name: '苏禾'}\n";
    assert.equal(
      applyEdits(quoted, renameInStaff(quoted, readStaff(quoted).people, '苏禾', "Ann O'Hara")),
      'staff:\n  - {name: "Ann O\'Hara"}\n',
    );
  });

  it('takes one name, and nothing else', () => {
    for (const name of ['苏禾', '欧阳明月', '马克·托纳', 'Anna Field', "Ann O'Hara"]) assert.ok(isOneName(name), name);
    for (const name of [
      '',
      ' 苏禾',
      '苏禾、程慎',
      '（苏禾）',
      '记者苏禾',
      '苏禾\n',
      'Anna and Ben Field',
      '清泉镇的柿子红了今年丰收',
    ]) {
      assert.ok(!isOneName(name), name);
    }
  });

  it('changes nobody else, whoever is renamed in whatever byline', () => {
    const names = ['苏禾', '尚林溪', '程慎', '欧阳远山', '马克·托纳'];
    const forms = [
      (a: string, b: string) => `中国报道讯（${a} 通讯员${b}）柿子红了。`,
      (a: string, b: string) => `中国报道讯（记者${a}、${b}）柿子红了。`,
      (a: string, b: string) => `本报记者 ${a} ${b}\n\n柿子红了。`,
      (a: string, b: string) => `柿子红了。\n\n![](a.jpg)\n\n柿子。${a}摄\n\n责任编辑：${b}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.constantFrom('苏荷', '尚琳熙', '马可·托纳'),
        (form, a, b, to) => {
          fc.pre(a !== b);
          const text = `${front}${form(a, b)}\n`;
          const before = readingOf(parseArticle(text), paper).people.map(({ name }) => (name === a ? to : name));
          const after = readingOf(parseArticle(rename(text, a, to)), paper).people.map(({ name }) => name);
          assert.deepEqual(after, before);
        },
      ),
    );
  });
});
