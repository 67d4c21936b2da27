import assert from 'node:assert/strict';
import {
  isCorrespondent,
  isOutsider,
  isWriter,
  type RoleKind,
  rolesOf,
  titles,
  works,
} from '../../src/model/byline/roles.ts';

const kinds: readonly (readonly [written: string, ...RoleKind[]])[] = [
  ['记者', 'reporter'],
  ['記者', 'reporter'],
  ['记 者', 'reporter'],
  ['海州日报全媒体记者', 'reporter'],
  ['见习记者', 'reporter'],
  ['特约记者', 'reporter'],
  ['實習生', 'reporter'],
  ['通讯员', 'correspondent'],
  ['通訊員', 'correspondent'],
  ['特约通讯员', 'correspondent'],
  ['特約通訊員', 'correspondent'],
  ['信息员', 'correspondent'],
  ['報道員', 'correspondent'],
  ['供稿', 'correspondent'],
  ['作者', 'author'],
  ['本文作者', 'author'],
  ['特约撰稿人', 'author'],
  ['文', 'author'],
  ['摄影记者', 'photographer'],
  ['攝影', 'photographer'],
  ['图/文', 'photographer', 'author'],
  ['文图', 'author', 'photographer'],
  ['撰文、摄影', 'author', 'photographer'],
  ['责任编辑', 'editor'],
  ['責任編輯：', 'editor'],
  ['新媒体编辑', 'editor'],
  ['译者', 'translator'],
  ['譯者', 'translator'],
  ['校对', 'proofreader'],
  ['責任校對', 'proofreader'],
  ['终审', 'reviewer'],
  ['复审', 'reviewer'],
  ['複審'],
  ['覆核', 'reviewer'],
  ['选题', 'commissioner'],
  ['监制', 'producer'],
  ['監製', 'producer'],
  ['主播', 'anchor'],
  ['漫画', 'artist'],
  ['版式设计', 'designer'],
  ['剪辑', 'video'],
  ['指导老师', 'mentor'],
  ['口述', 'teller'],
  ['Reporter', 'reporter'],
  ['Staff reporters', 'reporter'],
  ['Reporting by', 'reporter'],
  ['Political editor', 'reporter'],
  ['Deputy health and social care editors', 'reporter'],
  ['Managing editor', 'editor'],
  ['Deputy news editor', 'editor'],
  ['Editor', 'editor'],
  ['Editing by', 'editor'],
  ['Contributors', 'correspondent'],
  ['Words and pictures', 'author', 'photographer'],
  ['Translated by', 'translator'],
  ['水渠'],
  ['地图'],
  ['课文'],
  ['historian'],
  [''],
];

describe('roles', () => {
  it('are known by the words for them, in simplified and traditional characters and in English', () => {
    for (const [written, ...expected] of kinds)
      assert.deepEqual(
        rolesOf(written).map(({ kind }) => kind),
        expected,
        written,
      );
    assert.deepEqual(rolesOf(undefined), []);
  });

  it('are each of a kind, and each word stands once', () => {
    const all = [...titles, ...works];
    assert.deepEqual(
      all.filter((word) => rolesOf(word).length === 0),
      [],
    );
    assert.deepEqual(
      all.filter((word, index) => all.indexOf(word) !== index),
      [],
    );
  });

  it('tell contributors from reporters, writers from others, and outsiders from staff', () => {
    for (const role of ['通讯员', '通訊員', '信息员', '宣传员', 'Contributor']) assert.ok(isCorrespondent(role), role);
    for (const role of ['记者', '特约记者', '摄影通讯员', '编辑', undefined]) assert.ok(!isCorrespondent(role), role);
    for (const role of ['记者', '通讯员', '文', '图/文', '作者', '整理', '体验官', undefined])
      assert.ok(isWriter(role), role);
    for (const role of ['摄影记者', '编辑', '校对', '监制', '指导老师', '译者', 'Editing by'])
      assert.ok(!isWriter(role), role);
    for (const role of ['特约记者', '实习生', '通讯员', '作者']) assert.ok(isOutsider(role), role);
    for (const role of ['记者', '见习记者', '编辑', undefined]) assert.ok(!isOutsider(role), role);
  });
});
