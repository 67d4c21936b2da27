import { classAt, DIGIT, LETTER } from '../characters.ts';
import { matchAt, type Recogniser } from './foreign.ts';

/**
 * Addresses of any scheme that stand in running text. Those of the web are told by whoever reads prose
 * (`model/addresses.ts`); these are read by programs alone, and every mark in one is a part of it.
 */

const scheme = /(?<![A-Za-z\d+.-])[A-Za-z][A-Za-z\d+.-]{1,30}$/;

/** Schemes that are no words: whatever follows the colon is an address. */
const schemes: ReadonlySet<string> = new Set(
  (
    'magnet urn javascript vbscript blob cid mid did acct ipfs ipns sips xmpp callto facetime facetime-audio skype ' +
    'spotify steam itms-apps itms-services intent market vscode vscode-insiders obsidian notion logseq chrome ' +
    'chrome-extension moz-extension view-source jdbc odbc ed2k thunder flashget qqdl weixin wechat wxwork alipay ' +
    'alipays dingtalk feishu lark mqq mqqapi mqqwpa tencent taobao tbopen tmall openapp.jdmobile pinduoduo sinaweibo weibo ' +
    'zhihu bilibili snssdk1128 xhsdiscover kwai baiduboxapp baidumap amapuri iosamap androidamap qqmap zoommtg zoomus ' +
    'msteams slack whatsapp viber kakaotalk webcal pcast podcast bitcoin ethereum litecoin lightning ldap ldaps nntp ' +
    'git svn ssh sftp rtsp rtmp mongodb mysql postgres postgresql redis amqp mqtt wss about pkg pmid doi arxiv orcid swh purl hdl'
  ).split(' '),
);
/** Families of schemes. */
const families = /^(?:ms-|x-|web\+|android-|git\+|svn\+|com\.|org\.|jar$)/;

/** What a program reads to the first mark that no address has, an escape of Markdown among them; brackets in pairs. */
const anything = `(?:[^\\s()<>"“”‘’，。；：！？、…（）《》【】「」『』*\`|[\\]{}\\\\\\uFFFC]|\\([^\\s()，。；！？]{0,200}\\)){1,2000}`;
const body = new RegExp(anything, 'y');
/** A program in an address has strings, in which its marks may be anything. */
const given = `"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|[^()"'\\n，。；！？]`;
const program = new RegExp(
  `(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|\\((?:${given}|\\((?:${given}){0,300}\\)){0,300}\\)|[^\\s()"'<>“”，。；！？、（）《》*\`|]){1,400}`,
  'y',
);
/** Schemes that are words too are one before what only an address goes on with. */
const ofWords: Readonly<Record<string, RegExp>> = {
  // What follows the comma may be a page of HTML.
  data: new RegExp(
    `(?:[\\w.+-]{1,60}/[\\w.+-]{1,80})?(?:;[\\w=.+-]{1,80}){0,6},(?:${anything}|</?[A-Za-z][^<>\\n]{0,200}>|[{}"[\\]]){1,400}`,
    'y',
  ),
  mailto: new RegExp(`(?:[^\\s<>()，。；、！？“”（）《》"?]{1,80}@[\\w.-]{1,80})?(?:\\?${anything})?`, 'y'),
  tel: new RegExp(`\\+?[\\d(*#][\\d().*#-]{1,30}(?:[;?]${anything})?`, 'y'),
  fax: new RegExp(`\\+?[\\d(*#][\\d().*#-]{1,30}(?:[;?]${anything})?`, 'y'),
  sms: new RegExp(`(?:\\+?\\d[\\d,+-]{1,60})?(?:[;?]${anything})?`, 'y'),
  geo: new RegExp(`-?\\d[\\d.]{0,20},-?\\d[\\d.]{0,20}(?:,-?\\d[\\d.]{0,20})?(?:[;?]${anything})?`, 'y'),
  news: new RegExp(`[^\\s@，。；、！？]{1,80}@${anything}`, 'y'),
  sip: new RegExp(`[\\w.+-]{1,60}@${anything}`, 'y'),
  file: new RegExp(`/${anything}`, 'y'),
  tag: new RegExp(`[\\w.@-]{1,80},\\d{4}[\\d-]{0,6}:${anything}`, 'y'),
  tg: new RegExp(`/{2}${anything}`, 'y'),
};
const ofProgram: ReadonlySet<string> = new Set(['javascript', 'vbscript']);
const slashes = new RegExp(`//${anything}`, 'y');
const web = /^(?:https?|ftp)$/i;

/** `data:text/plain,大桥`, `weixin://dl/大,桥`, `magnet:?dn=大,桥`; with nothing of the sentence around it. */
export const uri: Recogniser = ({ text }, at) => {
  const next = text.charCodeAt(at + 1);
  if (!(next > 32) || next === 58) return undefined;
  if ((classAt(text, at - 1) & (LETTER | DIGIT)) === 0) return undefined;
  const name = scheme.exec(text.slice(Math.max(0, at - 32), at))?.[0];
  if (name === undefined || web.test(name)) return undefined;
  const known = name.toLowerCase();
  const rest =
    next === 47 && text.charCodeAt(at + 2) === 47
      ? slashes
      : (ofWords[known] ??
        (ofProgram.has(known) ? program : schemes.has(known) || families.test(known) ? body : undefined));
  const found = rest === undefined ? undefined : matchAt(rest, text, at + 1)?.[0].replace(/[,.;:!?'_~]+$/, '');
  return found === undefined || found === ''
    ? undefined
    : { kind: 'notation', start: at - name.length, end: at + 1 + found.length };
};
