import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { leftoverName } from '../../src/cli/write-file.ts';
import { decode, encode } from '../../src/disk/decode.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const house = { 'copydesk.yml': 'extends: china-report\n' };
const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌。\n\n第二段，没有问题。');
const mended = faulty.replace('•', '·');
const only = ['--check', 'wrong-interpunct'];

describe('copydesk fix', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('mends what is certain and touches nothing else', async () => {
    room = newsroom({ ...house, 'a.md': faulty, 'clean.md': article() });
    const before = statSync(join(room.root, 'clean.md')).mtimeMs;
    const ran = await room.run(['fix', ...only]);
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.equal(room.read('a.md'), mended);
    assert.equal(statSync(join(room.root, 'clean.md')).mtimeMs, before);
    assert.match(ran.err, /1 fault mended in 1 article/);
    const again = await room.run(['fix', ...only]);
    assert.match(again.err, /Nothing certain to fix in 2 articles/);
  });

  it('says what is left to a person, and does not call clean what it could not write', async () => {
    room = newsroom({ ...house, 'a.md': article('她说.他走了，城里的灯都亮了。阿依古丽•买买提演唱了民歌。') });
    const ran = await room.run(['fix', '--only', 'wrong-interpunct,half-width-punctuation']);
    assert.match(ran.err, /1 fault mended in 1 article\. 1 can be mended as you decide: `copydesk fix --interactive`/);
    const zh = await room.run(['fix', '--only', 'half-width-punctuation', '--locale', 'zh']);
    assert.match(zh.err, /没有可自动改正的地方。另有 1 处要由你定夺/);
    chmodSync(room.write('b.md', faulty), 0o444);
    const refused = await room.run(['fix', 'b.md', ...only]);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /the file is read-only/);
    assert.doesNotMatch(refused.err, /Nothing certain/);
  });

  it('keeps encoding, byte-order mark and line ends', async () => {
    const crlf = faulty.replaceAll('\n', '\r\n');
    const cases: Readonly<Record<string, Uint8Array>> = {
      'crlf.md': Buffer.from(crlf),
      'bom.md': Buffer.from(`\uFEFF${crlf}`),
      'le.md': Buffer.from(`\uFEFF${crlf}`, 'utf16le'),
      'be.md': Buffer.from(`\uFEFF${crlf}`, 'utf16le').swap16(),
      // • is A1A4's neighbour in GBK: · is A1A4, • is written as four bytes of GB18030.
      'gb18030.md': encode(crlf, 'gb18030') ?? new Uint8Array(),
    };
    room = newsroom({ ...house, ...cases });
    const ran = await room.run(['fix', ...only]);
    assert.equal(ran.code, 0, ran.err);
    for (const [name, before] of Object.entries(cases)) {
      const was = decode(before);
      const is = decode(room.bytes(name));
      assert.ok(was.kind === 'text' && is.kind === 'text', name);
      assert.equal(is.encoding, was.encoding, name);
      assert.equal(is.text, was.text.replace('•', '·'), name);
      assert.doesNotMatch(is.text, /[^\r]\n/, name);
    }
  });

  it('leaves a file alone whose encoding has two codes for one character', async () => {
    // A lone 0x80 reads as €, which GB18030 writes as A2 E3: writing would change a byte that no fix meant.
    const bytes = Buffer.concat([encode(faulty, 'gb18030') ?? new Uint8Array(), Buffer.from([0x80, 0x0a])]);
    room = newsroom({ ...house, 'a.md': bytes });
    const ran = await room.run(['fix', 'a.md', ...only]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /iconv -f GB18030 -t UTF-8/);
    assert.deepEqual(room.bytes('a.md'), bytes);
  });

  it('prints a diff that `git apply` takes, and writes nothing, for --dry-run', async () => {
    room = newsroom({ ...house, '乡村/a.md': faulty, 'b.md': article() });
    const ran = await room.run(['fix', '--dry-run', ...only]);
    assert.equal(ran.code, 1, 'something would change');
    assert.equal(room.read('乡村/a.md'), faulty);
    assert.match(ran.out, /^--- a\/乡村\/a\.md\n\+\+\+ b\/乡村\/a\.md\n@@ /);
    room.write('fix.diff', ran.out);
    execFileSync('git', ['apply', 'fix.diff'], { cwd: room.root });
    assert.equal(room.read('乡村/a.md'), mended);
    assert.equal((await room.run(['fix', '--dry-run', ...only])).code, 0);
  });

  it('takes no report beside a diff or a text that it gives back: none would be written', async () => {
    room = newsroom({ 'a.md': article() });
    for (const prints of ['--dry-run', '--stdin'])
      for (const report of ['--format', '--output']) {
        const { code, out, err } = await room.run(['fix', prints, report, report === '--format' ? 'json' : 'r.json'], {
          stdin: article(),
        });
        assert.deepEqual([code, out], [2, '']);
        assert.ok(err.includes(`${report} and ${prints} cannot stand together`), err);
      }
  });

  it('hands back standard input, mended or not', async () => {
    room = newsroom(house);
    const fixed = await room.run(['fix', '--stdin', ...only], { stdin: faulty });
    assert.deepEqual([fixed.code, fixed.out], [0, mended]);
    const clean = await room.run(['fix', '--stdin', ...only], { stdin: article() });
    assert.deepEqual([clean.code, clean.out], [0, article()]);
  });

  it('keeps mode and links, and goes on past a file that it may not write', async () => {
    room = newsroom({ ...house, 'a.md': faulty, 'b.md': faulty, 'real/c.txt': faulty });
    chmodSync(join(room.root, 'a.md'), 0o444);
    chmodSync(join(room.root, 'b.md'), 0o600);
    symlinkSync('real/c.txt', join(room.root, 'c.md'));
    const ran = await room.run(['fix', 'a.md', 'b.md', 'c.md', ...only]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /a\.md: Not changed: the file is read-only/);
    // What the disk kept from being written waits for no answer.
    assert.doesNotMatch(ran.err, /--interactive/);
    assert.equal(room.read('a.md'), faulty);
    assert.equal(room.read('b.md'), mended);
    assert.equal(statSync(join(room.root, 'b.md')).mode & 0o777, 0o600);
    assert.equal(room.read('real/c.txt'), mended);
    assert.ok(lstatSync(join(room.root, 'c.md')).isSymbolicLink());
  });

  it('writes nothing back in an encoding that it only guessed, and reads none that it does not know', async () => {
    const two = encode('周砚•何竹\n', 'gb18030') ?? new Uint8Array();
    // 本報訊（記者陸曉晴）河灣鎮今年修好了三條水渠。 in Big5
    const big5 = Buffer.from(
      'a5bbb3f8b054a15db04faaccb3b0bee5b4b8a15eaa65c657c2eda4b5a67eadd7a66ea446a454b1f8a4f4b4eba143',
      'hex',
    );
    room = newsroom({ ...house, 'a.md': two, 'b.md': big5 });
    const ran = await room.run(['fix', ...only]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /a\.md: Not changed: it was read as GB18030/);
    assert.deepEqual([...room.bytes('a.md')], [...two]);
    assert.deepEqual(room.bytes('b.md'), big5);
  });

  it('goes on past files with the longest names, with a second name, and clears what a killed run left', async () => {
    const long = `${'长'.repeat(84)}.md`;
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    room = newsroom({ ...house, [long]: faulty, 'b.md': faulty, 'z.md': faulty, [leftoverName(pid)]: 'half' });
    linkSync(join(room.root, 'b.md'), join(room.root, 'c.txt'));
    const ran = await room.run(['fix', ...only]);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /b\.md: Not changed: the file has another name/);
    assert.equal(room.read('b.md'), faulty);
    assert.equal(room.read(long), mended);
    assert.equal(room.read('z.md'), mended);
    assert.ok(!existsSync(join(room.root, leftoverName(pid))));
  });

  it('reports what remains, with its exit code', async () => {
    room = newsroom({ ...house, 'a.md': faulty.replace('title: 首批高山番茄上市\n', '') });
    const ran = await room.run(['fix']);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /missing-field/);
    assert.doesNotMatch(ran.out, /wrong-interpunct/);
  });

  it('does all files of a folder and then finds nothing more to do', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`乡村/${index}.md`, faulty]));
    room = newsroom({ ...house, ...files });
    assert.equal((await room.run(['fix', ...only])).code, 0);
    for (const path of Object.keys(files)) assert.equal(room.read(path), mended);
    assert.deepEqual(
      readdirSync(join(room.root, '乡村')).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
});

/** The built command line, killed while it writes. Needs `npm run build`. */
describe('copydesk fix, killed', () => {
  const cli = join(import.meta.dirname ?? '.', '../../cli.js');
  it('leaves each file old or new, never half', async () => {
    assert.ok(existsSync(cli), 'the command line is not built: npm run build');
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.md`, faulty]));
    const room = newsroom({ ...house, ...files });
    mkdirSync(join(room.root, '.git'));
    for (const delay of [0, 3, 10]) {
      for (const [path, text] of Object.entries(files)) room.write(path, text);
      const child = spawn(process.execPath, [cli, 'fix', ...only], { cwd: room.root, stdio: 'ignore' });
      await new Promise<void>((done) => {
        child.on('exit', () => done());
        // Once the first file is mended, the others are under way.
        const watch = setInterval(() => {
          if (room.read('0.md') === faulty) return;
          clearInterval(watch);
          setTimeout(() => child.kill('SIGKILL'), delay);
        }, 1);
      });
      for (const path of Object.keys(files)) {
        const text = room.read(path);
        assert.ok(text === faulty || text === mended, path);
      }
    }
    room.remove();
  }).timeout(60_000);
});
