import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { options } from '../../src/cli/options.ts';
import { recipes } from '../../src/cli/recipes.ts';
import { action, runAction } from './action.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

const pages = ['src/cli/recipes.md', 'src/cli/recipes.zh-CN.md'].map((file) => readFileSync(file, 'utf8'));

/** The fenced blocks of a page in a language of code. */
const blocks = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);

/** Every value of a tree that is a text. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The commands of Copydesk that a text runs, as their words. */
function commandsIn(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .flatMap((line) => /^(?:npx --yes )?copydesk ([^|]+)/.exec(line.trim())?.slice(1) ?? [])
    .map((rest) => rest.trim().split(/\s+/));
}

describe('recipes for CI and hooks', () => {
  it('stand on both pages as they are written', () => {
    const vscode = readFileSync('src/cli/recipes/vscode.json', 'utf8');
    for (const page of pages) {
      const yaml = blocks(page, 'yaml');
      for (const [name, { text, path }] of Object.entries(recipes)) {
        assert.ok(yaml.includes(text), name);
        assert.ok(page.includes(path), path);
      }
      assert.ok(blocks(page, 'json').includes(vscode));
      for (const block of yaml) assert.ok(load(block), block);
    }
    assert.deepEqual(Object.keys(recipes), options.recipe.choices);
    // The hooks that others take from this repository look at the same files.
    const files = (text: string) => [...text.matchAll(/^ +files: (.+)$/gm)].map(([, one]) => one);
    const [own, wanted] = [readFileSync('.pre-commit-hooks.yaml', 'utf8'), recipes['pre-commit']?.text ?? ''].map(
      files,
    );
    assert.deepEqual(new Set(own), new Set(wanted));
  });

  it('run commands that fail on a faulty article, pass on a sound one, and write what they name', async () => {
    const found = pages.flatMap((page) => [
      ...blocks(page, 'yaml').flatMap((block) => texts(load(block)).flatMap(commandsIn)),
      ...blocks(page, 'json').flatMap((block) => texts(JSON.parse(block)).flatMap(commandsIn)),
      ...blocks(page, 'sh').flatMap(commandsIn),
    ]);
    const hooks = texts(load(readFileSync('.pre-commit-hooks.yaml', 'utf8'))).flatMap(commandsIn);
    const checks = [...found, ...hooks].filter(([command]) => command === 'check');
    assert.ok(checks.length >= 16, String(checks.length));
    for (const argv of new Map(checks.map((one) => [one.join(' '), one])).values()) {
      const room = newsroom({
        'copydesk.yml': 'extends: china-report\n',
        'a.md': article('阿依古丽•买买提演唱了民歌。'),
      });
      const git = (...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: room.root });
      git('init', '-q');
      git('add', '.');
      try {
        const faulty = await room.run(argv);
        assert.equal(faulty.code, 1, `${argv.join(' ')}: ${faulty.err}`);
        for (const [index, word] of argv.entries())
          if (argv[index - 1] === '--output')
            assert.ok(existsSync(join(room.root, word.replace(/^[a-z]+:/, ''))), word);
        room.write('a.md', article());
        git('add', '.');
        const sound = await room.run(argv);
        assert.equal(sound.code, 0, `${argv.join(' ')}: ${sound.out}${sound.err}`);
      } finally {
        room.remove();
      }
    }
  });

  it('the problem matcher of the extension reads `--format unix`', async () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [matcher] = contributes.problemMatchers;
    assert.equal(matcher.name, 'copydesk');
    const { regexp, file, line, column, severity, message, code } = matcher.pattern;
    const room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a:1.md': article('阿依古丽•买买提，水渠,通了。'),
    });
    const { out } = await room.run(['check', '--format', 'unix']);
    room.remove();
    const lines = out.trimEnd().split('\n');
    assert.ok(lines.length >= 2);
    for (const text of lines) {
      const match = new RegExp(regexp).exec(text);
      assert.ok(match, text);
      assert.equal(match[file], '乡村/a:1.md');
      assert.ok(Number(match[line]) > 1 && Number(match[column]) > 0);
      assert.match(match[severity] ?? '', /^(?:error|warning|info)$/);
      assert.ok(match[message] !== '' && match[code] !== '');
    }
  });

  it('`init --recipe` writes them to the top of the repository, and over nothing', async () => {
    const room = newsroom({ 'news/a.md': article(), 'news/b.md': article(), 'lefthook.yml': 'mine: 1\n' });
    mkdirSync(join(room.root, '.git'));
    const shown = await room.run(['init', '--yes', '--dry-run', '--recipe', 'gitlab'], { cwd: 'news' });
    assert.ok(shown.out.includes(recipes.gitlab?.text ?? '?'));
    assert.ok(!existsSync(join(room.root, '.gitlab-ci.yml')));
    const ran = await room.run(['init', '--yes', '--recipe', 'github,lefthook'], { cwd: 'news' });
    assert.equal(ran.code, 0, ran.err);
    assert.equal(room.read('.github/workflows/copydesk.yml'), recipes.github?.text);
    assert.equal(room.read('lefthook.yml'), 'mine: 1\n');
    assert.match(ran.err, /lefthook\.yml` is there already/);
    // A newsroom that has its house gets one all the same.
    const later = await room.run(['init', '--yes', '--recipe', 'gitea'], { cwd: 'news' });
    assert.equal(later.code, 0, later.err);
    assert.equal(room.read('.gitea/workflows/copydesk.yml'), recipes.gitea?.text);
    room.remove();
  });

  it('a newcomer goes from `init` to a red run in CI to a green one', async () => {
    const room = newsroom();
    for (let index = 0; index < 6; index++)
      room.write(`${index}.md`, article(undefined, `首批高山番茄上市${'一二三四五六'[index]}`));
    const ci = { env: { CI: 'true' } };
    assert.equal((await room.run(['init', '--yes', '--recipe', 'github'])).code, 0);
    room.write('0.md', article('阿依古丽•买买提演唱了民歌。'));
    const [argv = []] = texts(load(room.read('.github/workflows/copydesk.yml'))).flatMap(commandsIn);
    const red = await room.run(argv, ci);
    assert.equal(red.code, 1, red.out);
    assert.match(red.out, /^::(?:error|warning) file=0\.md,line=/m);
    assert.equal((await room.run(['fix'])).code, 0);
    const green = await room.run(argv, ci);
    assert.deepEqual([green.code, green.out.includes('::error')], [0, false], green.out);
    room.remove();
  });
});

describe('the Action', function () {
  this.timeout(60_000);
  let room: Newsroom;
  before(() => {
    assert.ok(existsSync(cli), 'the command line is not built: npm run build');
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a b.md': article('阿依古丽•买买提演唱了民歌。'),
      'clean.md': article('8月3日，河湾镇的水渠全线通水，下游两千亩稻田当天开始灌溉。', '河湾镇水渠通水'),
    });
  });
  after(() => room.remove());

  const run = (given: Readonly<Record<string, string>>) => runAction(room, given);
  const command = `${process.execPath} ${cli}`;

  it('annotates, writes SARIF, and fails with the exit code of the check', () => {
    const { status, out, outputs } = run({ command, sarif: 'out/copydesk.sarif' });
    assert.equal(status, 1, out);
    assert.match(out, /^::error file=乡村\/a b\.md,line=10,/m);
    assert.equal(outputs, 'sarif=./out/copydesk.sarif\nexit-code=1\n');
    assert.equal(JSON.parse(room.read('out/copydesk.sarif')).runs[0].results.length, 1);
  });

  it('takes paths and options a line each, blanks in names and all', () => {
    assert.equal(run({ command, paths: 'clean.md\n' }).status, 0);
    assert.equal(run({ command, paths: '乡村/a b.md', options: '--only=wrong-interpunct\n' }).status, 1);
    assert.equal(run({ command, options: '--except=wrong-interpunct' }).status, 0);
    assert.equal(run({ command, 'working-directory': '乡村' }).status, 1);
    assert.equal(run({ command, paths: 'none.md' }).outputs, 'exit-code=2\n');
  });

  it('runs the version that the repository has installed, unless it is told another', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const installed = join(room.root, 'node_modules', 'copydesk');
    const program = `#!${process.execPath}\nconsole.log('installed', process.argv.slice(2).join(' '));\n`;
    room.write('node_modules/copydesk/package.json', JSON.stringify({ name: 'copydesk', version, bin: 'run.cjs' }));
    room.write('node_modules/copydesk/run.cjs', program);
    room.write('package.json', JSON.stringify({ dependencies: { copydesk: version } }));
    chmodSync(join(installed, 'run.cjs'), 0o755);
    mkdirSync(join(room.root, 'node_modules', '.bin'));
    symlinkSync('../copydesk/run.cjs', join(room.root, 'node_modules', '.bin', 'copydesk'));
    try {
      for (const wanted of ['', String(version)]) {
        const { status, out } = run({ paths: 'clean.md', version: wanted });
        assert.equal(status, 0, out);
        assert.match(out, /^installed check --format github -- clean\.md$/m);
      }
    } finally {
      rmSync(join(room.root, 'node_modules'), { recursive: true });
      rmSync(join(room.root, 'package.json'));
    }
  });

  it('runs nothing that it is given as a script', () => {
    run({ command, paths: '$(touch pwned); `touch pwned`', options: '"; touch pwned; "', sarif: '$(touch pwned)' });
    assert.ok(!existsSync(join(room.root, 'pwned')));
  });

  it('says what each of its inputs and outputs is', () => {
    for (const name of Object.keys(action.outputs))
      assert.match(action.outputs[name]?.value ?? '', /steps\.check\.outputs/);
    for (const name of action.runs.steps.flatMap(({ env }) =>
      texts(env).flatMap((text) => /inputs\.([\w-]+)/.exec(text)?.[1] ?? []),
    ))
      assert.ok(name in action.inputs, name);
  });
});
