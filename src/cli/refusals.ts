import type { Localized } from '../model/finding.ts';
import type { NotWritten } from './write-file.ts';

/** Why the system refused, and what can be done. The system's own words are English and name files of ours. */
export const refusals = {
  'refused-rights': {
    en: 'you may not write there ({code}); choose another folder, or ask whoever owns it',
    zh: '没有写入权限（{code}）；请换一个文件夹，或请文件夹的属主开放权限',
  },
  'refused-full': {
    en: 'there is no room for it ({code}); make room on the disk, then try again',
    zh: '空间不够（{code}）；请腾出磁盘空间再试',
  },
  'refused-read-only': {
    en: 'the disk can be read, but not written to ({code}); choose another folder',
    zh: '磁盘是只读的（{code}）；请换一个文件夹',
  },
  'refused-folder': {
    en: 'a folder has this name ({code}); choose another name',
    zh: '已有同名文件夹（{code}）；请换一个名字',
  },
  'refused-file': {
    en: 'a part of its path is a file and no folder ({code}); choose another path',
    zh: '路径中有一段是文件，不是文件夹（{code}）；请换一个路径',
  },
  'refused-gone': {
    en: 'it is not there any more ({code}); somebody moved or deleted it meanwhile',
    zh: '文件已不在原处（{code}）；可能已被移走或删除',
  },
  'refused-long': {
    en: 'the name is too long for this disk ({code}); choose a shorter one',
    zh: '名字太长，磁盘存不下（{code}）；请换一个短些的',
  },
  'refused-busy': {
    en: 'another program has it open ({code}); close it there, then try again',
    zh: '另一个程序正开着它（{code}）；请在那边关闭后再试',
  },
  'refused-marked': {
    en: 'the file is read-only; make it writable, or choose another name',
    zh: '文件是只读的；请先改为可写，或换一个名字',
  },
  'refused-changed': {
    en: 'somebody changed it meanwhile; try again',
    zh: '文件刚被别人改过；请再试一次',
  },
  'refused-owner': {
    en: 'the file belongs to somebody else, and Copydesk cannot keep it theirs; choose another name, or ask them',
    zh: '文件属于另一位用户，Copydesk 改写后无法保留其属主；请换一个名字，或请对方来做',
  },
  'refused-linked': {
    en: 'the file has another name (a hard link), which would keep the old text; choose another name',
    zh: '这个文件还有别的名字（硬链接），改写后那边仍是旧文；请换一个名字',
  },
} satisfies Record<string, Localized>;

/** By what we found before we wrote. */
export const refusalOfKind: Readonly<Record<Exclude<NotWritten['kind'], 'failed'>, keyof typeof refusals>> = {
  'read-only': 'refused-marked',
  changed: 'refused-changed',
  owner: 'refused-owner',
  linked: 'refused-linked',
};

/** By the code of the system's error. */
export const refusalOf: Readonly<Partial<Record<string, keyof typeof refusals>>> = {
  EACCES: 'refused-rights',
  EPERM: 'refused-rights',
  ENOSPC: 'refused-full',
  EDQUOT: 'refused-full',
  EFBIG: 'refused-full',
  EROFS: 'refused-read-only',
  EISDIR: 'refused-folder',
  ENOTDIR: 'refused-file',
  EEXIST: 'refused-file',
  ENOENT: 'refused-gone',
  ENAMETOOLONG: 'refused-long',
  EBUSY: 'refused-busy',
  ETXTBSY: 'refused-busy',
};
