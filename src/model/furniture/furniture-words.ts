// The words by which newsrooms mark what is not running text. Chinese (simplified and traditional) and English.

/** Labels that open a run of related links. */
export const relatedLabels: readonly string[] = [
  '相关链接',
  '相关报道',
  '相关新闻',
  '相关阅读',
  '相关連結',
  '相關鏈接',
  '相關報道',
  '相關新聞',
  'Related links',
  'Related stories',
  'Related',
  'See also',
];

/** Labels that open a piece of background reading. */
export const furtherReadingLabels: readonly string[] = [
  '延伸阅读',
  '拓展阅读',
  '深度阅读',
  '新闻链接',
  '新闻背景',
  '延伸閱讀',
  '新聞背景',
  'Further reading',
  'Background',
  'Read more',
];

/** Words before the name of whoever answers for the page. */
export const editorLabels: readonly string[] = [
  '责任编辑',
  '责编',
  '本文编辑',
  '编辑',
  '責任編輯',
  '責編',
  '編輯',
  'Editing by',
  'Edited by',
  'Editors',
  'Editor',
];

/** Those of them that are said of nobody but who answers for the page, wherever they stand. */
export const responsibleLabels: readonly string[] = editorLabels.filter((label) => /^[责責]/.test(label));

/** What a caption opens with when it stands on a line of its own. */
export const captionOpenings: readonly string[] = [
  '图为',
  '图片为',
  '▲',
  '△',
  '↑',
  '上图',
  '下图',
  '左图',
  '右图',
  '图①',
  '圖為',
];
