import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../src/checks/index.ts';
import { isArticle } from '../../src/engine/is-article.ts';
import { references, review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { readTerms } from '../../src/house/terms.ts';
import { withSchema } from '../../src/house/with-schema.ts';
import { linkedFiles } from '../../src/model/linked-files.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { linkFacts } from '../../src/newsroom/link-facts.ts';
import { importPage } from '../../src/templates/import.ts';
import { newArticle } from '../../src/templates/index.ts';
import { othersFacts } from '../checks/others-facts.ts';

const root = join(process.cwd(), 'test/newsroom');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const now = Date.UTC(2025, 10, 1);

function house(folder: string): House {
  const text = read(join(folder, 'copydesk.yml'));
  const { house: plain, faults } = resolveHouse({ text }, rules);
  assert.deepEqual(faults, []);
  assert.ok(plain);
  const schema = plain.frontMatterSchema === undefined ? undefined : read(join(folder, plain.frontMatterSchema));
  const { house: resolved, faults: inSchema } = withSchema(plain, text, schema);
  assert.deepEqual(inSchema, []);
  const staff = join(folder, 'staff.yml');
  const terms = join(folder, 'terms.yml');
  return {
    ...resolved,
    ...(existsSync(join(root, staff)) ? { staff: readStaff(read(staff)).people } : {}),
    ...(existsSync(join(root, terms)) ? { terms: readTerms(read(terms)).terms } : {}),
  };
}

/** What the README says that each article shows. */
function promised(): ReadonlyMap<string, readonly string[]> {
  const rows = read('README.md').matchAll(/^\| \[([^\]]+\.md)\]\([^)]+\) \| (.+) \|$/gm);
  return new Map(
    [...rows].map(([, path = '', shown = '']) => [path, [...shown.matchAll(/`([^`]+)`/g)].map((id) => id[1] ?? '')]),
  );
}

/** The newsroom's other articles. */
function others(path: string): ReadonlyMap<string, string> {
  const all = [...promised().keys()].filter((other) => other !== path && !other.startsWith('english/'));
  return new Map(all.map((other) => [other, read(other)]));
}

async function found(path: string): Promise<readonly string[]> {
  const article = parseArticle(read(path));
  const english = path.startsWith('english/');
  const files = new Map<string, boolean>();
  const own = house(english ? 'english' : '.');
  for (const file of references(article, own))
    files.set(file, existsSync(join(root, dirname(path), decodeURIComponent(file))));
  const elsewhere = othersFacts(read(path), path, english ? undefined : others(path), own);
  const at = (one: string): string => `test:/newsroom/${one}`;
  const listed = [...promised().keys()].map(at);
  const keys = [...linkedFiles(article)].map(({ key }) => key);
  const links = await linkFacts(keys, at(path), {
    limit: 'test:/newsroom',
    tops: ['test:/newsroom'],
    there: async (uris) => uris.map((uri) => listed.includes(decodeURIComponent(uri))),
    listed: async () => listed,
    addresses: async () => new Set<string>(),
  });
  return [
    ...new Set(
      review(article, own, { files, now, path, links, ...elsewhere }).findings.map((finding) => finding.check),
    ),
  ];
}

describe('the sample newsroom', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const table = promised();

  it('lists every article', () => {
    const articles = files.filter(
      (path) => path.endsWith('.md') && isArticle({ path, text: read(path), inHouse: true }),
    );
    assert.deepEqual([...table.keys()].sort(), articles.sort());
  });

  for (const [path, shown] of table) {
    it(`${path} shows ${shown.length === 0 ? 'nothing' : shown.join(', ')}`, async () => {
      assert.deepEqual([...(await found(path))].sort(), [...shown].sort());
    });
  }

  it('shows every check at least once', () => {
    const shown = new Set([...table.values()].flat());
    // A check that fails cannot be shown; a faulty house file would spoil the rest, so the README says how to try it.
    // Nothing of it is signed, and nothing waits for an hour.
    const hidden = new Set(['check-failed', 'house-file', 'changed-after-signing', 'broken-embargo']);
    // What is off in both houses shows nothing.
    const off = (id: string, usual: string): boolean =>
      ['.', 'english'].every((folder) => (house(folder).checks[id]?.severity ?? usual) === 'off');
    assert.deepEqual(
      rules.flatMap(({ id, severity }) => (shown.has(id) || hidden.has(id) || off(id, severity) ? [] : [id])),
      [],
    );
  });

  it('has small pictures', () => {
    for (const file of files.filter((path) => path.endsWith('.jpg')))
      assert.ok(statSync(join(root, file)).size < 60_000, file);
  });

  it('has a page to import', () => {
    const { fields, text, path } = importPage(read('pasted-page.txt'), house('.'));
    assert.equal(path, '乡村/2025-10-18-山海同行•云澜牵手-医疗队翻过三道梁,把义诊台支到茶厂门口.md');
    assert.deepEqual([fields.reporters, fields.correspondents, fields.editors], [['周砚'], ['贺竹'], ['许青禾']]);
    assert.ok(!/关于我们|版权所有|责任编辑/.test(text));
  });

  it('has a template of its own', () => {
    const own = { id: '农事提醒', text: read('templates/农事提醒.md') };
    const { text } = newArticle(house('.'), own.id, {
      now,
      title: '寒潮将至，抢收晚橙',
      reporters: ['周砚'],
      editor: '许青禾',
      houseTemplates: [own],
    });
    const findings = review(parseArticle(text), house('.'), { files: new Map(), now }).findings;
    assert.deepEqual(findings, []);
    assert.match(text, /^中国报道讯（周砚报道）11月1日起/m);
  });
});
