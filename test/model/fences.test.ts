import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { parseArticle } from '../../src/model/parse.ts';

const { house } = resolveHouse(
  { text: 'extends: none\nlanguage: zh-Hans\nfields: {title: {type: text, role: title}}\nbyline: {required: false}\n' },
  checks,
);
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

/** What is said of the fences, with the keys that were read. */
function read(text: string): string {
  const { fences, entries, kind } = readFrontMatter(text);
  return `${kind} ${fences.map(({ code }) => code).join('+') || 'sound'}: ${entries.map(({ key }) => key).join()}`;
}

function fixed(text: string): string {
  assert.ok(house);
  return fixAll(text, house, facts).text;
}

const sound = '---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n';

describe('fences that are not what they should be', () => {
  const mended: readonly (readonly [text: string, said: string])[] = [
    ['\n---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml blank-before: title,date'],
    ['\n \n\t\n---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml blank-before: title,date'],
    ['----\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n----\n正文。\n', 'yaml fence+fence: title,date'],
    ['----\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n-----\n正文。\n', 'yaml fence: title,date'],
    ['---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n———\n正文。\n', 'yaml fence: title,date'],
    ['———\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n———\n正文。\n', 'yaml fence+fence: title,date'],
    ['——\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n——\n正文。\n', 'yaml fence+fence: title,date'],
    ['－－－\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n－－－\n正文。\n', 'yaml fence+fence: title,date'],
    ['--\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n--\n正文。\n', 'yaml fence+fence: title,date'],
    ['\u200b---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    [
      '\u2060\u3000---\u200b\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n\u200e---\n正文。\n',
      'yaml fence+fence: title,date',
    ],
    [' ---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['---\u00a0\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\u00a0\n正文。\n', 'yaml fence+fence: title,date'],
    ['\\---\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n\\---\n正文。\n', 'yaml fence+fence: title,date'],
    ['- - -\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n- - -\n正文。\n', 'yaml fence+fence: title,date'],
    ['---。\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['---&nbsp;\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['--- <br/>\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['---title: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['--- title: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['\n---title: 他说"好",晚橙\ndate: 2026-05-01\n----\n正文。\n', 'yaml blank-before+fence+fence: title,date'],
    ['---yaml\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['--- yaml\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml fence: title,date'],
    ['\n----\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml blank-before+fence: title,date'],
    ['title: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml no-opening: title,date'],
    ['\n\ntitle: 他说"好",晚橙\ndate: 2026-05-01\n---\n正文。\n', 'yaml no-opening: title,date'],
  ];
  for (const [text, said] of mended) {
    it(`are read, told and mended: ${JSON.stringify(text.slice(0, 14))}`, () => {
      assert.equal(read(text), said);
      assert.equal(fixed(text), sound);
      const windows = text.replaceAll('\n', '\r\n');
      assert.equal(read(windows), said);
      assert.equal(fixed(windows), sound.replaceAll('\n', '\r\n'));
    });
  }

  it('stand after blank lines round any front matter', () => {
    assert.equal(read('\n---\ntags: [水渠,\n通水]\n---\n正文。\n'), 'yaml blank-before: tags');
    assert.equal(read('\n----\ntitle: "水渠\n通水"\n----\n正文。\n'), 'yaml blank-before+fence+fence: title');
    assert.equal(read('\n\n+++\ntitle = "水渠"\n+++\n正文。\n'), 'toml blank-before: title');
    assert.equal(read('\n{"title": "水渠"}\n\n正文。\n'), 'json blank-before: title');
    assert.equal(fixed('\n\n+++\ntitle = "水渠"\n+++\n正文。\n'), '+++\ntitle = "水渠"\n+++\n正文。\n');
  });

  const kept: readonly (readonly [text: string, said: string])[] = [
    ['"title": "他说\\"好\\",晚橙",\n"date": "2026-05-01"\n;;;\n正文。\n', 'json hexo-json: title,date'],
    [';;;\n"title": "他说好,晚橙"\n;;;\n正文。\n', 'json hexo-json: title'],
    ['title: 他说"好",晚橙\ndate: 2026-05-01\n\n正文。\n', 'yaml no-fences: title,date'],
  ];
  for (const [text, said] of kept) {
    it(`are told, and left to the author: ${JSON.stringify(text.slice(0, 14))}`, () => {
      assert.equal(read(text), said);
      assert.equal(fixed(text), text);
    });
  }

  it('are no way to take prose for front matter', () => {
    for (const text of [
      '云岭：育秧忙\n---\n\n正文。\n',
      'Note: a subhead\n---\n\nText.\n',
      '\n---\n\n正文：开篇的分隔线。\n\n---\n',
      '----\n\n正文：开篇的分隔线。\n\n----\n',
      '———\n正文：他来了\n———\n',
      '林晓禾：怎么样？\n周砚：好。\n',
      'Interviewer: How?\n\nAnn: Well.\n',
      '标题：他来了\n\n正文。\n',
      ';;;\n正文\n;;;\n',
      '"好": 他说。\n',
      '\n\n# 标题\n',
      '',
      '\n\n',
    ])
      assert.equal(read(text), 'none sound: ', text);
  });
});

describe('fences that name a language', () => {
  it('hold JSON and TOML that is read, and programs that are left alone', () => {
    const body = '\n\n河湾镇的新水渠通水了。\n';
    assert.equal(read(`---json\n{"title": "新渠", "date": "2024-06-01"}\n---${body}`), 'json sound: title,date');
    assert.equal(read(`--- json\r\n{"title": "新渠"}\r\n---\r\n${body}`), 'json sound: title');
    assert.equal(read(`---toml\ntitle = "新渠"\ndate = 2024-06-01\n---${body}`), 'toml sound: title,date');
    for (const [language, inner] of [
      ['js', '{ title: "新渠", date: new Date() }'],
      ['javascript', 'module.exports = { title: "新渠" }'],
      ['json5', "{title: '新渠'}"],
      ['coffee', 'title: "新渠"'],
    ])
      assert.equal(read(`---${language}\n${inner}\n---${body}`), 'code sound: ');
  });

  it('are not said to be missing, and nothing is put into a program', () => {
    const { house: strict } = resolveHouse(
      { text: 'extends: none\nlanguage: zh-Hans\nfields: {title: {type: text, role: title, required: draft}}\n' },
      checks,
    );
    assert.ok(strict);
    const program = '---js\n{ title: "新渠" }\n---\n\n河湾镇的新水渠通水了。\n';
    const said = review(parseArticle(program), strict, facts).findings.map(({ check }) => check);
    assert.deepEqual(
      said.filter((check) => check !== 'missing-byline'),
      [],
    );
    assert.equal(fixAll(program, strict, facts).text, program);
    const json = '---json\n{"title": "新渠"}\n---\n\n河湾镇的新水渠通水了。\n';
    const missing = review(parseArticle(json), strict, facts).findings.map(({ check }) => check);
    assert.ok(!missing.includes('missing-front-matter'));
  });

  it('need an end, and dashes that are more than three are another thing', () => {
    assert.equal(read('---js\n{ title: 1 }\n\n正文。\n'), 'none sound: ');
    assert.equal(read('---json is a format\n\n---\n'), 'none sound: ');
  });
});
