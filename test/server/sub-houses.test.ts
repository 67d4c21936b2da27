import assert from 'node:assert/strict';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const top = 'extends: china-report\nname: 青禾新闻网\nchecks:\n  wrong-interpunct: off\n';
const body = '---\ntitle: 甲\ncolumn: 乡村\n---\n\n中国报道讯（沈若舟）清泉镇•河口镇签约。\n';

describe('language server: house files that extend one another', () => {
  let session: Session;
  const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
    session = await startSession({ files });
  };
  afterEach(() => session.stop());

  const city = {
    'copydesk.yml': top,
    'staff.yml': 'staff: [沈若舟]\n',
    'city/copydesk.yml': 'extends: ../copydesk.yml\n',
  };
  const codes = (all: readonly { code?: unknown }[]): string => all.map(({ code }) => String(code)).join(' ');

  it('inherit settings and people, and change with what they extend', async () => {
    await start(city);
    const uri = session.open('city/a.md', body);
    await session.diagnostics(uri, (all) => !/wrong-interpunct|unknown-person/.test(codes(all)));
    const { text } = await session.desk('copydesk/house', { uri });
    assert.match(text, /name: 青禾新闻网 +# \.\.\/copydesk\.yml/);
    const above = session.open('copydesk.yml', top, 'yaml');
    session.change(above, rangeOf(top, 'off'), 'error');
    await session.diagnostics(uri, (all) => /wrong-interpunct/.test(codes(all)));
    const staff = session.open('staff.yml', 'staff: [沈若舟]\n', 'yaml');
    session.change(staff, rangeOf('staff: [沈若舟]\n', '沈若舟'), '何小满');
    await session.diagnostics(uri, (all) => /unknown-person/.test(codes(all)));
  });

  it('are heard of when one comes to lie above the opened folder, where nothing was before', async () => {
    const heard: string[] = [];
    session = await startSession({ watch: (baseUri, pattern) => void heard.push(`${baseUri} ${pattern}`) });
    const uri = session.open('a.md', body);
    await session.diagnostics(uri, (all) => !/missing-field/.test(codes(all)));
    assert.deepEqual(heard, ['newsroom:/ copydesk.yml']);
    session.files.set('newsroom:/copydesk.yml', 'fields:\n  desk: {type: text, required: draft}\n');
    session.watched('newsroom:/copydesk.yml', 1);
    await session.diagnostics(uri, (all) => /missing-field/.test(codes(all)));
    session.files.delete('newsroom:/copydesk.yml');
    session.watched('newsroom:/copydesk.yml', 3);
    await session.diagnostics(uri, (all) => !/missing-field/.test(codes(all)));
  });

  it('keep the last good house of what they extend while that is faulty', async () => {
    await start(city);
    const uri = session.open('city/a.md', body);
    await session.diagnostics(uri, (all) => !/wrong-interpunct/.test(codes(all)));
    const above = session.open('copydesk.yml', top, 'yaml');
    session.change(above, rangeOf(top, 'extends'), 'extnds');
    await session.diagnostics(above, (all) => /house-file/.test(codes(all)));
    const { text } = await session.desk('copydesk/house', { uri });
    assert.match(text, /wrong-interpunct:\n +severity: "?off"?/);
    // What is in the file above is told in that file.
    assert.deepEqual(session.shown.get(`${folder}/city/copydesk.yml`)?.diagnostics ?? [], []);
  });

  it('find people where they are listed, and rename them in every article that has them from there', async () => {
    await start({ ...city, 'city/staff.yml': 'staff: [何小满]\n', 'city/b.md': body, '乡村/c.md': body });
    const uri = session.open('city/a.md', body);
    await session.diagnostics(uri);
    const { start: position } = rangeOf(body, '沈若舟');
    const params = { textDocument: { uri }, position };
    const place = await session.request<{ uri: string } | null>('textDocument/definition', params);
    assert.equal(place?.uri, `${folder}/staff.yml`);
    const places = await session.request<readonly { uri: string }[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      [...new Set(places.map((one) => decodeURI(one.uri)))].sort(),
      ['city/a.md', 'city/b.md', 'staff.yml', '乡村/c.md'].map((path) => `${folder}/${path}`).sort(),
    );
  });

  it('say what is wrong with what they extend, and nothing leaves the workspace', async () => {
    await start({
      'copydesk.yml': 'extends: ../../other/copydesk.yml\n',
      'a/copydesk.yml': 'extends: ../b/copydesk.yml\n',
      'b/copydesk.yml': 'extends: ../a/copydesk.yml\n',
    });
    for (const [path, text] of [
      ['copydesk.yml', 'extends: ../../other/copydesk.yml\n'],
      ['a/copydesk.yml', 'extends: ../b/copydesk.yml\n'],
      ['b/copydesk.yml', 'extends: ../a/copydesk.yml\n'],
    ] as const) {
      const uri = session.open(path, text, 'yaml');
      const [fault] = await session.diagnostics(uri, (all) => all.length === 1);
      assert.match(
        String(fault?.message),
        path === 'copydesk.yml' ? /There is no house file/ : /extends this file in its turn/,
      );
    }
  });

  it('are offered to the house file below, before ours', async () => {
    await start({ ...city, 'city/copydesk.yml': 'extends: \n' });
    const uri = session.open('city/copydesk.yml', 'extends: \n', 'yaml');
    const list = await session.request<readonly { label: string }[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: 9 },
    });
    assert.deepEqual(
      list.slice(0, 2).map(({ label }) => label),
      ['../copydesk.yml', 'china-report'],
    );
  });
});

describe('language server: house files that are not saved', () => {
  let session: Session;
  afterEach(() => session.stop());

  const codes = (all: readonly { code?: unknown }[]): string => all.map(({ code }) => String(code)).join(' ');
  const files = {
    'copydesk.yml': 'extends: ./base.yml\n',
    'base.yml': top,
    'staff.yml': 'staff: [沈若舟]\n',
    'sub/copydesk.yml': 'extends: ../copydesk.yml\n',
  };

  for (const path of ['a.md', 'sub/a.md']) {
    for (const [name, what, wrong, found] of [
      [
        'copydesk.yml',
        'the house file',
        'extends: ./base.yml\nchecks: {wrong-interpunct: error}\n',
        'wrong-interpunct',
      ],
      ['base.yml', 'a base of any name', top.replace('off', 'error'), 'wrong-interpunct'],
      ['staff.yml', 'the staff list', 'staff: [何小满]\n', 'unknown-person'],
    ] as const) {
      it(`${what} counts while it is typed, and no longer once it is closed (${path})`, async () => {
        session = await startSession({ files });
        const uri = session.open(path, body);
        await session.diagnostics(uri, (all) => !codes(all).includes(found));
        const file = session.open(name, files[name], 'yaml');
        session.change(file, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, wrong);
        await session.diagnostics(uri, (all) => codes(all).includes(found));
        session.close(file);
        await session.diagnostics(uri, (all) => !codes(all).includes(found));
      });
    }
  }

  it('a file that a house extends is a house file, whatever is opened first and whatever it is called', async () => {
    for (const order of [
      ['base.yml', 'a.md'],
      ['a.md', 'base.yml'],
    ]) {
      session = await startSession({ files: { ...files, 'base.yml': `${top}feilds: {}\n` } });
      for (const path of order) session.open(path, session.files.get(`${folder}/${path}`) ?? body, path.slice(-3));
      const faults = await session.diagnostics(`${folder}/base.yml`, (all) => all.length > 0);
      assert.match(codes(faults), /^(house-file ?)+$/);
      const params = { textDocument: { uri: `${folder}/base.yml` }, position: { line: 0, character: 2 } };
      assert.match(JSON.stringify(await session.request('textDocument/hover', params)), /extends/);
      const items = await session.request('textDocument/completion', {
        ...params,
        position: { line: 4, character: 0 },
      });
      assert.match(JSON.stringify(items), /"byline"/);
      if (order[0] === 'base.yml') await session.stop();
    }
  });

  it('a file that no house extends any more is none, and other YAML never is', async () => {
    session = await startSession({ files: { ...files, 'mkdocs.yml': 'site_name: 甲\n' } });
    session.open('a.md', body);
    const base = session.open('base.yml', `${top}feilds: {}\n`, 'yaml');
    const other = session.open('mkdocs.yml', '---\nsite_name: 甲\nauthor: 乙\n', 'yaml');
    await session.diagnostics(base, (all) => all.length > 0);
    assert.deepEqual(await session.diagnostics(other), []);
    const house = session.open('copydesk.yml', 'extends: ./base.yml\n', 'yaml');
    session.change(house, rangeOf('extends: ./base.yml\n', './base.yml'), 'china-report');
    await session.diagnostics(base, (all) => all.length === 0);
  });
});

describe('language server: a house file that is read slowly', () => {
  it('never brings back what was edited meanwhile', async () => {
    let release: (() => void) | undefined;
    const session = await startSession({
      files: { 'copydesk.yml': top, 'staff.yml': 'staff: [沈若舟]\n' },
      // The first look at the staff file takes longer than those after it.
      hold(uri) {
        if (release !== undefined || !uri.endsWith('/staff.yml')) return undefined;
        return new Promise((resolve) => {
          release = resolve;
        });
      },
    });
    try {
      const file = session.open('copydesk.yml', top, 'yaml');
      while (release === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      session.change(file, rangeOf(top, 'off'), 'error');
      const uri = session.open('乡村/a.md', body);
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
      // Whatever else reads the house file again has done so.
      await new Promise((resolve) => setTimeout(resolve, 600));
      release();
      await new Promise((resolve) => setTimeout(resolve, 100));
      session.change(uri, rangeOf(body, '签约'), '签约了');
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
      session.change(file, rangeOf(session.text(file), 'extends'), 'extnds');
      assert.equal((await session.diagnostics(file, (all) => all.length > 0)).length, 1);
    } finally {
      await session.stop();
    }
  });
});
