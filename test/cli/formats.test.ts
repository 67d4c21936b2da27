import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { rdformatSchema } from '@umbrelladocs/rdformat-validator';
import type { ReportFormat } from '../../src/house/report-formats.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';
import { readXml, type XmlElement } from './xml.ts';

type Schema = ConstructorParameters<typeof Validator>[0];

/** Where GitLab describes its report (docs.gitlab.com, “Code Quality report format”), as a schema. */
const gitlabSchema: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)(?!/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

/** What may be in what, from JUnit's schema as Jenkins publishes it (junit-10.xsd) and Checkstyle's own output. */
const xmlShapes: Readonly<
  Record<
    string,
    { readonly needs: readonly string[]; readonly may: readonly string[]; readonly holds: readonly string[] }
  >
> = {
  testsuites: { needs: [], may: ['name', 'tests', 'failures', 'errors', 'time', 'disabled'], holds: ['testsuite'] },
  testsuite: {
    needs: ['name', 'tests'],
    may: ['failures', 'errors', 'time', 'timestamp', 'skipped', 'hostname', 'id', 'package'],
    holds: ['testcase', 'properties', 'system-out', 'system-err'],
  },
  testcase: {
    needs: ['name'],
    may: ['classname', 'time', 'assertions', 'status'],
    holds: ['failure', 'error', 'skipped'],
  },
  failure: { needs: [], may: ['type', 'message'], holds: [] },
  checkstyle: { needs: [], may: ['version'], holds: ['file'] },
  file: { needs: ['name'], may: [], holds: ['error'] },
  error: { needs: ['line', 'severity', 'message'], may: ['column', 'source'], holds: [] },
};

function checkShape({ name, attributes, children }: XmlElement): void {
  const shape = xmlShapes[name];
  assert.ok(shape, `<${name}>`);
  const given = Object.keys(attributes);
  for (const attribute of shape.needs) assert.ok(given.includes(attribute), `${name} lacks ${attribute}`);
  for (const attribute of given) assert.ok([...shape.needs, ...shape.may].includes(attribute), `${name} ${attribute}`);
  for (const child of children) {
    assert.ok(shape.holds.includes(child.name), `<${child.name}> in <${name}>`);
    checkShape(child);
  }
}

/** Texts that a format could stumble over. */
const hostile = article('😀甲]]>&<b>"阿依古丽•买买提"\u0007说,=1+1。\t第二句,很好。');

describe('formats of reports, against what is published of them', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {no-such-check: off}\n',
      '乡,村/a:b #1.md': hostile,
      'clean.md': article('8月3日，河湾镇的水渠全线通水，下游两千亩稻田当天开始灌溉。', '河湾镇水渠通水'),
      'many.md': article('水渠,通了,路,也通了。\n\n水渠,通了,路,也通了。'),
      'gone/broken.md': Buffer.from([0xd6, 0xff, 0xff]),
    });
  });
  after(() => room.remove());

  const report = async (format: ReportFormat, ...more: string[]) =>
    (await room.run(['check', '--format', format, ...more])).out;
  const valid = (schema: Schema, value: unknown, draft: '7' | '2020-12'): void => {
    const { valid, errors } = new Validator(schema, draft, false).validate(value);
    assert.ok(valid, JSON.stringify(errors.slice(0, 5), undefined, 2));
  };

  it('sarif keeps the schema of SARIF 2.1.0', async () => {
    const schema = JSON.parse(
      readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
    );
    const log = JSON.parse(await report('sarif'));
    assert.ok(log.runs[0].results.length > 3);
    valid(schema, log, '7');
    valid(schema, JSON.parse(await report('sarif', 'clean.md')), '7');
    assert.throws(() => valid(schema, { ...log, version: '2.2.0' }, '7'));
  });

  it('rdjson keeps the schema of reviewdog’s format, and counts columns in bytes', async () => {
    const rdjson = JSON.parse(await report('rdjson'));
    valid(JSON.parse(JSON.stringify(rdformatSchema)), rdjson, '7');
    const line = hostile.split('\n').findIndex((text) => text.includes('•'));
    const found = rdjson.diagnostics.find(
      ({ code }: { readonly code: { readonly value: string } }) => code.value === 'wrong-interpunct',
    );
    const before = (hostile.split('\n')[line] ?? '').split('•')[0] ?? '';
    assert.deepEqual(found.location.range.start, { line: line + 1, column: Buffer.byteLength(before) + 1 });
    assert.deepEqual(found.suggestions, [{ range: found.location.range, text: '·' }]);
  });

  it('gitlab keeps what GitLab asks for, and knows each finding again when lines move', async () => {
    const issues: readonly { readonly fingerprint: string }[] = JSON.parse(await report('gitlab'));
    valid(gitlabSchema, issues, '2020-12');
    const prints = issues.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(prints).size, prints.length);
    const moved = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'many.md': article('前一段。\n\n水渠,通了。'),
    });
    const told = async () =>
      JSON.parse((await moved.run(['check', '--format', 'gitlab', '--only', 'half-width-punctuation'])).out);
    const [first] = await told();
    moved.write('many.md', article('前一段。\n\n又一段。\n\n水渠,通了。'));
    const [second] = await told();
    moved.remove();
    assert.equal(second.fingerprint, first.fingerprint);
    assert.notEqual(second.location.lines.begin, first.location.lines.begin);
    assert.deepEqual(JSON.parse(await report('gitlab', 'clean.md', '--except', 'house-file')), []);
  });

  for (const format of ['junit', 'checkstyle'] as const) {
    it(`${format} is XML of the published shape`, async () => {
      const root = readXml(await report(format));
      assert.equal(root.name, format === 'junit' ? 'testsuites' : 'checkstyle');
      checkShape(root);
      assert.ok(root.children.some(({ attributes }) => attributes.name === '乡,村/a:b #1.md'));
    });
  }

  it('tap: a plan, a point an article, and details that are YAML', async () => {
    const lines = (await report('tap')).trimEnd().split('\n');
    assert.equal(lines[0], 'TAP version 14');
    const points = lines.filter((line) => /^(?:not )?ok /.test(line));
    assert.equal(lines[1], `1..${points.length}`);
    assert.deepEqual(
      points.map((line) => line.replace(/^((?:not )?ok) \d+ - /, '$1 ')),
      ['ok clean.md', 'not ok many.md', 'not ok 乡,村/a:b \\#1.md', 'not ok copydesk.yml', 'not ok gone/broken.md'],
    );
    assert.deepEqual(
      points.map((line) => Number(/\d+/.exec(line)?.[0])),
      points.map((_, index) => index + 1),
    );
    for (const line of lines) {
      if (/^ {4}- /.test(line)) assert.equal(typeof JSON.parse(line.slice(6)).check, 'string');
      else assert.match(line, /^(?:TAP version 14|1\.\.\d+|(?:not )?ok .*| {2}---| {2}findings:| {2}\.\.\.)$/);
    }
  });

  it('tap: what is below the threshold fails no article', async () => {
    const out = await report('tap', 'many.md', '--threshold', 'error', '--only', 'half-width-punctuation');
    const severity = /"severity":"(\w+)"/.exec(out)?.[1];
    assert.match(out, severity === 'error' ? /^not ok 1/m : /^ok 1/m);
  });

  it('csv opens in a spreadsheet: a byte-order mark, quoted cells, and no formula', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n', '=cmd.md': article('甲,"乙"\n\n丙,丁。') });
    const { out } = await room.run(['check', '--format', 'csv', '--locale', 'zh']);
    room.remove();
    assert.ok(out.startsWith('\uFEFF文件,行,列,级别,检查,代号,问题,原文,依据,可自动改正\r\n'));
    assert.ok(out.endsWith('\r\n'));
    for (const row of out.slice(1).trimEnd().split('\r\n').slice(1)) {
      const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted ?? plain,
      );
      assert.equal(cells.length, 10, row);
      assert.equal(cells[0], "'=cmd.md");
      assert.ok(cells.every((cell) => !/^[=+\-@]/.test(cell ?? '')));
    }
  });

  it('json: a finding a line, the same values as ever', async () => {
    const out = await report('json');
    const whole = JSON.parse(out);
    const findings = whole.files.flatMap(({ findings }: { readonly findings: readonly unknown[] }) => findings);
    for (const finding of findings) assert.ok(out.includes(`\n      ${JSON.stringify(finding)}`));
  });

  it('json: of one mark wrong thousands of times, no more than the edits', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article('水渠,通了。'.repeat(20_000)) });
    const { out } = await room.run(['check', '--format', 'json', '--only', 'half-width-punctuation']);
    room.remove();
    const edits = JSON.parse(out).files[0].findings[0].fixes[0].edits.length;
    assert.equal(edits, 20_000);
    assert.ok(out.length < edits * 45, `${out.length}`);
  });
});

describe('the report to open', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '<b>.md': hostile,
      'many.md': article('水渠,通了。'),
    });
  });
  after(() => room.remove());

  for (const locale of ['en', 'zh', 'zh-tw'] as const) {
    it(`is one file without scripts, in ${locale}`, async () => {
      const { out } = await room.run(['check', '--format', 'html', '--locale', locale]);
      assert.match(out, new RegExp(`<html lang="${{ en: 'en', zh: 'zh-Hans', 'zh-tw': 'zh-Hant' }[locale]}">`));
      assert.doesNotMatch(out, /<script|<link|<img|src=|url\(|https?:|\son\w+=/i);
      assert.doesNotMatch(out, /<b>|\u0007/);
      assert.match(out, /&lt;b&gt;\.md/);
      assert.match(out, /<mark>•<\/mark>/);
      // Every finding can be hidden by its severity and by its check.
      for (const [, severity, check] of out.matchAll(/<li class="s-(\w+) c-([\w-]+)">/g))
        for (const id of [`s-${severity}`, `c-${check}`]) {
          assert.ok(out.includes(`id="${id}" checked`), id);
          assert.ok(out.includes(`:root:has(#${id}:not(:checked)) li.${id} { display: none }`), id);
        }
      for (const [, id] of out.matchAll(/href="#(\w+)"/g)) assert.ok(out.includes(`id="${id}"`), id);
    });
  }

  it('says so where nothing is found', async () => {
    const { out } = await room.run(['check', '--format', 'html', '--only', 'wrong-dash', '--locale', 'zh']);
    assert.match(out, /没有发现问题。/);
    assert.doesNotMatch(out, /<nav/);
  });
});
