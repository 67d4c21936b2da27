import assert from 'node:assert/strict';
import { commandNames, commands } from '../../src/cli/commands.ts';
import { options } from '../../src/cli/options.ts';
import { type Newsroom, newsroom } from './newsroom.ts';

describe('a command that reads what is typed', () => {
  for (const argv of [
    ['check', '--stdin'],
    ['fix', '--stdin'],
    ['parse', '--as', 'byline'],
    ['import', '-', '--stdout'],
    ['render', '-'],
  ])
    it(`says so at a terminal, and nothing where a pipe is read: ${argv.join(' ')}`, async () => {
      const room = newsroom();
      try {
        const stdin = '本报讯（记者陆晓晴）\n';
        const typed = await room.run(argv, { stdin, isInputTTY: true });
        assert.match(typed.err, /^copydesk: Reading what you type; Ctrl\+D/);
        assert.match(
          (await room.run([...argv, '--locale', 'zh'], { stdin, isInputTTY: true })).err,
          /正在读取键盘输入/,
        );
        assert.doesNotMatch((await room.run(argv, { stdin })).err, /Reading what/);
      } finally {
        room.remove();
      }
    });
});

describe('the command line’s arguments', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom();
  });
  after(() => room.remove());

  /** Each mistake, what it must say in English, and in Chinese. */
  const mistakes: readonly (readonly [readonly string[], string, string])[] = [
    [['chek'], 'There is no command `chek`. Did you mean `check`?', '是否想写 `check`'],
    [['a/b.md'], 'write `copydesk check a/b.md`', 'copydesk check a/b.md'],
    [['check', '--formt', 'json'], 'has no option `--formt`. Did you mean `--format`?', '是否想写 `--format`'],
    [['check', '--title', 'x'], '`copydesk check` has no option `--title`', '没有选项 `--title`'],
    [['check', '--format', 'jsn'], 'cannot be `jsn`; it is one of pretty, json', '可选：pretty、json'],
    [['check', '--format'], '`--format` needs a value, for example `--format pretty`', '后面要有值'],
    [['check', '--stdin=yes'], '`--stdin` takes no value', '不带值'],
    [
      ['check', '--check', 'wrong-interpunt'],
      'no check `wrong-interpunt`. Did you mean `wrong-interpunct`?',
      '是否想写 `wrong-interpunct`',
    ],
    [
      ['check', '--only', 'wrong-dash,wrong-dsh'],
      'no check `wrong-dsh`. Did you mean `wrong-dash`?',
      '是否想写 `wrong-dash`',
    ],
    [['fix', '--except', 'wrong-dsh'], 'Did you mean `wrong-dash`?', '是否想写 `wrong-dash`'],
    [['check', '--max-warnings', 'ten'], 'cannot be `ten`; it is a whole number from 0', '从 0 起的整数'],
    [['check', '--max-warnings', '1.5'], 'cannot be `1.5`', '不能是“1.5”'],
    [['check', '--severity', 'eror'], 'Did you mean `error`?', '是否想写 `error`'],
    [['check', '--stage', 'draft,publisht'], 'cannot be `publisht`', '是否想写 `published`'],
    [['check', '--watch', '--stdin'], '`--watch` looks at files', '不能与 `--stdin` 同用'],
    [['check', '--output', 'report'], 'write `--format FORMAT` before it', '看不出格式'],
    [['check', '--output', 'sarif:a.md'], 'is no report in the format sarif', '不会覆盖它'],
    [['explain', 'wrong-interpunt'], 'Did you mean `wrong-interpunct`?', '是否想写 `wrong-interpunct`'],
    [['check', '--stdin', 'a.md'], '--stdin-filename', '--stdin-filename'],
    [['render'], 'What is missing is the article: `copydesk render FILE`', '缺少稿件'],
    [['render', 'a', 'b'], '`b` is one argument too many', '多了参数“b”'],
    [['new', 'no-such'], 'There is no template `no-such`', '没有“no-such”这个模板'],
    [['parse'], '--as', '--as'],
    [['check', '--house', 'none.yml'], 'none.yml', 'none.yml'],
    [['check', 'none.md'], 'There is no file or folder `none.md`', '找不到文件或文件夹“none.md”'],
    [['check', '*.none'], 'No file matches `*.none`', '没有文件符合'],
    [['import', 'none.txt'], 'There is no file or folder `none.txt`', '找不到'],
  ];

  for (const [argv, english, chinese] of mistakes) {
    it(`says what to do about \`${argv.join(' ')}\``, async () => {
      const en = await room.run(argv);
      assert.equal(en.code, 2, en.err);
      assert.ok(en.err.includes(english), en.err);
      const zh = await room.run(
        [...argv, '--locale', 'zh'].filter(
          (word, index) => index < argv.length || argv.at(-1) !== '--format' || word !== '',
        ),
      );
      assert.equal(zh.code, 2);
      if (argv.at(-1) !== '--format') assert.ok(zh.err.includes(chinese), zh.err);
      assert.doesNotMatch(en.err + zh.err, /\{[a-z]+\}/, 'a placeholder was left open');
      assert.doesNotMatch(en.err, /\n\s+at /, 'no stack trace for a mistake of the user');
    });
  }

  it('prints help for every command in both languages', async () => {
    for (const locale of ['en', 'zh'] as const) {
      const overview = await room.run(['--help', '--locale', locale]);
      assert.equal(overview.code, 0);
      for (const name of commandNames) {
        assert.ok(overview.out.includes(commands[name].about[locale]), name);
        const { out, code } = await room.run([name, '--help', '--locale', locale]);
        assert.equal(code, 0);
        assert.ok(out.includes(`copydesk ${name}`), out);
        for (const [option, spec] of Object.entries(options)) {
          if ('commands' in spec && (spec.commands as readonly string[]).includes(name))
            assert.ok(out.includes(`--${option}`), `${name} --${option}`);
        }
      }
    }
  });

  it('keeps both languages complete', () => {
    for (const spec of [...Object.values(options), ...Object.values(commands)]) {
      assert.notEqual(spec.about.en, '');
      assert.match(spec.about.zh, /\p{Script=Han}/u);
    }
  });

  it('fails without a command, since nothing was checked', async () => {
    const { code, err, out } = await room.run([]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /Usage:/);
  });

  it('prints the version of package.json', async () => {
    const { out, code } = await room.run(['--version']);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('takes the language from LC_ALL, LC_MESSAGES, LANG in that order', async () => {
    const speak = async (env: Record<string, string>) => (await room.run(['chek'], { env: { LANG: '', ...env } })).err;
    assert.match(await speak({ LANG: 'zh_CN.UTF-8' }), /没有/);
    assert.match(await speak({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB' }), /no command/);
    assert.match(await speak({ LANG: 'en_GB', LC_MESSAGES: 'en_GB', LC_ALL: 'zh_TW' }), /沒有/);
    assert.match(await speak({ LANG: 'C' }), /no command/);
  });
});
