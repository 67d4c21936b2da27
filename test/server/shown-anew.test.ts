import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { numbers } from '../numbers.ts';
import { folder, type Session, startSession } from './session.ts';

const passage = (at: number): string =>
  `入夏以来，河湾镇第${at}号水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。`;
const places = ['档', '乡村', '乡村/深处'];

interface Written {
  readonly slug: number;
  readonly passage: number;
  readonly picture: number;
  readonly link: number;
  /** What nobody but the text itself knows. */
  readonly isSound: boolean;
}

const article = ({ slug, passage: nth, picture, link, isSound }: Written): string =>
  [
    '---',
    `title: 第${nth}条渠`,
    'column: 乡村',
    'published: 2026-05-01 08:00:00',
    `slug: s${slug}`,
    'reporters: [高远]',
    '---',
    '',
    passage(nth),
    '',
    `![渠](图${picture}.png)`,
    '',
    `见[旧稿](${link}.md)，清泉${isSound ? '·' : '•'}河口，晚橘。`,
    '',
  ].join('\n');

const houseTexts = [
  'extends: china-report\nfields:\n  slug: {type: text, unique: true}\n',
  'extends: china-report\nfields:\n  slug: {type: text, unique: true}\nchecks: {wrong-interpunct: off}\n',
  'extends: china-report\nchecks: {duplicate-article: info}\n',
  'extends: plain\n',
];

const findingsIn = (session: Session, uri: string): string =>
  JSON.stringify(
    (session.shown.get(uri)?.diagnostics ?? []).map(({ range, code, message }) => [range, code, message]),
    undefined,
    1,
  );

/** The rows of the desk, when all of them are reviewed. */
async function rowsOf(session: Session): Promise<readonly object[]> {
  const { rows } = await session.desk('copydesk/desk', { whole: true });
  return [...rows].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

describe('language server: what is shown of files, after whatever came, went and changed around them', () => {
  for (const seed of [1, 2]) {
    it(`is what a look with new eyes finds (${seed})`, async function () {
      this.timeout(180_000);
      const some = numbers(seed);
      const written = (): Written => ({
        slug: some(6),
        passage: some(8),
        picture: some(4),
        link: some(12),
        isSound: some(2) === 0,
      });
      const files: Record<string, string> = { 'copydesk.yml': houseTexts[0] ?? '', 'staff.yml': 'staff: [高远]\n' };
      for (let at = 0; at < 12; at++) files[`${places[at % 3]}/${at}.md`] = article(written());
      const session = await startSession({ files });
      let locale = 'en';
      /** What Check the Newsroom has shown and is still there: whatever comes, the next check shows. */
      const kept = new Set<string>();
      const uriOf = (path: string): string => `${folder}/${path}`;
      const isThere = (path: string): boolean => session.files.has(uriOf(path));
      const put = (path: string, text: string): void => {
        const type = isThere(path) ? 2 : 1;
        session.files.set(uriOf(path), text);
        session.watched(uriOf(path), type);
      };
      const remove = (path: string): void => {
        kept.delete(uriOf(path));
        if (session.files.delete(uriOf(path))) session.watched(uriOf(path), 3);
      };
      const somewhere = (): string => `${places[some(3)]}/${some(12)}.md`;
      /** Of a folder an editor tells as a whole, as git leaves it when it switches: the same names, other texts. */
      const switchFolder = (path: string, tell: readonly (1 | 2 | 3)[]): void => {
        const were = [...session.files.keys()].filter((uri) => uri.startsWith(`${uriOf(path)}/`));
        const shown = were.filter((uri) => kept.delete(uri));
        for (const uri of were) session.files.delete(uri);
        if (tell[0] === 3) session.watched(uriOf(path), 3);
        if (tell.at(-1) === 3) return;
        for (let at = some(4); at >= 0; at--) session.files.set(uriOf(`${path}/${some(12)}.md`), article(written()));
        for (const uri of shown) if (session.files.has(uri)) kept.add(uri);
        session.watched(uriOf(path), tell.at(-1) ?? 1);
      };
      /** Not every kind of workspace tells of what other programs do, and none tells of everything. */
      const changeUntold = ({ files: there }: Session): void => {
        const uri = uriOf(somewhere());
        if (some(3) === 0) kept.delete(uri);
        if (!kept.has(uri)) there.delete(uri);
        else there.set(uri, article(written()));
        if (some(3) === 0) there.set(uriOf(`${places[some(3)]}/图${some(4)}.png`), 'x');
        if (some(3) === 0) there.delete(uriOf(`${places[some(3)]}/图${some(4)}.png`));
        if (some(5) === 0) there.set(uriOf('copydesk.yml'), houseTexts[some(houseTexts.length)] ?? '');
        if (some(5) === 0) there.set(uriOf('terms.yml'), 'terms:\n  - {use: 晚橙, not: 晚橘}\n');
      };
      const deeds: readonly (() => void)[] = [
        () => put(somewhere(), article(written())),
        () => put(somewhere(), article(written())),
        () => remove(somewhere()),
        () => put(`${places[some(3)]}/图${some(4)}.png`, 'x'),
        () => remove(`${places[some(3)]}/图${some(4)}.png`),
        () => put('copydesk.yml', houseTexts[some(houseTexts.length)] ?? ''),
        () => put('terms.yml', some(2) ? 'terms:\n  - {use: 晚橙, not: 晚橘}\n' : 'terms: []\n'),
        () => remove('terms.yml'),
        () => put('乡村/copydesk.yml', some(2) ? 'extends: china-report\n' : 'extends: ../copydesk.yml\n'),
        () => remove('乡村/copydesk.yml'),
        () => put('staff.yml', some(2) ? 'staff: [高远]\n' : 'staff: [高远, 周砚]\n'),
        () => switchFolder(places[some(3)] ?? '', [3]),
        () => switchFolder(places[some(3)] ?? '', [3, 1]),
        () => switchFolder(places[some(3)] ?? '', [1]),
        () => switchFolder(places[some(3)] ?? '', [2]),
        () => {
          locale = some(2) ? 'en' : 'zh-cn';
          session.configure({ locale });
        },
        () => {
          const path = somewhere();
          if (!isThere(path)) return;
          const uri = session.open(path, session.files.get(uriOf(path)) ?? '');
          session.close(uri);
        },
      ];
      try {
        const check = async (): Promise<void> => {
          await session.desk('copydesk/checkNewsroom', {});
          for (const uri of session.files.keys()) if (uri.endsWith('.md')) kept.add(uri);
        };
        await check();
        for (let step = 0; step < 15; step++) {
          for (let deed = some(3); deed >= 0; deed--) deeds[some(deeds.length)]?.();
          await sameAsNew(session, kept, locale, step);
          if (step % 4 > 0) continue;
          for (let deed = some(4); deed >= 0; deed--) changeUntold(session);
          await check();
          await sameAsNew(session, kept, locale, step);
        }
      } finally {
        await session.stop();
      }
    });
  }

  it('is read again below a folder that came where one was, although nobody told that it went', async () => {
    const text = (isSound: boolean): string => article({ slug: 1, passage: 1, picture: 1, link: 1, isSound });
    const session = await startSession({ files: { 'copydesk.yml': houseTexts[0] ?? '', '乡村/1.md': text(false) } });
    try {
      await session.desk('copydesk/checkNewsroom', {});
      const uri = `${folder}/乡村/1.md`;
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
      session.files.set(uri, text(true));
      session.watched(`${folder}/乡村`, 1);
      await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'wrong-interpunct'));
    } finally {
      await session.stop();
    }
  });

  /** Waits until the findings of these files are those of a session that begins now. */
  async function sameAsNew(session: Session, uris: ReadonlySet<string>, locale: string, step: number): Promise<void> {
    const files = Object.fromEntries([...session.files].map(([uri, text]) => [uri.slice(folder.length + 1), text]));
    const fresh = await startSession({ files, locale });
    try {
      await fresh.desk('copydesk/checkNewsroom', {});
      const isOther = (uri: string): boolean => findingsIn(session, uri) !== findingsIn(fresh, uri);
      for (let turn = 0; turn < 500 && [...uris].some(isOther); turn++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      for (const uri of uris) assert.equal(findingsIn(session, uri), findingsIn(fresh, uri), `${uri} at step ${step}`);
      for (const uri of session.shown.keys())
        if (!session.files.has(uri))
          assert.equal(findingsIn(session, uri), '[]', `${uri}, which is gone, at step ${step}`);
      const rows = await rowsOf(fresh);
      for (let turn = 0; turn < 200 && !isDeepStrictEqual(await rowsOf(session), rows); turn++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.deepEqual(await rowsOf(session), rows, `the desk at step ${step}`);
    } finally {
      await fresh.stop();
    }
  }
});
