import type { Localized } from '../model/finding.ts';

/** What is said of a file that cannot be read, is in another encoding, or is left as it was. */
export const fileSentences = {
  unreadable: { en: 'Cannot be read: {detail}', zh: '无法读取：{detail}' },
  'not-a-file': {
    en: 'it is no regular file but a directory, a pipe, a device, or a link that leads nowhere',
    zh: '不是普通文件，而是文件夹、管道、设备或失效的链接',
  },
  vanished: { en: 'it is not there any more', zh: '文件已不在原处' },
  'name-lost': {
    en: 'its name is not UTF-8, so it cannot be opened by it: rename the file',
    zh: '文件名不是 UTF-8，无法按名字打开：请给文件改名',
  },
  'too-long': { en: 'it is longer than 10 MB', zh: '超过 10 MB' },
  closed: { en: 'permission denied', zh: '没有读取权限' },
  'not-text': { en: 'it holds no text', zh: '不是文本' },
  'house-unknown': {
    en: 'Cannot be read: {detail}. The articles that it holds for were not checked.',
    zh: '无法读取：{detail}。适用这份规范的稿件未作检查。',
  },
  'staff-unknown': {
    en: 'Cannot be read: {detail}. Nobody was checked against it.',
    zh: '无法读取：{detail}。没有据此核对姓名。',
  },
  'terms-unknown': {
    en: 'Cannot be read: {detail}. None of its terms were looked for.',
    zh: '无法读取：{detail}。没有据此检查用语。',
  },
  binary: {
    en: 'Skipped: it holds NUL bytes, so it is not text, or UTF-16 without a byte-order mark: save that as UTF-8.',
    zh: '已跳过：含有 NUL 字节，不是文本文件；若是没有 BOM 的 UTF-16，请另存为 UTF-8。',
  },
  'encoding-unknown': {
    en: 'Skipped: it is neither UTF-8, UTF-16 with a byte-order mark, nor GB18030. Save it as UTF-8.',
    zh: '已跳过：既不是 UTF-8、带 BOM 的 UTF-16，也不是 GB18030。请另存为 UTF-8。',
  },
  'encoding-foreign': {
    en: 'Skipped: it is most likely {encoding}. Convert it first: `iconv -f {encoding} -t UTF-8`.',
    zh: '已跳过：看起来是 {encoding} 编码。请先转换：`iconv -f {encoding} -t UTF-8`。',
  },
  'encoding-uncertain': {
    en:
      'Not changed: it was read as GB18030, but is too short or too strange to be sure. Convert it to UTF-8 first: ' +
      '`iconv -f GB18030 -t UTF-8`.',
    zh: '未改动：按 GB18030 读取，但文字太少或太特别，不能断定。请先转换为 UTF-8：`iconv -f GB18030 -t UTF-8`。',
  },
  'encoding-damaged': {
    en: 'Skipped: it is UTF-8, but line {line} has bytes that are not. Restore the file, or mend that line.',
    zh: '已跳过：文件是 UTF-8，但第 {line} 行有损坏的字节。请恢复文件或改正该行。',
  },
  'characters-lost': {
    en: 'It holds replacement characters (�): text was lost when it was saved in a wrong encoding.',
    zh: '文中有替换字符（�）：曾以错误的编码保存，已经丢字。',
  },
  'encoding-gb18030': {
    en:
      'Not UTF-8; read as GB18030 (GBK). Editors may open it as garbage and lose it on saving: convert it with ' +
      '`iconv -f GB18030 -t UTF-8`.',
    zh:
      '不是 UTF-8，已按 GB18030（GBK）读取。编辑器可能把它当乱码打开，一保存就丢字：' +
      '请用 `iconv -f GB18030 -t UTF-8` 转换。',
  },
  'encoding-not-written': {
    en:
      'Not changed: its text cannot be written back in {encoding} without loss. Convert it to UTF-8 first: ' +
      '`iconv -f {encoding} -t UTF-8`.',
    zh: '未改动：无法不丢字地写回 {encoding}。请先转换为 UTF-8：`iconv -f {encoding} -t UTF-8`。',
  },
  'write-read-only': {
    en: 'Not changed: the file is read-only. Make it writable, then fix again.',
    zh: '未改动：文件是只读的。请先改为可写，再修正。',
  },
  'write-changed': {
    en: 'Not changed: somebody changed the file meanwhile. Fix again.',
    zh: '未改动：文件刚被别人改过。请重新修正。',
  },
  'write-owner': {
    en: 'Not changed: the file belongs to somebody else, and Copydesk cannot keep it theirs. Ask them to fix it.',
    zh: '未改动：文件属于另一位用户，Copydesk 改写后无法保留其属主。请由对方修正。',
  },
  'write-linked': {
    en: 'Not changed: the file has another name (a hard link), which would keep the old text. Copy it over itself first: `cp {path} copy && mv copy {path}`.',
    zh: '未改动：这个文件还有别的名字（硬链接），改写后那边仍是旧文。请先断开：`cp {path} copy && mv copy {path}`。',
  },
  'output-taken': {
    en: '`{path}` is not a page that was rendered before, so it is not written over. Name a file that ends in {endings}.',
    zh: '“{path}”不是以前导出的页面，不会覆盖它。请换一个以 {endings} 结尾的文件名。',
  },
  'output-own': {
    en: '`{path}` belongs to the newsroom: {what}. It is not written over; name another file.',
    zh: '“{path}”是编辑部自己的文件（{what}），不会覆盖它。请换一个文件名。',
  },
  'write-failed': { en: 'Not written: {detail}', zh: '未能写入：{detail}' },
} satisfies Record<string, Localized>;
