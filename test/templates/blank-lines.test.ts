import assert from 'node:assert/strict';
import { withBlankLines } from '../../src/vscode/blank-lines.ts';

describe('a block that is inserted', () => {
  const photo = '![](${1:a.jpg})\n${2:说明}\n';

  it('has a blank line between it and the paragraphs around it', () => {
    const block = '![](${1:a.jpg})\n${2:说明}';
    assert.equal(withBlankLines(photo, '', '', '水渠通水了。', '晚橙开园了。'), `\n${block}\n`);
    assert.equal(withBlankLines(photo, '', '', '水渠通水了。', ''), `\n${block}`);
    assert.equal(withBlankLines(photo, '', '', '', '晚橙开园了。'), `${block}\n`);
    assert.equal(withBlankLines(photo, '水渠通水了。', '', undefined, undefined), `\n\n${block}`);
  });

  it('is as it was where blank lines are there already, and where it goes on in a line', () => {
    assert.equal(withBlankLines(photo, '', '', '', undefined), photo);
    assert.equal(withBlankLines('中国报道讯（$1）', '', '河湾镇修好了水渠。', '标题', undefined), '中国报道讯（$1）');
  });
});
