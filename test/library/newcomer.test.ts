import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { emptyProject, type Project } from './project.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}

/** The commands of the section of a README that leads from a red run to a green one, without their comments. */
function commandsOf(readme: string, heading: string): readonly string[] {
  const section = readFileSync(readme, 'utf8').split(`### ${heading}\n`)[1] ?? '';
  const block = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  return block
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''));
}

const pages = [
  ['README.md', 'In CI, from red to green'],
  ['README.zh-CN.md', '在 CI 里，从红到绿'],
] as const;

const article = (index: number, text: string): string =>
  `---\ntitle: 河湾镇的柿子红了，第${index}批客商进村\ndate: 2026-05-0${(index % 9) + 1} 09:30\nauthor: 陆晓晴\ncolumn: 乡村\n---\n\n本报讯（记者 陆晓晴）${text}\n\n“今年收得多。”高远说，第${index}车柿子已经装好。\n`;

describe('a newcomer with the packed package and the README (from `npm run build`)', function () {
  this.timeout(120_000);
  let project: Project;
  before(() => {
    project = emptyProject();
  });
  after(() => project?.remove());

  /** A command as it is typed, in a folder of the project, with npm kept from the network. */
  function type(command: string, cwd: string, more: Readonly<Record<string, string>> = {}) {
    const path = `${join(project.root, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PATH: path, LC_ALL: 'en', npm_config_offline: 'true', ...more },
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** What a runner does with the newest commit: the steps of the workflow in a fresh clone, which has no `copydesk`. */
  function runOf(origin: string, name: string): { code: number | null; out: string } {
    const clone = join(project.root, name);
    const path = process.env.PATH ?? '';
    assert.equal(type(`git clone -q ${origin} ${clone}`, project.root).code, 0);
    const workflow = load(readFileSync(join(clone, '.github/workflows/copydesk.yml'), 'utf8')) as Workflow;
    let out = '';
    for (const { steps } of Object.values(workflow.jobs)) {
      for (const step of steps) {
        if (step.run === undefined) continue;
        if (step.if !== undefined) {
          const [, file = ''] = /^hashFiles\('(.*)'\) != ''$/.exec(step.if) ?? [];
          if (!existsSync(join(clone, file))) continue;
        }
        const ran = type(step.run, clone, { PATH: path, CI: 'true', GITHUB_ACTIONS: 'true' });
        out += ran.out + ran.err;
        if (ran.code !== 0) return { code: ran.code, out };
      }
    }
    return { code: 0, out };
  }

  it('the commands are the same in both languages', () => {
    const [english, chinese] = pages.map(([page, heading]) => commandsOf(page, heading));
    assert.ok((english ?? []).length >= 5);
    assert.deepEqual(chinese, english);
  });

  it('goes from `init` to a red run to a green one', () => {
    const { root } = project;
    const origin = join(root, '..', `${root.split('/').pop()}.git`);
    for (let index = 1; index <= 12; index++)
      project.write(`乡村/稿 ${index}.md`, article(index, `河湾镇的柿子红了，第${index}批客商昨天进了村。`));
    project.write('乡村/病稿.md', article(13, '河湾镇的柿子红了,第13批客商昨天进了村...'));
    project.write('.gitignore', 'node_modules\n');
    const who = 'git config user.name 高远 && git config user.email gao@example.com';
    const start = `git init -q -b main && ${who} && git init -q --bare -b main ${origin} && git remote add origin ${origin} && git config push.default current`;
    assert.equal(type(start, root).code, 0);
    const said: string[] = [];
    try {
      for (const command of commandsOf(...pages[0])) {
        if (command !== 'git push') {
          // Whoever sits there says yes to each question.
          const ran = type(command.includes(' init') ? `yes y | ${command}` : command, root);
          said.push(`${command.split(' ').slice(0, 2).join(' ')}: ${ran.code}`);
          continue;
        }
        assert.equal(type('git add -A && git commit -qm 稿件 && git push -q', root).code, 0);
        const { code, out } = runOf(origin, `node_modules/.run-${said.length}`);
        said.push(`${command}: ${code === 0 ? 'green' : 'red'}`);
        if (code === 0) assert.doesNotMatch(out, /::(?:error|warning)/);
        else {
          assert.equal(code, 1, out);
          assert.match(out, /^::warning file=乡村\/病稿\.md,line=8,/m);
          assert.doesNotMatch(out, /file=乡村\/稿/);
        }
      }
      assert.deepEqual(said, [
        'copydesk init: 0',
        'git push: red',
        'copydesk check: 1',
        'copydesk fix: 0',
        'git push: green',
      ]);
      assert.match(project.read('乡村/病稿.md'), /柿子红了，第13批客商昨天进了村……/);
    } finally {
      type(`rm -rf ${origin}`, root);
    }
  });
});
