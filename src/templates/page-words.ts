// The words by which pages of news sites mark what is not the article (`furniture.tsv` of the domain notes).
// Lines are compared folded (see `fold`): full-width forms, odd spaces and odd bars count as their ASCII kin.

/** Labels of a time and source line, and what they say. */
export const timeLabels: Readonly<Record<string, 'time' | 'source' | 'author' | 'editor' | 'photographer' | 'other'>> =
  {
    发布时间: 'time',
    发稿时间: 'time',
    发布日期: 'time',
    更新时间: 'time',
    時間: 'time',
    时间: 'time',
    日期: 'time',
    稿件来源: 'source',
    新闻来源: 'source',
    信息来源: 'source',
    文章来源: 'source',
    来源于: 'source',
    來源: 'source',
    来源: 'source',
    作者: 'author',
    责任编辑: 'editor',
    責任編輯: 'editor',
    责编: 'editor',
    编辑: 'editor',
    編輯: 'editor',
    摄影: 'photographer',
    点击: 'other',
    阅读: 'other',
    浏览: 'other',
    字号: 'other',
    字体: 'other',
    Published: 'time',
    Updated: 'time',
    Posted: 'time',
    Date: 'time',
    Source: 'source',
    Author: 'author',
    Editor: 'editor',
  };

/** Words before the names of those who answer for the page; true for the editor, false for the rest of the desk. */
export const staffLabels: Readonly<Record<string, boolean>> = {
  责任编辑: true,
  責任編輯: true,
  责编: true,
  責編: true,
  本文编辑: true,
  值班编辑: true,
  编辑: true,
  編輯: true,
  校对: false,
  审校: false,
  审核: false,
  初审: false,
  二审: false,
  三审: false,
  终审: false,
  主编: false,
  监制: false,
  编审: false,
  编译: false,
  'Edited by': true,
  'Editing by': true,
  Editors: true,
  Editor: true,
};

/** Links of a site's navigation and footer. */
export const navigationWords: ReadonlySet<string> = new Set([
  '关于我们',
  '联系我们',
  '法律顾问',
  '版权声明',
  '网站地图',
  '网站声明',
  '网站导航',
  '广告服务',
  '广告刊例',
  '招聘信息',
  '诚聘英才',
  '加入我们',
  '隐私政策',
  '隐私保护',
  '用户协议',
  '服务条款',
  '免责声明',
  '友情链接',
  '设为首页',
  '加入收藏',
  '登录',
  '注册',
  '投稿',
  '举报',
  '手机版',
  '客户端',
  '返回首页',
  '意见反馈',
  '首页',
  '人民日报社概况',
  '报社招聘',
  'About us',
  'Contact us',
  'Contact',
  'About',
  'Privacy',
  'Privacy policy',
  'Terms',
  'Copyright',
  'Sitemap',
  'Home',
]);

/** What only stands in the small print under a page. */
export const footerMarks =
  /ICP[备证]|公网安备|许可证(?:编号|号)?\s*:|版权所有|Copyright|©|All rights reserved|(?:不良|有害)信息举报|举报电话\s*:|信息网络传播视听节目/i;

/** What a line of small print, a disclaimer or an appeal begins with. */
export const footerOpenings =
  /^[【[("“]?(?:特别声明|免责声明|郑重声明|版权声明|声明\s*:|转载请注明|本文来自.{0,20}(?:APP|更多)|更多(?:精彩|原创)|扫一扫|扫描二维码|下载.{0,10}客户端|电子邮件\s*:|电话\s*:|地址\s*:)/i;

/** Buttons and counters that are copied along with an article: the whole line is one of these. */
export const buttons =
  /^(?:【?(?:纠错|打印|关闭|收藏|评论|点赞|分享|复制链接)】?[\s|]*)+$|^(?:分享到|字号|字体|上一篇|下一篇|点击进入|我要评论|标签|关键词|阅读|浏览|点击)\s*[:+]?.{0,40}$/;
