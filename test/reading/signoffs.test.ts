import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { readingOf } from '../../src/reading/reading.ts';
import { signedText } from '../../src/reading/signed-text.ts';
import { maySign, signoffsOf, staleSignature, turnsOf, whoseTurn } from '../../src/reading/signoffs.ts';
import { houseOf, signed, signoffYaml, stepOf } from './signoff-house.ts';

const house = houseOf();
const article = `---
title: 河湾镇水渠通水
记者: [陆晓晴, 高远]
column: 乡村
stage: draft # 待审
---

中国报道讯（陆晓晴 高远）河湾镇的新水渠昨天通水，
三个村的稻田用上了渠水。

![水渠通水](images/canal.jpg)

新水渠（高远摄）

The canal is *four* kilometres long, see [the map](map.md).
`;
const hash = (text: string): string => signedText(parseArticle(text), house).hash;

describe('the text that is signed', () => {
  const same: Readonly<Record<string, (text: string) => string>> = {
    'lines broken elsewhere': (text) => text.replace('通水，\n三个村', '通水，三个\n村'),
    'lines joined': (text) => text.replace('通水，\n三个村', '通水，三个村'),
    'English lines broken': (text) => text.replace('is *four* kilo', 'is\n*four* kilo'),
    'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
    'blanks between Chinese and letters': (text) => text.replace('河湾镇的新', '河湾镇 的 新'),
    'no-break and doubled blanks': (text) => text.replace('is *four*', 'is\u00a0 *four*'),
    emphasis: (text) => text.replace('*four*', '**four**'),
    'quotation marks of YAML': (text) => text.replace('河湾镇水渠通水\n', '"河湾镇水渠通水"\n'),
    'another name of a field': (text) => text.replace('title:', '标题:'),
    'names on lines of their own': (text) => text.replace('[陆晓晴, 高远]', '\n  - 陆晓晴\n  - 高远'),
    'names in one text': (text) => text.replace('[陆晓晴, 高远]', '陆晓晴、高远'),
    'another stage': (text) => text.replace('stage: draft', 'stage: published'),
    'a comment': (text) => text.replace('# 待审', '# 已审'),
    'when it goes out': (text) => text.replace('column: 乡村', 'column: 乡村\npublished: 2026-06-01 10:00'),
    'a field that the house lets change': (text) => text.replace('column: 乡村', 'column: 乡村\nreviewers: [贺竹]'),
    'a field that the house does not know': (text) => text.replace('column: 乡村', 'column: 乡村\nweight: 3'),
    'an allowance': (text) => text.replace('\nThe canal', '\n<!-- allow wrong-dash: 引文 -->\nThe canal'),
    'fields in another order': (text) => text.replace('column: 乡村\n', '').replace('title:', 'column: 乡村\ntitle:'),
    'a byte-order mark': (text) => `\ufeff${text}`,
    'an invisible blank': (text) => text.replace('三个村', '三个\u200b村'),
    'a paragraph divided': (text) => text.replace('通水，\n三个村', '通水，\n\n三个村'),
  };
  for (const [name, change] of Object.entries(same))
    it(`is the same after: ${name}`, () => {
      assert.notEqual(change(article), article);
      assert.equal(hash(change(article)), hash(article));
    });

  const other: Readonly<Record<string, (text: string) => string>> = {
    'a word': (text) => text.replace('稻田', '农田'),
    'a mark': (text) => text.replace('渠水。', '渠水！'),
    'the title': (text) => text.replace('title: 河湾镇水渠通水', 'title: 河湾镇水渠开通'),
    'a name of a field': (text) => text.replace('[陆晓晴, 高远]', '[陆晓晴, 高原]'),
    'the byline': (text) => text.replace('（陆晓晴 高远）', '（陆晓晴 高原）'),
    'a caption': (text) => text.replace('新水渠（', '老水渠（'),
    'a credit': (text) => text.replace('高远摄', '高原摄'),
    'the description of a picture': (text) => text.replace('![水渠通水]', '![水渠开通]'),
    'the picture': (text) => text.replace('canal.jpg', 'dam.jpg'),
    'where a link leads': (text) => text.replace('(map.md)', '(plan.md)'),
    'a field that is new': (text) => text.replace('column: 乡村', 'column: 乡村\nsubtitle: 三村受益'),
    'a field that is gone': (text) => text.replace('column: 乡村\n', ''),
    'words run together': (text) => text.replace('kilometres long', 'kilometreslong'),
    'a paragraph that is gone': (text) => text.replace(/\nThe canal.*\n/, ''),
    'paragraphs in another order': (text) =>
      text
        .replace(/\n(The canal.*\n)/, '')
        .replace('\n中国报道讯', '\nThe canal is *four* kilometres long, see [the map](map.md).\n\n中国报道讯'),
    code: (text) => `${text}\n\`\`\`\n1\n\`\`\`\n`,
  };
  for (const [name, change] of Object.entries(other))
    it(`is another after a change of: ${name}`, () => {
      assert.notEqual(change(article), article);
      assert.notEqual(hash(change(article)), hash(article));
    });

  it('a signature is no change of it', () => {
    assert.equal(hash(signed(article, house, ['一审', '周砚'])), hash(article));
  });
});

describe('what is on record', () => {
  const reading = (text: string) => readingOf(parseArticle(text), house);

  it('is read with step, name and time', () => {
    const { signatures } = signoffsOf(parseArticle(signed(article, house, ['一审', '周砚'], ['二审', '砚秋'])), house);
    assert.deepEqual(
      signatures.map(({ step, name, time }) => [step?.label.en, name, time]),
      [
        ['First review', '周砚', '2026-06-01T10:00:00+08:00'],
        ['Second review', '砚秋', '2026-06-01T11:00:00+08:00'],
      ],
    );
  });

  it('a step is known by its id or by what the desk calls it, and an unknown one stays on record', () => {
    const text = article.replace(
      'stage:',
      'signoff:\n  - {step: First review, name: 周砚}\n  - {step: 四审, name: 周砚}\n  - 周砚\nstage:',
    );
    const { signatures, unread } = signoffsOf(parseArticle(text), house);
    assert.deepEqual(
      signatures.map(({ step, stepSaid }) => [step?.id, stepSaid]),
      [
        ['一审', 'First review'],
        [undefined, '四审'],
      ],
    );
    assert.equal(unread.length, 1);
  });

  it('whose turn it is follows from what is signed', () => {
    const turn = (text: string) => {
      const { step, again, people } = whoseTurn(reading(text)) ?? {};
      return step && [step.id, again, people?.join(' ')];
    };
    assert.deepEqual(turn(article), ['一审', false, '周砚 许青禾']);
    const first = signed(article, house, ['一审', '许青禾']);
    // Who signed the first review may not sign the second.
    assert.deepEqual(turn(first), ['二审', false, '沈砚秋']);
    const second = signed(first, house, ['二审', '砚秋']);
    assert.deepEqual(turn(second), ['一校', false, '贺竹 高远']);
    assert.equal(turn(signed(second, house, ['一校', '高远'])), undefined);
  });

  it('a text that was altered is for the last signer to sign again, or for the next to sign', () => {
    const altered = signed(article, house, ['一审', '周砚'], ['二审', '沈砚秋']).replace('稻田', '农田');
    assert.deepEqual(
      turnsOf(reading(altered)).map(({ step, again }) => [step.id, again]),
      [
        ['二审', true],
        ['一校', false],
      ],
    );
    assert.deepEqual(
      turnsOf(reading(signed(altered, house, ['二审', '沈砚秋']))).map(({ step, again }) => [step.id, again]),
      [['一校', false]],
    );
    assert.equal(whoseTurn(reading(signed(altered, house, ['一校', '贺竹']))), undefined);
  });

  it('what changed is said part by part', () => {
    const text = signed(article, house, ['一审', '周砚'])
      .replace('河湾镇水渠通水', '河湾镇水渠开通')
      .replace('稻田', '农田')
      .replace('column: 乡村\n', '');
    const parsed = parseArticle(`${text}\n又有一段。\n`);
    const stale = staleSignature(parsed, house, signoffsOf(parsed, house));
    assert.ok(stale);
    const { fields, goneFields, passages, gone } = stale.changes;
    assert.deepEqual(
      fields.map(({ field }) => field?.key),
      ['title'],
    );
    assert.deepEqual(goneFields, ['column']);
    assert.deepEqual(
      passages.map(({ passage, isNew }) => [passage?.prose.rendered.slice(-4), isNew]),
      [
        ['了渠水。', false],
        ['又有一段', true],
      ].map(([end, isNew]) => [end === '又有一段' ? '有一段。' : end, isNew]),
    );
    assert.equal(gone, 0);
  });

  it('nothing is said of changes while the front matter cannot be read', () => {
    const text = signed(article, house, ['一审', '周砚']).replace('title: 河', 'title: "河');
    const parsed = parseArticle(text);
    assert.equal(staleSignature(parsed, house, signoffsOf(parsed, house)), undefined);
  });

  it('who may sign is known by name, by role, and not at all without a list of staff', () => {
    assert.equal(maySign(house, stepOf(house, '二审'), '砚秋'), true);
    assert.equal(maySign(house, stepOf(house, '一校'), '高远'), true);
    assert.equal(maySign(house, stepOf(house, '二审'), '贺竹'), false);
    assert.equal(maySign(house, stepOf(house, '二审'), '陌生人'), false);
    const alone = houseOf(signoffYaml, null);
    assert.equal(maySign(alone, stepOf(alone, '二审'), '贺竹'), undefined);
    assert.equal(maySign(alone, stepOf(alone, '一校'), '高远'), true);
  });

  it('two people sign a step that asks for two', () => {
    const two = houseOf(signoffYaml.replace('who: [校对, 高远]', 'who: [校对, 高远]\n      count: 2'));
    const text = signed(article, two, ['一审', '周砚'], ['二审', '沈砚秋'], ['一校', '贺竹']);
    const turn = whoseTurn(readingOf(parseArticle(text), two));
    assert.deepEqual([turn?.step.id, turn?.missing, turn?.people], ['一校', 1, ['高远']]);
  });

  it('a record of its own is read in place of the field', () => {
    const apart = houseOf(`${signoffYaml}  record: file\n`);
    const file = 'signoff:\n  - step: 一审\n    name: 周砚\n';
    assert.equal(signoffsOf(parseArticle(article), apart, file).signatures.length, 1);
    assert.equal(whoseTurn(readingOf(parseArticle(article), apart), file)?.step.id, '二审');
    assert.equal(whoseTurn(readingOf(parseArticle(article), apart))?.step.id, '一审');
    assert.ok(!apart.fields.some(({ role }) => role === 'signoff'));
  });

  it('a house without steps has nobody’s turn and no field for signatures', () => {
    const none = houseOf('extends: china-report\n');
    assert.equal(whoseTurn(readingOf(parseArticle(article), none)), undefined);
    assert.ok(!none.fields.some(({ role }) => role === 'signoff'));
  });
});
