import themeNames from 'copydesk:themes/names';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { houseFile, houseFindings } from '../../src/checks/house-file.ts';
import { rules } from '../../src/checks/index.ts';
import { describeHouse } from '../../src/house/describe.ts';
import { houseIds, resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { houseSchema } from '../../src/house/schema.ts';
import type { Settings } from '../../src/house/setting.ts';
import { houseSettings } from '../../src/house/settings.ts';
import { shippedTrees } from '../../src/house/shipped-trees.ts';
import { applyEdits, lineStarts, positionAt } from '../../src/model/range.ts';
import { styleOf, themeOf } from '../../src/page/index.ts';

/** The faults of a house file as `line:column code "text"`, lines and columns from 1. */
function faults(text: string): string[] {
  const lines = lineStarts(text);
  return resolveHouse({ text }, rules).faults.map(({ code, at }) => {
    const { line, column } = positionAt(lines, at.start);
    return `${line + 1}:${column + 1} ${code} ${JSON.stringify(text.slice(at.start, at.end))}`;
  });
}

describe('the houses that we ship', () => {
  it('have no faults, and stand in shipped.json as they are in their files', () => {
    const { trees, faults: found } = shippedTrees(rules);
    assert.deepEqual(found, []);
    const file = path.resolve('src/house/shipped.json');
    // The formatter has its own way with lists: what the file says is compared, not how it is written.
    const stored = (): unknown => JSON.parse(readFileSync(file, 'utf8'));
    const same = JSON.stringify(stored()) === JSON.stringify(trees);
    if (process.env.UPDATE === '1' && !same) writeFileSync(file, `${JSON.stringify(trees, null, 2)}\n`);
    assert.deepEqual(stored(), JSON.parse(JSON.stringify(trees)), 'run UPDATE=1 npm test to rewrite it');
  });

  it('declare every field once for each role, and all that templates and page need', () => {
    for (const id of houseIds) {
      const house = shippedHouse(id);
      assert.equal(house.id, id);
      const roles = house.fields.flatMap(({ role }) => (role === undefined ? [] : [role]));
      assert.deepEqual([...new Set(roles)], roles);
      // The plain house demands nothing, and has what a page can show of any article.
      const needed = ['title', 'published', 'source', 'reporters', 'editor', 'allow'] as const;
      for (const role of id === 'plain' ? needed : ([...needed, 'column', 'stage'] as const))
        assert.ok(roles.includes(role), `${id} ${role}`);
      assert.equal(
        house.fields.some(({ required }) => required !== undefined),
        id !== 'plain',
      );
      for (const field of house.fields) {
        assert.notEqual(field.label.en, '');
        assert.notEqual(field.label.zh, '');
        assert.notEqual(field.help.en, '');
        assert.notEqual(field.help.zh, '');
        if (field.type === 'choice') assert.ok((field.values?.length ?? 0) > 0);
        const { default: usual } = field;
        if (usual !== undefined && field.values && !field.open)
          assert.ok(field.values.some(({ value }) => value === usual));
      }
      assert.equal(house.byline.forms.length > 0 && house.credit.forms.length > 0, id !== 'plain');
      assert.ok(house.templates.length > 0 && (house.blocks.length > 0 || id === 'plain'));
    }
  });

  it('know the page themes that there are', () => {
    // The folders of `media/themes` that have a layout, and nothing else.
    const folders = readdirSync('media/themes').filter((name) => existsSync(`media/themes/${name}/layout.html`));
    assert.deepEqual([...themeNames].sort(), folders.sort());
    assert.ok(folders.includes('plain') && folders.includes('china-report') && folders.includes('wire'));
    for (const theme of themeNames) {
      assert.equal(themeOf({ page: { ...shippedHouse('wire').page, theme } }).id, theme);
      assert.match(styleOf(theme), /--paper/);
    }
  });

  it('write nothing Chinese into an English newsroom', () => {
    const { fields, templates, blocks, about, ...house } = shippedHouse('wire');
    const english = [fields, templates, blocks].flat().map(({ label, help }) => [label.en, help.en]);
    assert.doesNotMatch(JSON.stringify([house, english, about?.en]), /\p{Script=Han}/u);
  });
});

describe('a newsroom’s house file', () => {
  const resolve = (text: string) => {
    const { house, faults: found } = resolveHouse({ text }, rules);
    assert.deepEqual(found, []);
    assert.ok(house);
    return house;
  };

  it('that is not there is the plain house, and one that extends nothing rests on what holds without a file', () => {
    assert.equal(resolveHouse(undefined, rules).house?.id, 'plain');
    assert.deepEqual(resolve('').fields, shippedHouse('plain').fields);
    assert.equal(resolve('').id, 'newsroom');
    assert.deepEqual(resolve('# 尚无内容\n').extends, ['plain']);
    for (const without of ['china-report', 'wire', 'plain', 'no such house', '', 'toString']) {
      const known = houseIds.includes(without) ? without : 'plain';
      const { house } = resolveHouse({ text: 'name: 青禾\n', without }, rules);
      assert.deepEqual(house?.fields, shippedHouse(known).fields, without);
    }
  });

  it('extends a house by what differs', () => {
    const base = shippedHouse('china-report');
    const house = resolve(
      'extends: china-report\nname: 青禾新闻网\npage:\n  home: 青禾\nbyline:\n  outlets: [青禾新闻]\nfields:\n  editor: {required: ready}\n  desk: {type: text, label: 部门}\n  series: off\nchecks:\n  wrong-dash: info\n  long-title: {severity: off, max: 24}\ntemplates: {photo: off}\n',
    );
    assert.equal(house.name, '青禾新闻网');
    assert.deepEqual(house.extends, ['china-report', 'chinese']);
    assert.deepEqual(house.page, { ...base.page, home: '青禾' });
    assert.deepEqual(house.byline, { ...base.byline, outlets: ['青禾新闻'] });
    const keys = base.fields.map(({ key }) => key).filter((key) => key !== 'series');
    assert.deepEqual(
      house.fields.map(({ key }) => key),
      [...keys, 'desk'],
    );
    assert.deepEqual(
      house.fields.find(({ key }) => key === 'editor'),
      { ...base.fields.find(({ key }) => key === 'editor'), required: 'ready' },
    );
    assert.deepEqual(house.fields.at(-1), {
      key: 'desk',
      type: 'text',
      label: { en: '部门', zh: '部门' },
      help: { en: '', zh: '' },
    });
    assert.deepEqual(house.checks['wrong-dash'], { severity: 'info' });
    assert.deepEqual(house.checks['long-title'], { severity: 'off', options: { max: 24 } });
    assert.ok(!house.templates.some(({ id }) => id === 'photo'));
    assert.equal(house.origins?.get('fields.editor.required'), 'copydesk.yml');
    assert.equal(house.origins?.get('fields.editor.type'), 'chinese');
    assert.equal(house.origins?.get('fields.source.default'), 'china-report');
  });

  it('may start from nothing', () => {
    const house = resolve('extends: none\nlanguage: en\nfields:\n  headline: {type: text, role: title}\n');
    assert.deepEqual([house.extends, house.fields.length, house.timeZone, house.page.nav], [[], 1, undefined, []]);
  });

  it('is told where it is wrong, and then only its salvaged rest is there', () => {
    const cases: readonly [string, string][] = [
      ['extends: chinareport\n', '1:10 unknown-house-near "chinareport"'],
      ['extends: reuters\n', '1:10 unknown-house "reuters"'],
      ['nmae: x\n', '1:1 unknown-setting-near "nmae"'],
      ['name: x\nname: y\n', '2:1 duplicate-setting "name"'],
      ['name: [x]\n', '1:7 expected-text "[x]"'],
      ['time-zone: Asia/Beijing\n', '1:12 bad-time-zone-near "Asia/Beijing"'],
      ['time-zone: +08:00\n', '1:12 bad-time-zone "+08:00"'],
      ['language: 中文\n', '1:11 bad-language "中文"'],
      ['path: ../{slug}.md\n', '1:7 bad-path "../{slug}.md"'],
      ['path: "{colum}/{slug}.md"\n', '1:7 unknown-slot "\\"{colum}/{slug}.md\\""'],
      ['fields:\n  title: {requried: draft}\n', '2:11 unknown-setting-near "requried"'],
      ['fields:\n  desk: {label: 部门}\n', '2:3 missing-setting "desk"'],
      ['fields:\n  desk:\n    type: txt\n', '3:11 unknown-value-near "txt"'],
      ['extends: chinese\nfields:\n  desk: {type: text, role: title}\n', '3:28 double-role "title"'],
      ['extends: chinese\nfields:\n  title: {excludes: [colum]}\n', '3:22 unknown-field-named-near "colum"'],
      [
        'extends: chinese\nfields:\n  title: {required-with: [colum=乡村]}\n',
        '3:27 unknown-field-named-near "colum=乡村"',
      ],
      ['fields:\n  title: {excludes: [qqqqqq]}\n', '2:22 unknown-field-named "qqqqqq"'],
      ['page: {theme: chinareport}\n', '1:15 unknown-theme-near "chinareport"'],
      ['extends: ../copydesk.yml\n', '1:10 house-missing "../copydesk.yml"'],
      ['fields:\n  title: {max-length: 0}\n', '2:23 bad-number "0"'],
      ['fields: [title]\n', '1:9 expected-map "[title]"'],
      ['byline:\n  required: yes\n', '2:13 expected-boolean "yes"'],
      ['byline:\n  forms: By {reporters}\n', '2:10 expected-list "By {reporters}"'],
      ['byline:\n  forms: ["By {reporter}"]\n', '2:16 bad-form "r"'],
      ['credit:\n  forms: ["（{photographers 摄）"]\n', '2:13 bad-form "{"'],
      ['credit:\n  forms: [（{photographers 摄）]\n', '2:12 syntax "{"'],
      ['checks:\n  wrong-dash: fatal\n', '2:15 unknown-value "fatal"'],
      ['checks:\n  long-title: {max: many}\n', '2:21 expected-number "many"'],
      ['name：青禾\n', '1:5 full-width-colon "："'],
      ['name: 青禾: 新闻\n', '1:9 unquoted-colon ":"'],
      [`name: ${'['.repeat(300)}\n`, '1:70 too-deep "["'],
    ];
    for (const [text, expected] of cases) {
      assert.deepEqual(faults(text), [expected]);
      const { house, salvaged } = resolveHouse({ text }, rules);
      assert.equal(house, undefined);
      assert.ok(salvaged.fields.length > 0);
    }
  });

  it('holds all the same where no more than a word is passed over, and what weighs less is a warning', () => {
    const cases: readonly [string, string, string][] = [
      ['checks:\n  wrong-dahs: off\n  wrong-dash: info\n', '2:3 unknown-check-near "wrong-dahs"', 'error'],
      ['checks:\n  long-title: {mx: 3}\n  wrong-dash: info\n', '2:16 unknown-option-near "mx"', 'error'],
      [
        'signoff: {free: [colum, subtitle]}\nchecks: {wrong-dash: info}\n',
        '1:18 unknown-field-named "colum"',
        'warning',
      ],
      [
        'extends: chinese\nsignoff: {free: [colum, column]}\nchecks: {wrong-dash: info}\n',
        '2:18 unknown-field-named-near "colum"',
        'warning',
      ],
    ];
    for (const [text, expected, severity] of cases) {
      assert.deepEqual(faults(text).slice(0, 1), [expected]);
      const { house, salvaged, faults: found } = resolveHouse({ text }, rules);
      assert.deepEqual(house?.checks['wrong-dash'], { severity: 'info' });
      assert.equal(house, salvaged);
      assert.deepEqual([...new Set(houseFindings(found).map((finding) => finding.severity))], [severity]);
    }
    // One that cannot be passed over beside it, and the last good house stays in force.
    assert.equal(resolveHouse({ text: 'nmae: x\nchecks: {wrong-dahs: off}\n' }, rules).house, undefined);
    // Whom steps must be apart from is no word to pass over: two could be one.
    const steps = 'signoff: {steps: {一审: {}, 二审: {distinct: [一申]}}}\n';
    assert.equal(resolveHouse({ text: steps }, rules).house, undefined);
  });

  it('has its fault on one line and its other settings salvaged', () => {
    const { salvaged, faults: found } = resolveHouse(
      { text: 'extends: chinese\nname: 青禾\nbyline: {required: perhaps, brackets: half}\nhome\n' },
      rules,
    );
    assert.equal(found.length, 2);
    assert.equal(salvaged.name, '青禾');
    assert.equal(salvaged.byline.brackets, 'half');
    assert.equal(salvaged.byline.required, true);
  });

  it('gets its faults as findings in both languages, with the nearest word as a fix', () => {
    const text = 'checks:\n  wrong-dahs: off\n';
    const [finding] = houseFindings(resolveHouse({ text }, rules).faults);
    assert.equal(finding?.check, 'house-file');
    assert.deepEqual(finding?.message, {
      en: 'There is no check `wrong-dahs`: did you mean `wrong-dash`?',
      zh: '没有“wrong-dahs”这项检查，是“wrong-dash”吗？',
    });
    assert.equal(applyEdits(text, finding?.fixes[0]?.source ?? []), 'checks:\n  wrong-dash: off\n');
    assert.equal(finding?.fixes[0]?.safe, false);
    const mended = (faulty: string): string =>
      applyEdits(faulty, houseFindings(resolveHouse({ text: faulty }, rules).faults)[0]?.fixes[0]?.source ?? []);
    assert.equal(mended('byline: {required: 是}\n'), 'byline: {required: true}\n');
    assert.equal(mended('credit:\n  caption: No\n'), 'credit:\n  caption: false\n');
    assert.equal(
      mended('extends: chinese\nfields:\n  title: {required-with: [colum=乡村]}\n'),
      'extends: chinese\nfields:\n  title: {required-with: [column=乡村]}\n',
    );
  });

  it('never throws, whatever it holds, and every fault has words and a place', () => {
    const scraps = fc.constantFrom(
      'extends',
      'name',
      'fields',
      'checks',
      'byline',
      'forms',
      'title',
      'type',
      'wrong-dash',
      'path',
      ': ',
      ':',
      '：',
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      'off',
      'true',
      '3',
      '甲',
      '"',
      "'",
      '{slug}',
      'wire',
      '\t',
      '*a',
      '&a ',
      '!x ',
      '|',
      '~',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { faults: found, house, salvaged } = resolveHouse({ text }, rules);
        assert.equal(house === undefined, found.length > 0);
        assert.ok(salvaged.byline.forms !== undefined);
        for (const finding of houseFindings(found)) {
          assert.ok(finding.at.start >= 0 && finding.at.start <= finding.at.end && finding.at.end <= text.length);
          assert.doesNotMatch(
            finding.message.en + finding.message.zh,
            /\{(?:actual|known|near|key|check|least|limit|text|quote|bracket|character|open|close|example|role|reason\w*)\}/,
            finding.message.en,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the printed house', () => {
  it('can be read back as the same house', () => {
    for (const text of [
      '',
      'extends: china-report\n',
      'extends: wire\nfields: {title: {required: ready, max-length: 40}, subtitle: off}\nchecks: {wrong-dash: off, long-title: {max: 9}}\nignore: [drafts/]\n',
    ]) {
      for (const locale of ['en', 'zh'] as const) {
        const house = resolveHouse({ text }, rules).salvaged;
        const printed = describeHouse(house, locale);
        const back = resolveHouse({ text: printed }, rules);
        assert.deepEqual(back.faults, []);
        // Whose a setting is shows in the comments; what is printed is all the newsroom's own once it is read.
        const said = (one: typeof house) => ({
          ...one,
          origins: 0,
          extends: 0,
          fields: one.fields.map((field) => ({ ...field, ownNames: 0 })),
        });
        assert.deepEqual(said(back.salvaged), said(house));
      }
    }
  });

  it('says where each value comes from', () => {
    const house = resolveHouse({ text: 'extends: wire\nname: Harbour Wire\n', name: 'copydesk.yml' }, rules).salvaged;
    const printed = describeHouse(house, 'en');
    assert.match(printed, /^name: Harbour Wire +# copydesk\.yml$/m);
    assert.match(printed, /^language: en +# wire$/m);
    assert.match(printed, /^ignore: \[\] +# default$/m);
  });
});

describe('the schema of house files', () => {
  it('knows every setting and every check with its options', () => {
    const schema = houseSchema(rules);
    const keysOf = (node: unknown): string[] => Object.keys((node as { properties?: object }).properties ?? {});
    const walk = (settings: Settings, node: unknown): void => {
      assert.deepEqual(keysOf(node), Object.keys(settings));
      for (const [key, setting] of Object.entries(settings)) {
        const below = (
          node as {
            properties: Record<
              string,
              { anyOf?: unknown[]; additionalProperties?: { anyOf: unknown[] }; description: string }
            >;
          }
        ).properties[key];
        assert.ok(below?.description.includes(setting.about.zh));
        if (setting.type === 'map') walk(setting.entries, below);
        if (setting.type === 'keyed') walk(setting.of, below?.additionalProperties?.anyOf[1]);
        if (setting.type === 'checks') {
          assert.deepEqual(
            keysOf(below),
            rules.map(({ id }) => id),
          );
          const long = (below as { properties?: Record<string, { anyOf: unknown[] }> }).properties?.['long-title'];
          assert.deepEqual(keysOf(long?.anyOf[1]), ['severity', 'max', 'letters', 'series']);
        }
      }
    };
    walk(houseSettings, schema);
    assert.equal(houseFile.id, 'house-file');
  });
});
