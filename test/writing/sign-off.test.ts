import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { signoffsOf, staleSignature } from '../../src/reading/signoffs.ts';
import { letThrough, signOff } from '../../src/writing/sign-off.ts';
import { at, houseOf, signed, signoffYaml, stepOf } from '../reading/signoff-house.ts';

const house = houseOf();
const body = '\n中国报道讯（陆晓晴）水渠通水。\n';

describe('signing', () => {
  it('adds the field behind the others, one line for each thing that is said', () => {
    const text = `---\ntitle: 水渠通水 # 待定\nweight: 3\n---\n${body}`;
    const after = signed(text, house, ['一审', '周砚']);
    assert.equal(
      after.replace(/(text|parts): .*/g, '$1: …'),
      `---\ntitle: 水渠通水 # 待定\nweight: 3\nsignoff:\n  - step: 一审\n    name: 周砚\n    time: 2026-06-01T10:00:00+08:00\n    text: …\n    parts: …\n---\n${body}`,
    );
  });

  it('keeps comments, and signatures in the style in which they stand', () => {
    const text = `---\ntitle: 水渠通水\nsignoff: # 三审三校\n    - {step: 一审, name: 周砚} # 电话确认\nstage: draft\n---\n${body}`;
    const after = signed(text, house, ['二审', '沈砚秋']);
    assert.ok(after.startsWith(text.slice(0, text.indexOf('stage:'))));
    assert.ok(after.endsWith(text.slice(text.indexOf('stage:'))));
    assert.equal(signoffsOf(parseArticle(after), house).signatures.length, 2);
  });

  for (const [kind, text] of Object.entries({
    'without front matter': body,
    'in TOML': `+++\ntitle = "水渠通水"\n\n[params]\na = 1\n+++\n${body}`,
    'in TOML with tables': `+++\ntitle = "水渠通水"\n[[signoff]]\nstep = "一审"\nname = "周砚"\n\n[params]\na = 1\n+++\n${body}`,
    'in TOML with a list': `+++\ntitle = "水渠通水"\nsignoff = [{ step = "一审", name = "周砚" }] # 记录\n+++\n${body}`,
    'in JSON': `{\n  "title": "水渠通水"\n}\n${body}`,
    'in JSON with a list': `{\n  "title": "水渠通水",\n  "signoff": [\n    {"step": "一审", "name": "周砚"}\n  ]\n}\n${body}`,
    'between brackets': `---\ntitle: 水渠通水\nsignoff: [{step: 一审, name: 周砚}]\n---\n${body}`,
    'where the field says nothing yet': `---\ntitle: 水渠通水\nsignoff:\nstage: draft\n---\n${body}`,
    'with Windows line ends': `---\r\ntitle: 水渠通水\r\n---\r\n${body}`,
    'under the Chinese name of the field': `---\n标题: 水渠通水\n审签:\n  - {step: 一审, name: 周砚}\n---\n${body}`,
  }))
    it(`is one signature more, and nothing else: ${kind}`, () => {
      const before = signoffsOf(parseArticle(text), house).signatures.length;
      let now = text;
      for (const [step, name] of [
        ['二审', '沈砚秋'],
        ['一校', '贺竹: "甲"'],
      ] as const) {
        const edit = signOff(parseArticle(now), house, name, stepOf(house, step), at('12:00'));
        assert.ok(edit, kind);
        assert.ok(edit.edits.every(({ start, end }) => start === end));
        now = applyEdits(now, edit.edits);
      }
      const parsed = parseArticle(now);
      assert.deepEqual(parsed.frontMatter.faults, []);
      const { signatures, unread } = signoffsOf(parsed, house);
      assert.deepEqual(unread, []);
      assert.deepEqual(
        signatures.slice(before).map(({ step, name }) => [step?.id, name]),
        [
          ['二审', '沈砚秋'],
          ['一校', '贺竹: "甲"'],
        ],
        now,
      );
    });

  it('writes the parts of a text once, however many sign it, and anew when it has changed', () => {
    const text = `---\ntitle: 水渠通水\n---\n${body}`;
    const count = (now: string): number => now.match(/^ {4}parts:/gm)?.length ?? 0;
    const both = signed(text, house, ['一审', '周砚'], ['二审', '沈砚秋']);
    assert.equal(count(both), 1);
    const parsed = parseArticle(both.replace('水渠通水。', '水渠开通。'));
    const stale = staleSignature(parsed, house, signoffsOf(parsed, house));
    assert.deepEqual([stale?.signature.name, stale?.changes.passages.length], ['沈砚秋', 1]);
    assert.equal(count(signed(parsed.text, house, ['二审', '沈砚秋'])), 2);
  });

  it('is refused where the front matter does not parse, or holds something else', () => {
    for (const lines of ['title: "水渠', 'signoff: 已审', 'signoff: {一审: 周砚}']) {
      const parsed = parseArticle(`---\n${lines}\n---\n${body}`);
      assert.equal(signOff(parsed, house, '周砚', stepOf(house, '一审'), at('10:00')), undefined, lines);
    }
  });

  it('goes into a file of its own where the house says so', () => {
    const apart = houseOf(`${signoffYaml}  record: file\n`);
    const article = parseArticle(`---\ntitle: 水渠通水\n---\n${body}`);
    const first = signOff(article, apart, '周砚', stepOf(apart, '一审'), at('10:00'));
    assert.equal(first?.of, 'record');
    const file = applyEdits('', first?.edits ?? []);
    assert.match(file, /^signoff:\n {2}- step: 一审\n {4}name: 周砚\n/);
    const second = signOff(article, apart, '沈砚秋', stepOf(apart, '二审'), at('11:00'), `# 存档\n${file}`);
    const both = applyEdits(`# 存档\n${file}`, second?.edits ?? []);
    assert.ok(both.startsWith(`# 存档\n${file}`));
    assert.equal(signoffsOf(article, apart, both).signatures.length, 2);
    assert.equal(signOff(article, apart, '沈砚秋', stepOf(apart, '二审'), at('11:00'), 'signoff: [a'), undefined);
  });

  it('letting an article through keeps who, when and why', () => {
    const text = `---\ntitle: 水渠通水\n---\n${body}`;
    const edit = letThrough(
      parseArticle(text),
      house,
      '沈砚秋',
      { stage: 'published', reason: '突发：#先发' },
      at('10:00'),
    );
    const { letThrough: through } = signoffsOf(parseArticle(applyEdits(text, edit?.edits ?? [])), house);
    assert.deepEqual(
      through.map(({ stage, name, time, reason }) => [stage, name, time, reason]),
      [['published', '沈砚秋', '2026-06-01T10:00:00+08:00', '突发：#先发']],
    );
  });
});
