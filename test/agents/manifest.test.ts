import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { announced } from '../../src/agents/tools.ts';

const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));

/** Codicons for the list of tools. */
const icons: Readonly<Record<string, string>> = {
  check: '$(checklist)',
  fix: '$(wand)',
  explain: '$(question)',
  render: '$(browser)',
  new: '$(new-file)',
  people: '$(person)',
};

/** A tool as VS Code's manifest declares it; models read English. */
function declared(): readonly object[] {
  return announced('en').map(({ name, description, inputSchema }) => ({
    name: `copydesk_${name}`,
    displayName: `%tool.${name}%`,
    toolReferenceName: `copydesk-${name}`,
    canBeReferencedInPrompt: true,
    userDescription: `%tool.${name}.about%`,
    modelDescription: description,
    icon: icons[name],
    inputSchema,
  }));
}

describe('the tools of agents in the manifest', () => {
  it('are those that the server has, with what they take', () => {
    const manifest = read('package.json');
    const contributes = manifest.contributes as Record<string, unknown>;
    if (process.env.UPDATE === '1') {
      manifest.contributes = { ...contributes, languageModelTools: declared() };
      writeFileSync('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
    } else
      assert.deepEqual(
        contributes.languageModelTools,
        declared(),
        'UPDATE=1 npm run test:pure -- agents/manifest writes them',
      );
  });

  it('have their names in both languages, as over MCP', () => {
    for (const [file, locale] of [
      ['package.nls.json', 'en'],
      ['package.nls.zh-cn.json', 'zh'],
    ] as const) {
      const words = read(file);
      for (const { name, title } of announced(locale)) {
        assert.equal(words[`tool.${name}`], title, `${file} ${name}`);
        assert.ok(String(words[`tool.${name}.about`] ?? '').length > 5, `${file} ${name}`);
      }
    }
  });
});
