import assert from 'node:assert/strict';
import type { DeskRow } from '../../src/desk/row.ts';
import { soundsOf } from '../../src/model/pinyin.ts';
import { dayClock } from '../../src/preview/desk-day.ts';
import { cursorIn, type DeskCursor, keyPressed, meantBy, rowClicked } from '../../src/preview/desk-keys.ts';
import { layLines, placeOf, seenLines } from '../../src/preview/desk-lines.ts';
import {
  choicesOf,
  type DeskLook,
  deskList,
  firstLook,
  lookFrom,
  namesShown,
  sounds,
} from '../../src/preview/desk-list.ts';
import { isFromDesk, isToDesk } from '../../src/preview/desk-messages.ts';

function row(title: string, more: Partial<DeskRow> = {}): DeskRow {
  const people = more.people ?? [];
  return {
    uri: `newsroom:/${title}`,
    path: `${title}.md`,
    title,
    sounds: soundsOf([title, ...people].join(''))
      .map((readings) => readings.join('/'))
      .join(' '),
    stage: 'draft',
    stageWord: '草稿',
    column: '',
    date: '',
    people,
    authors: people,
    ...more,
  };
}

const checked = (errors: number, warnings = 0, questions = 0): Pick<DeskRow, 'checked'> => ({
  checked: {
    errors,
    warnings,
    questions,
    characters: 100 * errors + 10,
    inWords: false,
    rate: errors,
    isOverRate: false,
    missing: [],
    turn: '',
    pictures: 0,
  },
});

const rows = [
  row('河湾镇的柿子', { column: '乡村', date: '2026-06-02T08:00:00+08:00', people: ['陆晓晴'], ...checked(0) }),
  row('海州地铁开工', {
    column: '城市',
    stage: 'ready',
    stageWord: '待发',
    date: '2026-06-03',
    people: ['高远', '周砚'],
    ...checked(2),
  }),
  row('银行利率下调', { stage: 'published', stageWord: '已发', date: '2026-05-01T09:00:00+08:00', ...checked(0, 3) }),
  row('Ferry timetable', { column: '乡村', people: ['Ada Lindqvist'] }),
];

const titles = (look: Partial<DeskLook>): readonly string[] =>
  deskList(rows, { ...firstLook, group: 'none', ...look }).flatMap((group) => group.rows.map(({ title }) => title));

describe('the desk’s list', () => {
  it('calls an article by its file where its headline is not known, or says too little', () => {
    const shown = (title: string, path: string, more: Partial<DeskRow> = {}): string => {
      const names = namesShown(row(title, { ...more, path }), '无标题');
      return [names.title, names.file].join(' | ');
    };
    // Nobody has read the text, in which a headline may stand.
    assert.equal(shown('', '报/20260501.md'), '20260501.md | ');
    assert.equal(shown('', '报/20260501.md', checked(0)), '无标题 | 20260501.md');
    assert.equal(shown('', '水渠/index.md', checked(0)), '无标题 | 水渠/index.md');
    assert.equal(shown('', 'index.md', checked(0)), '无标题 | index.md');
    // Many are called so.
    assert.equal(shown('夜校开课', '随笔/夜校1.md', checked(0)), '夜校开课 | 夜校1.md');
    assert.equal(shown('夜校开课', '随笔/夜校1.md', { date: '2026-05-04' }), '夜校开课 | ');
    assert.equal(shown('夜校开课', '随笔/夜校1.md', { people: ['苏禾'] }), '夜校开课 | ');
  });

  it('finds articles by words, by whole pinyin and by initials, all of which they must have', () => {
    for (const [query, found] of [
      ['柿子', ['河湾镇的柿子']],
      ['hewan', ['河湾镇的柿子']],
      ['hwz', ['河湾镇的柿子']],
      ['shizi', ['河湾镇的柿子']],
      ['yinhang', ['银行利率下调']],
      ['yh', ['银行利率下调']],
      ['zhouyan', ['海州地铁开工']],
      ['dt zy', ['海州地铁开工']],
      ['待发 高远', ['海州地铁开工']],
      ['待发 柿子', []],
      ['06-02', ['河湾镇的柿子']],
      ['FERRY lindq', ['Ferry timetable']],
      ['zzz', []],
      ['   ', ['海州地铁开工', '河湾镇的柿子', '银行利率下调', 'Ferry timetable']],
    ] as const)
      assert.deepEqual(titles({ query }), found, query);
  });

  it('is filtered by stage, column, person and findings', () => {
    assert.deepEqual(titles({ stage: '待发' }), ['海州地铁开工']);
    assert.deepEqual(titles({ column: '乡村', person: '陆晓晴' }), ['河湾镇的柿子']);
    assert.deepEqual(titles({ show: 'open' }).length, 3);
    assert.deepEqual(titles({ show: 'errors' }), ['海州地铁开工']);
    assert.deepEqual(titles({ show: 'findings' }), ['海州地铁开工', '银行利率下调']);
    // What was not checked is not known to be clean.
    assert.deepEqual(titles({ show: 'clean' }), ['河湾镇的柿子']);
  });

  it('is sorted', () => {
    assert.deepEqual(titles({ order: 'latest' }), ['海州地铁开工', '河湾镇的柿子', '银行利率下调', 'Ferry timetable']);
    assert.deepEqual(titles({ order: 'earliest' }), [
      '银行利率下调',
      '河湾镇的柿子',
      '海州地铁开工',
      'Ferry timetable',
    ]);
    assert.deepEqual(titles({ order: 'findings' }), [
      '海州地铁开工',
      '银行利率下调',
      '河湾镇的柿子',
      'Ferry timetable',
    ]);
    assert.deepEqual(titles({ order: 'characters' })[0], '海州地铁开工');
    assert.equal(titles({ order: 'title' }).length, 4);
  });

  it('is grouped, stages in their order, what has none last', () => {
    const names = (group: DeskLook['group']) => deskList(rows, { ...firstLook, group }).map(({ name }) => name);
    assert.deepEqual(names('stage'), ['草稿', '待发', '已发']);
    assert.deepEqual(names('day'), ['2026-06-03', '2026-06-02', '2026-05-01', '']);
    assert.deepEqual(names('column').at(-1), '');
    assert.ok(names('person').includes('高远') && !names('person').includes('周砚'));
    assert.deepEqual(deskList([], firstLook), []);
  });

  it('offers what there is, the most used first', () => {
    assert.deepEqual(
      choicesOf(rows, ({ column }) => [column]),
      ['乡村', '城市'],
    );
  });

  it('knows what a title begins with by sound', () => {
    const [first] = rows;
    assert.ok(first && sounds(first, 'hw', true) && !sounds(first, 'sz', true) && sounds(first, 'sz'));
  });

  it('is looked at as it was, and as at first where that cannot be read', () => {
    const look: DeskLook = {
      ...firstLook,
      query: '柿子',
      group: 'day',
      order: 'title',
      show: 'errors',
      column: '乡村',
    };
    assert.deepEqual(lookFrom(JSON.parse(JSON.stringify(look))), look);
    for (const bad of [undefined, null, 3, [], { group: 'x', order: 1, query: {} }])
      assert.deepEqual(lookFrom(bad), firstLook);
  });
});

describe('the keys of the desk’s list', () => {
  const uris = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const at = (active: string | undefined, ...selected: readonly string[]): DeskCursor => ({
    active,
    anchor: active,
    selected: new Set(selected),
  });
  const key = (name: string, more: { shift?: boolean; ctrl?: boolean } = {}) => ({
    key: name,
    shift: false,
    ctrl: false,
    ...more,
  });
  const press = (cursor: DeskCursor, ...keys: readonly ReturnType<typeof key>[]): DeskCursor =>
    keys.reduce((now, one) => keyPressed(now, one, uris, 3)?.cursor ?? now, cursor);

  it('move, and stop at the ends', () => {
    for (const [from, name, to] of [
      ['a', 'ArrowDown', 'b'],
      ['g', 'ArrowDown', 'g'],
      ['a', 'ArrowUp', 'a'],
      ['b', 'PageDown', 'e'],
      ['f', 'PageDown', 'g'],
      ['f', 'PageUp', 'c'],
      ['b', 'PageUp', 'a'],
      ['d', 'Home', 'a'],
      ['d', 'End', 'g'],
      [undefined, 'ArrowDown', 'a'],
      [undefined, 'ArrowUp', 'g'],
    ] as const)
      assert.equal(press(at(from), key(name)).active, to, `${from} ${name}`);
    assert.equal(keyPressed(at(undefined), key('ArrowDown'), [], 3), undefined);
  });

  it('select one, a stretch that grows and shrinks, all, and none', () => {
    assert.deepEqual([...press(at('b'), key(' ')).selected], ['b']);
    assert.deepEqual([...press(at('b'), key(' '), key(' ')).selected], []);
    const down = key('ArrowDown', { shift: true });
    assert.deepEqual([...press(at('b'), down, down).selected], ['b', 'c', 'd']);
    assert.deepEqual([...press(at('b'), down, down, key('ArrowUp', { shift: true })).selected], ['b', 'c']);
    assert.deepEqual([...press(at('d'), key('Home', { shift: true })).selected], ['a', 'b', 'c', 'd']);
    assert.equal(press(at('b'), key('a', { ctrl: true })).selected.size, 7);
    assert.equal(press(at('b', 'b', 'c'), key('Escape')).selected.size, 0);
    // Plain arrows move and leave the selection, so that several can be gathered.
    assert.deepEqual([...press(at('b'), key(' '), key('ArrowDown'), key('ArrowDown'), key(' ')).selected], ['b', 'd']);
  });

  it('ask for what they say', () => {
    assert.equal(keyPressed(at('b'), key('Enter'), uris, 3)?.does, 'open');
    assert.equal(keyPressed(at('b'), key('Enter', { ctrl: true }), uris, 3)?.does, 'openBeside');
    assert.equal(keyPressed(at('b'), key('Escape'), uris, 3)?.does, 'search');
    assert.equal(keyPressed(at('b'), key('/'), uris, 3)?.does, 'search');
    assert.equal(keyPressed(at('b'), key('x'), uris, 3), undefined);
    assert.equal(keyPressed(at('b'), key('a'), uris, 3), undefined);
  });

  it('are beside clicks, which select as lists do', () => {
    const click = (cursor: DeskCursor, uri: string, more: { shift?: boolean; ctrl?: boolean } = {}) =>
      rowClicked(cursor, uri, { shift: false, ctrl: false, ...more }, uris);
    assert.deepEqual([...click(at('a', 'a'), 'c').selected], []);
    assert.deepEqual([...click(at('a', 'a'), 'c', { ctrl: true }).selected], ['a', 'c']);
    assert.deepEqual([...click(at('a'), 'c', { shift: true }).selected], ['a', 'b', 'c']);
  });

  it('speak of what is selected, in the order of the list, else of the active row', () => {
    assert.deepEqual(meantBy(at('b'), uris), ['b']);
    assert.deepEqual(meantBy(at('b', 'e', 'a'), uris), ['a', 'e']);
    assert.deepEqual(meantBy(at(undefined), uris), []);
  });

  it('stay near where they were when rows come and go', () => {
    const left = ['a', 'c', 'x', 'f'];
    assert.equal(cursorIn(at('d', 'd', 'f'), uris, left).active, 'f');
    assert.deepEqual([...cursorIn(at('d', 'd', 'f'), uris, left).selected], ['f']);
    assert.equal(cursorIn(at('g'), uris, left).active, 'f');
    assert.equal(cursorIn(at(undefined), [], left).active, 'a');
    assert.equal(cursorIn(at('a'), uris, []).active, undefined);
  });
});

describe('the lines of the desk’s list', () => {
  const many = Array.from({ length: 5000 }, (_, index) => row(`稿${index}`));
  const heights = { row: 40, heading: 20 };
  const lines = layLines(
    [
      { name: '草稿', rows: many.slice(0, 3000) },
      { name: '已发', rows: many.slice(3000) },
    ],
    heights,
  );

  it('are there only where they are seen', () => {
    assert.equal(lines.height, 5000 * 40 + 2 * 20);
    for (const top of [0, 60_000, 119_900, 120_100, lines.height - 600]) {
      const seen = seenLines(lines, top, top + 600);
      const drawn = seen.reduce((sum, { from, to }) => sum + to - from, 0);
      assert.ok(drawn >= 14 && drawn < 40, `${drawn} at ${top}`);
    }
    const [first, second] = seenLines(lines, 119_900, 120_500);
    assert.equal(first?.to, 3000);
    assert.equal(second?.from, 0);
    assert.equal(second?.before, 3000);
  });

  it('have their place', () => {
    assert.deepEqual(placeOf(lines, 'newsroom:/稿0'), { top: 20, isFirst: true });
    assert.deepEqual(placeOf(lines, 'newsroom:/稿3001'), { top: 20 + 3000 * 40 + 20 + 40, isFirst: false });
    assert.equal(placeOf(lines, 'newsroom:/x'), undefined);
    assert.equal(layLines([{ name: '', rows: many.slice(0, 2) }], heights).groups[0]?.rowsTop, 0);
  });
});

describe('the day that it is in the desk’s list', () => {
  it('is that of the newsroom’s clock, whatever the machine’s says', () => {
    const late = Date.UTC(2026, 11, 31, 16, 30);
    assert.equal(dayClock('Asia/Shanghai').dayOf(late), '2027-01-01');
    assert.equal(dayClock('America/New_York').dayOf(late), '2026-12-31');
    assert.equal(dayClock('Pacific/Kiritimati').dayOf(Date.UTC(2026, 5, 18, 9, 59)), '2026-06-18');
    assert.equal(dayClock('Pacific/Kiritimati').dayOf(Date.UTC(2026, 5, 18, 10)), '2026-06-19');
    const own = new Date(late);
    const two = (number: number): string => String(number).padStart(2, '0');
    const day = `${own.getFullYear()}-${two(own.getMonth() + 1)}-${two(own.getDate())}`;
    for (const none of [undefined, 'No/Such_Place', '']) assert.equal(dayClock(none).dayOf(late), day);
    const clock = dayClock();
    assert.ok(clock.goBy('Asia/Shanghai') && !clock.goBy('Asia/Shanghai'));
    assert.equal(clock.dayOf(late), '2027-01-01');
  });
});

describe('what is said to and by the desk’s list', () => {
  it('is dropped where it is something else', () => {
    assert.ok(isToDesk({ type: 'rows', rows, hasFolder: true }));
    assert.ok(isToDesk({ type: 'news', rows, gone: ['a'], left: 3 }));
    assert.ok(isToDesk({ type: 'news', rows, gone: [], left: 0, timeZone: 'Asia/Shanghai' }));
    assert.ok(!isToDesk({ type: 'rows', rows, hasFolder: true, timeZone: 8 }));
    assert.ok(!isToDesk({ type: 'news', rows: [{ uri: 1 }], gone: [], left: 0 }));
    assert.ok(!isToDesk({ type: 'rows', rows: [{ ...rows[0], checked: { errors: -1 } }], hasFolder: true }));
    assert.ok(isFromDesk({ type: 'do', deed: 'changeStage', uris: ['a'] }));
    assert.ok(!isFromDesk({ type: 'do', deed: 'delete', uris: ['a'] }));
    assert.ok(!isFromDesk({ type: 'start', start: 'workbench.action.quit' }));
    for (const bad of [null, undefined, 'ready', {}, { type: 'x' }]) assert.ok(!isFromDesk(bad) && !isToDesk(bad));
  });
});
