import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../src/checks/check.ts';
import { rules } from '../../src/checks/index.ts';
import { type CheckPage, pageFor, parsePage } from '../../src/checks/page.ts';
import { pageText } from '../../src/checks/pages.ts';
import { titleOfFix } from './fix-titles.ts';
import { type ExampleResult, runExample } from './page-runner.ts';
import { pageFacts, withExamplesHeading, withFacts } from './page-write.ts';

const folder = path.resolve('src/checks');
const update = process.env.UPDATE === '1';

/** Checks that the engine alone can find, or that no article can show. */
const notShown = new Set(['check-failed', 'house-file', 'unused-picture']);

describe('check pages', () => {
  for (const check of rules) {
    describe(check.id, () => {
      const file = path.join(folder, `${check.id}.md`);
      const text = readPage(file);
      const page = parsePage(text);

      if (update && text !== '') {
        it('is written anew', () => writeFileSync(file, updated(check, text)));
        return;
      }

      it('has a page in both languages', () => {
        assert.equal(page.id, check.id, `write ${path.relative('.', file)}, beginning with \`# ${check.id}\``);
        assert.notEqual(page.prose.en, '');
        assert.notEqual(page.prose.zh, '', 'write a `## 中文` section');
        assert.equal(withExamplesHeading(text), text, 'put the examples under `## Examples`');
      });

      it('states the facts of the check', () => {
        assert.equal(withFacts(text, pageFacts(check)), text, 'run UPDATE=1 to rewrite them');
      });

      it('shows the fault, and text in which it is silent', () => {
        const shown = page.examples.filter(({ expected }) => expected.some((finding) => finding.check === check.id));
        if (!notShown.has(check.id)) assert.ok(shown.length > 0, 'no example has a finding');
        assert.ok(
          page.examples.some(({ expected }) => expected.length === 0),
          'no example is silent',
        );
      });

      it('says what is wrong in its findings, what will be done in its fixes, and leaves no slot of either open', () => {
        const slots = new Set(
          Object.values(check.messages).flatMap(({ en, zh }) => `${en}${zh}`.match(/\{\w+\}/g) ?? []),
        );
        for (const example of page.examples) {
          const { findings } = runExample(check, example);
          for (const { check: id, message, fixes } of findings) {
            assert.ok(id === check.id || id !== 'check-failed', `${message.en} (line ${example.line + 1})`);
            assert.doesNotMatch(message.en, titleOfFix);
            for (const { title } of fixes) assert.match(title.en, titleOfFix);
            for (const said of [message, ...fixes.map(({ title }) => title)])
              for (const slot of slots) assert.ok(!said.en.includes(slot) && !said.zh.includes(slot), said.en);
          }
        }
      });

      for (const example of page.examples) {
        it(`shows the findings of line ${example.line + 1}`, () => {
          const result = runExample(check, example);
          assert.deepEqual(result.actual, result.expected);
          assert.deepEqual(result.unfixed, [], 'safe fixes must leave nothing that they could still mend');
          assert.equal(example.fixed, result.fixed, 'the `fixed` block is not what fixing leaves');
        });
      }
    });
  }

  it('exist for shipped checks only', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    const ids = new Set(rules.map(({ id }) => `${id}.md`));
    assert.deepEqual(
      pages.filter((name) => !ids.has(name)),
      [],
    );
  });

  it('say what they find in the language of the reader', () => {
    // They are about to be written anew.
    if (update) return;
    const said = (locale: 'en' | 'zh' | 'zh-tw') =>
      rules.flatMap(({ id }) =>
        pageFor(readPage(path.join(folder, `${id}.md`)), id, locale)
          .split('\n')
          .filter((line) => /^ *(?:\^+|\|)…? [a-z-]+(?:: |：)/.test(line)),
      );
    const [english, chinese, traditional] = [said('en'), said('zh'), said('zh-tw')];
    assert.ok(english.length > 400);
    assert.equal(chinese.length, english.length);
    assert.equal(traditional.length, english.length);
    assert.deepEqual(
      english.filter((line) => !/^[ ^|…]+[a-z-]+: /.test(line)),
      [],
    );
    for (const lines of [chinese, traditional])
      assert.deepEqual(
        lines.filter((line) => !/^[ ^|…]+[a-z-]+：.*\p{Script=Han}/u.test(line)),
        [],
      );
  });

  it('show a Chinese reader the house of an example', () => {
    const page = pageFor(readPage(path.join(folder, 'house-term.md')), '社内用语', 'zh');
    assert.match(page, /^```house$/m);
  });

  it('are bundled, and read for one language', async () => {
    const text = await pageText('wrong-interpunct');
    assert.ok(text);
    assert.match(pageFor(text, 'Interpunct', 'en'), /Between the parts/);
    assert.doesNotMatch(pageFor(text, 'Interpunct', 'en'), /间隔号用在/);
    assert.match(pageFor(text, 'Interpunct', 'en'), /^## Examples$/m);
    assert.match(pageFor(text, '间隔号', 'zh'), /级别：错误。/);
    assert.doesNotMatch(pageFor(text, '间隔号', 'zh'), /Between the parts|Silent:|Severity:|what it does/);
    assert.match(pageFor(text, '间隔号', 'zh'), /^```fixed$/m);
    assert.equal(await pageText('../checks/wrong-interpunct'), undefined);
    assert.equal(await pageText('no-such-check'), undefined);
  });
});

function readPage(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The page with facts, carets and `fixed` blocks as they are now. */
function updated(check: Rule, text: string): string {
  const fresh = withExamplesHeading(withFacts(text, pageFacts(check)));
  const page: CheckPage = parsePage(fresh);
  const lines = fresh.split('\n');
  for (const example of [...page.examples].reverse()) {
    const { actual, fixed }: ExampleResult = runExample(check, example);
    const block = fixed === undefined ? [] : ['```fixed', ...fixed.replace(/\n$/, '').split('\n'), '```'];
    const { articleLines: article, fixedLines: old } = example;
    const after = article.to + 1;
    lines.splice(after, old ? old.to + 1 - after : 0, ...block);
    lines.splice(article.from, article.to - article.from, ...actual);
  }
  return lines.join('\n');
}
