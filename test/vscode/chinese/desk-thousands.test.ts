import { thousands } from '../thousands.ts';

describe('五千篇稿件，只用键盘', () => {
  thousands({
    show: '显示编辑部稿件',
    changeStage: '更改选中稿件的阶段',
    sign: '为选中的稿件签字',
    check: '检查选中的稿件',
    preview: '预览选中的稿件',
    ready: '待发',
    review: '一审',
    partly: /中的 \d/,
    selected: /已选 \d/,
  });
});
