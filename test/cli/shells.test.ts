import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { commandNames } from '../../src/cli/commands.ts';
import { options } from '../../src/cli/options.ts';
import { reportFormats } from '../../src/house/report-formats.ts';
import { type Newsroom, newsroom } from './newsroom.ts';

/** Whether a program is there to try something with. */
const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** What a shell prints for a script. */
function inShell(shell: string, script: string, cwd: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(
    shell,
    shell === 'fish' ? ['--no-config', '-c', script] : ['-c', script],
    {
      cwd,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  return stdout.split('\n').filter((line) => line !== '');
}

describe('completions of shells', function () {
  this.timeout(60_000);
  let room: Newsroom;
  before(async () => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': '', '乡村/b.md': '' });
    for (const shell of ['bash', 'zsh', 'fish'])
      room.write(`scripts/${shell}`, (await room.run(['completions', shell])).out);
  });
  after(() => room.remove());

  /** What each command line completes to, at its end. */
  const cases: readonly (readonly [line: string, has: readonly string[], lacks: readonly string[]])[] = [
    ['copydesk ', [...commandNames], ['--format']],
    ['copydesk che', ['check'], ['fix']],
    ['copydesk check --for', ['--format'], ['--fix']],
    ['copydesk check --', ['--max-warnings', '--only', '--output'], ['--title']],
    ['copydesk new --', ['--title'], ['--format', '--max-warnings']],
    ['copydesk check --format ', [...reportFormats], ['wechat', 'check']],
    ['copydesk render --format ', ['wechat', 'html'], ['sarif']],
    ['copydesk check -f js', ['json'], ['junit']],
    ['copydesk check --severity ', ['error', 'warning', 'info'], []],
    ['copydesk check --only wrong-da', ['wrong-dash'], ['wrong-word']],
    ['copydesk fix --except wrong-i', ['wrong-interpunct'], []],
    ['copydesk check --only wrong-word,wrong-das', ['wrong-word,wrong-dash'], []],
    ['copydesk check --stage draft,re', ['draft,ready'], []],
    ['copydesk explain wrong-d', ['wrong-dash'], []],
    ['copydesk house wi', ['wire'], ['wrong-dash']],
    ['copydesk schema ', ['house', 'fields', 'staff', 'terms', 'output'], []],
    ['copydesk completions ', ['bash', 'zsh', 'fish'], []],
  ];

  /** Runs the completion function as bash itself does for a line. */
  const bash = (line: string): readonly string[] => {
    const words = line.split(/ |(=)/).filter((word) => word !== undefined);
    const script =
      `source scripts/bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); ` +
      `COMP_CWORD=${words.length - 1}; _copydesk; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return inShell('bash', script, room.root);
  };
  for (const [line, wanted, unwanted] of cases) {
    it(`bash: ${line}`, () => {
      const found = bash(line);
      for (const word of wanted) assert.ok(found.includes(word), `${word}: ${found.join(' ')}`);
      for (const word of unwanted) assert.ok(!found.includes(word), word);
    });
  }
  it('bash: after an equals sign, in a list, and files where there is nothing to choose', () => {
    assert.deepEqual(bash('copydesk check --format=sar'), ['sarif']);
    assert.deepEqual(bash('copydesk check --only wrong-word,wrong-das'), ['wrong-word,wrong-dash']);
    assert.deepEqual(bash('copydesk check a'), []);
    assert.deepEqual(bash('copydesk check --output '), []);
  });

  // fish says of itself what it would offer.
  if (has('fish'))
    for (const [line, wanted, unwanted] of cases)
      it(`fish: ${line}`, () => {
        const script = `source scripts/fish; complete -C '${line}'`;
        const found = inShell('fish', script, room.root).map((entry) => entry.split('\t')[0] ?? '');
        for (const word of wanted) assert.ok(found.includes(word), `${word}: ${found.join(' ')}`);
        for (const word of unwanted) assert.ok(!found.includes(word), word);
      });

  // zsh completes at a keyboard alone: here it reads the script, and the specs are put before _arguments' own parser.
  if (has('zsh'))
    it('zsh: reads the script, with every command and option', () => {
      const known = inShell(
        'zsh',
        'autoload -U compinit; compinit -u -D; source scripts/zsh; print ${_comps[copydesk]}',
        room.root,
      );
      assert.deepEqual(known, ['_copydesk']);
      const script =
        'compdef() { : }; _describe() { print -l ${(P)2%%:*} }; _files() { : }; ' +
        '_arguments() { print -rl -- "$@" }; source scripts/zsh; ';
      const described = inShell('zsh', `${script} words=(copydesk ""); CURRENT=2; _copydesk`, room.root);
      assert.deepEqual(described, [...commandNames]);
      const specs = inShell('zsh', `${script} words=(copydesk check ""); CURRENT=3; _copydesk`, room.root);
      for (const [name, spec] of Object.entries(options))
        if ('commands' in spec && (spec.commands as readonly string[]).includes('check'))
          assert.ok(
            specs.some((one) => one.replace(/^\*/, '').startsWith(`--${name}`)),
            name,
          );
      assert.ok(
        specs.some((one) => /^\*?--only=.*:CHECK,…:_sequence compadd - \S/.test(one)),
        'lists go on after a comma',
      );
      assert.ok(
        specs.some((one) => /^--format=\[.*\]:FORMAT:\(pretty json/.test(one)),
        specs.join('\n'),
      );
    });

  it('says what shells there are', async () => {
    const { code, err } = await room.run(['completions', 'fisch']);
    assert.equal(code, 2);
    assert.match(err, /no completions for `fisch`.*Did you mean `fish`/);
  });
});

describe('the manual page', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom();
  });
  after(() => room.remove());

  for (const locale of ['en', 'zh'] as const)
    it(`says all that the tables hold, in ${locale}`, async () => {
      const { out } = await room.run(['man', '--locale', locale]);
      for (const name of commandNames) assert.ok(out.includes(`.SS ${name}\n`), name);
      for (const name of Object.keys(options))
        assert.ok(out.includes(`\\-\\-${name.replaceAll('-', '\\-')}\\fR`), name);
      // No line of text is taken for a request of roff's.
      for (const line of out.split('\n')) assert.match(line, /^(?!['.])|^\.(?:TH|SH|SS|TP|PP|B|br)(?: |$)/);
    });

  if (has('groff'))
    it('is read by groff without a word of complaint', async () => {
      const { out } = await room.run(['man']);
      const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-k', '-ww'], { input: out, encoding: 'utf8' });
      assert.equal(stderr, '');
      assert.match(stdout.replace(/.\x08/g, ''), /--max-warnings/);
    });
});
