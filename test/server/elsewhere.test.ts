import assert from 'node:assert/strict';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const long =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';
const article = (title: string, day: string, body: string): string =>
  `---\ntitle: ${title}\npublished: 2026-05-${day}\n---\n\n${body}\n`;

const uriOf = (path: string): string => `${folder}/${path}`;
const duplicates = (all: readonly { code?: number | string; message: unknown }[]): readonly unknown[] =>
  all.filter(({ code }) => code === 'duplicate-article');
const messageOf = (all: readonly { readonly message: unknown }[]): string =>
  all.map(({ message }) => String(message)).join('\n');

describe('language server: what other articles have', () => {
  let session: Session;
  const uri = uriOf;

  before(async () => {
    session = await startSession({
      files: {
        'copydesk.yml': 'extends: china-report\n',
        'a.md': article('河湾镇的水渠', '02', long),
        'b.md': article('又一条水渠', '03', '渠水到了。'),
        ...Object.fromEntries(
          Array.from({ length: 200 }, (_, at) => [`档/${at}.md`, article(`第${at}条渠`, '01', `渠水${at}。`)]),
        ),
      },
    });
  });
  after(() => session.stop());

  it('follows a file that is closed and one that is open, and reviews no others', async () => {
    await session.desk('copydesk/checkNewsroom', {});
    assert.deepEqual(duplicates(session.shown.get(uri('a.md'))?.diagnostics ?? []), []);
    session.open('b.md', session.files.get(uri('b.md')) ?? '');
    await session.diagnostics(uri('b.md'));
    const asked = session.asked.length;
    session.change(uri('b.md'), rangeOf(session.text(uri('b.md')), '渠水到了。'), long);
    await session.diagnostics(uri('b.md'), (all) => duplicates(all).length === 1);
    // The one that was first is closed, and told of it.
    await session.diagnostics(uri('a.md'), (all) => duplicates(all).length === 1);
    const read = session.asked.slice(asked).filter((one) => one.includes('档/') || one.includes('%E6%A1%A3'));
    assert.deepEqual(read, [], 'articles that it does not concern');
    // And told again when it is so no longer.
    session.change(uri('b.md'), rangeOf(session.text(uri('b.md')), long), '渠水到了。');
    await session.diagnostics(uri('a.md'), (all) => duplicates(all).length === 0);
  });

  it('follows files that change on the disk', async () => {
    session.files.set(uri('档/7.md'), article('河湾镇的水渠', '04', '渠水7。'));
    session.watched(uri('档/7.md'), 2);
    await session.diagnostics(uri('a.md'), (all) => duplicates(all).length === 1);
    await session.diagnostics(uri('档/7.md'), (all) => duplicates(all).length === 1);
    session.files.delete(uri('档/7.md'));
    session.watched(uri('档/7.md'), 3);
    await session.diagnostics(uri('a.md'), (all) => duplicates(all).length === 0);
  });
});

describe('language server: addresses that a site makes', () => {
  it('follow its settings as they are edited', async () => {
    const text = article('河湾镇的水渠', '02', '渠水到了。');
    const session = await startSession({
      files: {
        'copydesk.yml': 'extends: china-report\nchecks: {unlinked-correction: warning}\n',
        '_config.yml': 'permalink: pretty\n',
        '_posts/2026-05-02-canal.md': text,
        '_posts/2026-05-09-sorry.md': article('更正启事', '09', '[渠水](/2026/05/02/canal/)有误。').replace(
          'published',
          'column: 更正\npublished',
        ),
      },
    });
    try {
      const uri = session.open('_posts/2026-05-02-canal.md', text);
      const corrected = (count: number) =>
        session.diagnostics(uri, (all) => all.filter(({ code }) => code === 'unlinked-correction').length === count);
      await corrected(1);
      session.files.set(`${folder}/_config.yml`, 'permalink: /:title/\n');
      session.watched(`${folder}/_config.yml`, 2);
      await corrected(0);
    } finally {
      await session.stop();
    }
  });
});

describe('language server: a newsroom that was checked', () => {
  it('is not read again when an article is saved', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`档/${at}.md`, article(`第${at}条渠`, '01', `渠水${at}。`)]),
    );
    const session = await startSession({
      watch() {},
      files: { 'copydesk.yml': 'extends: china-report\n', ...files },
    });
    try {
      await session.desk('copydesk/checkNewsroom', {});
      const uri = session.open('档/1.md', files['档/1.md'] ?? '');
      await session.diagnostics(uri);
      const asked = session.asked.length;
      session.change(uri, rangeOf(session.text(uri), '渠水1。'), '清泉镇•河口镇。');
      session.files.set(uri, session.text(uri));
      session.save(uri);
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const read = session.asked.slice(asked).filter((one) => /档|%E6%A1%A3/.test(one) && !one.includes('/1.md'));
      assert.deepEqual(read, []);
    } finally {
      await session.stop();
    }
  });

  it('shows anew what a file that comes concerns, and nothing else; all of it in another language', async () => {
    const slip = '清泉镇•河口镇。';
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`档/${at}.md`, article(`第${at}条渠`, '01', `渠水${at}，${slip}`)]),
    );
    const session = await startSession({
      files: { 'copydesk.yml': 'extends: china-report\n', ...files, '档/39.md': article('第39条渠', '01', long) },
    });
    try {
      await session.desk('copydesk/checkNewsroom', {});
      const told = (path: string) => session.shown.get(uriOf(path))?.diagnostics ?? [];
      assert.match(messageOf(told('档/7.md')), /interpunct/);
      const before = new Map(session.shown);
      const add = (path: string, text: string): void => {
        session.files.set(uriOf(path), text);
        session.watched(uriOf(path), 1);
      };
      add('档/图.png', 'x');
      session.configure({});
      add('档/new.md', article('新来的渠', '02', long));
      await session.diagnostics(uriOf('档/39.md'), (all) => duplicates(all).length === 1);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const anew = [...session.shown].filter(([uri, one]) => uri.endsWith('.md') && before.get(uri) !== one);
      assert.deepEqual(
        anew.map(([uri]) => uri),
        [uriOf('档/39.md')],
      );

      session.configure({ locale: 'zh-cn' });
      await session.diagnostics(uriOf('档/38.md'), (all) => /间隔号/.test(messageOf(all)));
      await session.diagnostics(uriOf('档/0.md'), (all) => /间隔号/.test(messageOf(all)));

      add('档/7.md', files['档/7.md']?.replace(slip, '') ?? '');
      await session.diagnostics(uriOf('档/7.md'), (all) => !/间隔号/.test(messageOf(all)));
    } finally {
      await session.stop();
    }
  });

  it('tells of a closed article what a moment brings', async () => {
    let begun: number | undefined;
    const now = (): number => Date.UTC(2026, 4, 4, 1, 59, 58) + (begun === undefined ? 0 : Date.now() - begun);
    const text = article('渠水到了', '01', '渠水到了。').replace(
      '---\n\n',
      'stage: published\nexpires: 2026-05-04 10:00\n---\n\n',
    );
    const session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', 'a.md': text }, now });
    const isBound = (all: readonly { readonly code?: number | string }[]): boolean =>
      all.some(({ code }) => code === 'broken-embargo');
    try {
      await session.desk('copydesk/checkNewsroom', {});
      assert.equal(isBound(session.shown.get(uriOf('a.md'))?.diagnostics ?? []), false);
      begun = Date.now();
      await session.diagnostics(uriOf('a.md'), isBound);
    } finally {
      await session.stop();
    }
  });
});
