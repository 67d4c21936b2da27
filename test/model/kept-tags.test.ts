import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';

function read(text: string): { rendered: string; text: string } {
  const prose = parseArticle(text).passages[0]?.prose;
  return { rendered: prose?.rendered ?? '', text: prose?.text ?? '' };
}

describe('raw HTML in a paragraph', () => {
  it('is markup where we know the element and its partner, so that checks read the words alone', () => {
    assert.equal(read('水是 H<sub>2</sub>O，<b>记住</b>').rendered, '水是 H2O，记住');
    assert.equal(read('<span style="color:red">红<font size=7>字</font></span>').rendered, '红字');
    assert.equal(read('<a href="javascript:x">点</a>').rendered, '点');
  });

  it('is a line break where it is one', () => {
    assert.equal(read('上<br>下<br/>末').rendered, '上\n下\n末');
  });

  it('stays as it is written where it has no partner, crosses other markup, or is not known', () => {
    for (const html of [
      '半<b>开',
      '关</b>上',
      '<b>*斜</b>体*',
      '<script>x</script>',
      '<b><i>错</b></i>',
      '<video src=x>',
    ]) {
      const found = read(`字${html}`).rendered;
      assert.match(found, /[<>]/, html);
    }
    assert.equal(read('字<b>*斜</b>体*').rendered, '字<b>斜</b>体');
  });

  it('cannot be edited, nor edited across', () => {
    const { passages, text } = parseArticle('重<b>要</b>的<br>事');
    const prose = passages[0]?.prose;
    assert.ok(prose);
    assert.equal(prose.rendered, '重要的\n事');
    assert.equal(prose.encode([{ from: 0, to: 2, text: '紧要' }]), undefined);
    const edits = prose.encode([{ from: 1, to: 2, text: '大' }]);
    assert.deepEqual(edits, [{ start: text.indexOf('要'), end: text.indexOf('要') + 1, text: '大' }]);
  });

  it('is a picture like any other where it is one', () => {
    const { furniture, text } = parseArticle(
      '<img src="图片/a&amp;b.jpg" alt="渡口" onerror="x" width=600>\n渡口清晨。（沈砚秋摄）\n',
    );
    assert.equal(furniture.pictures.length, 1);
    const [picture] = furniture.pictures;
    assert.ok(picture);
    assert.deepEqual([picture.src, picture.alt], ['图片/a&b.jpg', '渡口']);
    assert.equal(text.slice(picture.at.start, picture.at.end), text.slice(0, text.indexOf('>') + 1));
    assert.deepEqual(
      picture.credit?.credit.people.map(({ name }) => name),
      ['沈砚秋'],
    );
  });

  it('is read in linear time', () => {
    for (const unit of ['<b>', '</b>', '<b>字</b>', '<img src=a>', '<img ', '<b *', '*<b>*</b>', '<br>']) {
      parseArticle(unit.repeat(20_000 / unit.length));
    }
  });
});
