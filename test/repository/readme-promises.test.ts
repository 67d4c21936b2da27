import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checks } from '../../src/checks/index.ts';
import { readArguments } from '../../src/cli/arguments.ts';
import { speaker } from '../../src/cli/messages.ts';
import { caseFaults } from '../../src/engine/house-cases.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { termLists } from '../../src/house/term-lists.ts';
import type { Written } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { fixAllKind } from '../../src/server/actions.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}

const { contributes }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const readmes: readonly (readonly [string, Written, string])[] = [
  ['README.md', 'en', 'package.nls.json'],
  ['README.zh-CN.md', 'zh', 'package.nls.zh-cn.json'],
];

/** The blocks of a page in one language of code, with the indent of their list taken away. */
function blocks(text: string, language: string): readonly string[] {
  const found = text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm'));
  return [...found].map(([, indent = '', block = '']) => block.replace(new RegExp(`^${indent}`, 'gm'), ''));
}

/** The words of a command as a shell gives them, redirections and comments left out. */
function wordsOf(line: string): readonly string[] {
  const [command = ''] = line.split(/ #| [<>|] /);
  return command.trim().split(/\s+/).slice(1);
}

describe('what the READMEs promise', () => {
  for (const [file, locale, strings] of readmes) {
    const text = readFileSync(file, 'utf8');
    const titles: Readonly<Record<string, string>> = JSON.parse(readFileSync(strings, 'utf8'));
    const commandOf = new Map(
      contributes.commands.map(({ command, title }) => [titles[title.replaceAll('%', '')] ?? title, command]),
    );

    it(`${file}: the command line knows each command with its options`, () => {
      const lines = [
        ...blocks(text, 'sh').join('\n').split('\n'),
        ...blocks(text, 'console')
          .join('\n')
          .split('\n')
          .map((line) => line.replace(/^\$ /, '')),
        ...[...text.matchAll(/`(copydesk [a-z][^`]*)`/g)].map(([, line = '']) => line),
      ].filter((line) => line.startsWith('copydesk '));
      assert.ok(lines.length >= 12);
      for (const line of lines) {
        const { command } = readArguments(wordsOf(line), locale, speaker(locale));
        assert.ok(command, line);
      }
    });

    it(`${file}: VS Code has each command under its name, on its keys`, () => {
      const named = [...text.matchAll(/\*\*Copydesk: ([^*]+)\*\*(?:（|\s*\()?(?:`(Ctrl\+[^`]+)`)?/g)];
      assert.ok(named.length >= 9);
      for (const [, title = '', keys] of named) {
        const command = commandOf.get(title) ?? commandOf.get(`${title}…`);
        assert.ok(command, title);
        if (keys === undefined) continue;
        const bound = contributes.keybindings.filter((one) => one.command === command).map(({ key }) => key);
        assert.ok(bound.includes(keys.toLowerCase()), `${title}: ${keys}`);
      }
    });

    it(`${file}: each house file that it shows can be read, and its cases hold`, () => {
      const files = blocks(text, 'yaml').filter((block) => /^(?:extends|cases|page):/.test(block));
      assert.ok(files.length >= 3);
      let before = '';
      for (const block of files) {
        // Cases go into the file of the step before.
        const whole = block.startsWith('cases:') ? `${before}\n${block}` : block;
        before = whole;
        const { salvaged, faults, cases } = resolveHouse({ text: whole }, checks);
        assert.deepEqual(faults, [], whole);
        assert.deepEqual(caseFaults(cases, salvaged), []);
      }
    });

    it(`${file}: the allowance that it shows allows what stands below it`, () => {
      const [example = ''] = blocks(text, 'markdown');
      const { allowances } = parseArticle(example);
      assert.deepEqual(
        allowances.map(({ check }) => check),
        ['wrong-dash'],
      );
    });
  }

  for (const [file, locale] of readmes) {
    const text = readFileSync(file, 'utf8');

    it(`${file}: an allowance in the front matter, the action on save and the lists of terms are as it says`, () => {
      const [, allowance = ''] = /`(allow: \{wrong-dash: [^}]+\})`/.exec(text) ?? [];
      const found = (field: string) =>
        review(parseArticle(`---\ntitle: 晚橙\n${field}---\n\n长征--五号\n`), shippedHouse('plain'), {
          files: new Map(),
          now: 0,
        }).findings.some(({ check }) => check === 'wrong-dash');
      assert.deepEqual([found(''), found(`${allowance}\n`)], [true, false]);
      const [, onSave] = /"editor\.codeActionsOnSave": \{"([\w.]+)": "explicit"\}/.exec(text) ?? [];
      assert.equal(onSave, fixAllKind);
      const lists = [...text.matchAll(/`- list: ([\w-]+)`/g)].map(([, list = '']) => list);
      assert.deepEqual(lists.sort(), [...termLists].sort());
    });

    it(`${file}: the templates that it counts are there`, () => {
      const promised: Readonly<Record<Written, readonly string[]>> = {
        en: ['news', 'feature', 'meeting', 'photo', 'interview', 'comment', 'correction'],
        zh: ['消息', '通讯', '会议', '图片', '专访', '评论', '更正'],
      };
      const row = text.split('\n').find((line) => line.includes('`Ctrl+Alt+N`')) ?? '';
      for (const kind of promised[locale]) assert.ok(row.includes(kind), `${kind}: ${row}`);
      const shipped = readdirSync('src/templates/china-report').filter((name) => name.endsWith('.md'));
      assert.deepEqual(shipped.sort(), promised.en.map((name) => `${name}.md`).sort());
      assert.match(row, locale === 'en' ? /three templates in English/ : /英文模板三种|三种英文|三个英文/);
      assert.equal(readdirSync('src/templates/wire').filter((name) => name.endsWith('.md')).length, 3);
    });
  }

  it('have the same commands, options, houses and files in both languages', () => {
    const facts = readmes.map(([file]) => {
      const text = readFileSync(file, 'utf8');
      const commands = [...text.matchAll(/`(copydesk [a-z-]+(?: --[a-z-]+)?)/g)].map(([, one = '']) => one);
      const links = [...text.matchAll(/\]\(((?:src|media)\/[^)]+)\)/g)].map(([, one = '']) => one);
      return {
        commands: [...new Set(commands)].sort(),
        links: [...new Set(links.map((one) => one.replace('.zh-CN', '')))].sort(),
        headings: (text.match(/^##+ /gm) ?? []).length,
      };
    });
    assert.deepEqual(facts[1], facts[0]);
  });
});
