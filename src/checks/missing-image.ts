import { closest, distance } from 'fastest-levenshtein';
import { fieldOfKey } from '../house/field-keys.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { scalarsOf } from '../model/front-matter/values.ts';
import { imagePath, isAliased } from '../model/image-path.ts';
import type { Place } from '../model/prose.ts';
import { defineCheck, type Facts, type FixDraft } from './check.ts';

/** One reference to a picture, and the edits that would make it refer to another. */
interface Reference {
  readonly path: string;
  readonly at: Place;
  rewrite(path: string): Pick<FixDraft, 'prose' | 'source'> | undefined;
}

export const missingImage = defineCheck({
  id: 'missing-image',
  title: { en: 'Picture not found', zh: '找不到图片' },
  summary: {
    en: 'Every picture that the article shows is a file of the newsroom.',
    zh: '稿件引用的图片都应有对应的文件。',
  },
  scope: 'article',
  severity: 'error',
  messages: {
    missing: {
      en: 'There is no picture `{path}`: readers would see a gap',
      zh: '找不到图片“{path}”，发布后会缺图，请核对路径',
    },
    near: {
      en: 'There is no picture `{path}`: did you mean `{near}`?',
      zh: '找不到图片“{path}”，是“{near}”吗？',
    },
    outside: {
      en: '`{path}` lies outside the newsroom, where others do not have it: put the picture inside',
      zh: '图片“{path}”在稿件库之外，别人看不到，请放进稿件库',
    },
    replace: { en: 'Use `{near}`', zh: '改用“{near}”' },
  },
  *run(article, { house, facts }) {
    for (const { path, at, rewrite } of references(article, house)) {
      if (path === '' || isRemote(path) || isAliased(imagePath(path))) continue;
      if (isOutside(path, facts)) {
        yield { message: 'outside', data: { path: imagePath(path), near: '' }, at };
        continue;
      }
      if (facts.files.get(path) !== false) continue;
      const near = nearest(path, facts.images ?? []);
      if (near === undefined) {
        yield { message: 'missing', data: { path: imagePath(path), near: '' }, at };
        continue;
      }
      const edits = rewrite(near);
      const fixes = edits ? [{ title: 'replace' as const, safe: false, ...edits }] : [];
      yield { message: 'near', data: { path: imagePath(path), near }, at, fixes };
    }
  },
});

function* references(article: Article, house: House): Iterable<Reference> {
  for (const { key, value } of article.frontMatter.entries) {
    const field = fieldOfKey(house, key);
    if (field === undefined || typesOfField[itemType(field)].names !== 'picture') continue;
    for (const scalar of scalarsOf(value)) {
      if (typeof scalar.value !== 'string') continue;
      const { prose } = scalar;
      yield {
        path: scalar.value,
        at: prose.at(0, prose.text.length),
        rewrite: (path) => ({ prose: [{ from: 0, to: prose.text.length, text: path }] }),
      };
    }
  }
  for (const { src, at } of article.furniture.pictures) {
    yield {
      path: src,
      at,
      rewrite: (path) => {
        const image = article.text.slice(at.start, at.end);
        const written = [src, imagePath(src)].find((form) => image.includes(`](${form}`));
        if (written === undefined || !/^[^\s()<>\\]+$/.test(path)) return undefined;
        const start = at.start + image.lastIndexOf(`](${written}`) + 2;
        return { source: [{ start, end: start + written.length, text: path }] };
      },
    };
  }
}

/** `https://…`, `data:…`, `//host/…`: not a file of the newsroom, so nothing is known of it. */
function isRemote(path: string): boolean {
  return (/^[a-z][a-z0-9+.-]+:/i.test(path) && !/^file:/i.test(path)) || path.startsWith('//');
}

/** Whether a path leads out of the workspace: `file:`, a drive letter, or more `..` than there are folders. */
function isOutside(path: string, { path: own }: Facts): boolean {
  if (/^(?:file:|[a-z]:)/i.test(path)) return true;
  if (own === undefined || path.startsWith('/')) return false;
  let depth = own.split('/').length - 1;
  for (const segment of path.split('/')) {
    if (segment === '..') depth--;
    else if (segment !== '.' && segment !== '') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** The picture that was most likely meant: the same file name elsewhere or in other letters, or one much like it. */
function nearest(path: string, images: readonly string[]): string | undefined {
  const wanted = path.normalize('NFC').toLowerCase();
  const name = nameOf(wanted);
  const same = images.find((image) => nameOf(image.normalize('NFC').toLowerCase()) === name);
  if (same !== undefined || images.length === 0) return same;
  const near = closest(path, [...images]);
  return distance(path, near) <= Math.max(1, Math.floor(name.length / 4)) ? near : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
