import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folder, type Session, startSession } from './session.ts';

/** A paragraph that is long enough to be missed where it stands twice. */
const long =
  '入夏以来，清泉镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';

/** Texts that each file may have; the first one has no fault. */
const texts = {
  'copydesk.yml': [
    'extends: china-report\n',
    'extends: ./base.yml\n',
    'extends: china-report\nchecks: {wrong-interpunct: off}\nfields: {title: {unique: true}}\n',
    'extends: china-report\nfront-matter-schema: schema.json\npage: {html: page.html}\n',
    'extends: china-report\nignore: [b.md]\nfields: {titel: {}}\nchekcs: {}\n',
  ],
  'base.yml': [
    'extends: china-report\nchecks: {wrong-interpunct: error}\n',
    'extends: china-report\nfields: {column: {required: never}, source: {required: never}}\n',
    'extends: copydesk.yml\n',
    'extends: china-report\nchekcs: {}\n',
  ],
  'sub/copydesk.yml': ['extends: ../copydesk.yml\n', 'extends: ../base.yml\n', 'extends: magazine\n', 'nmae: 甲\n'],
  'staff.yml': ['staff: [沈若舟]\n', 'staff: [何小满, 沈若舟]\n', 'staff: 1\n'],
  'templates/快讯.md': ['---\ntitle: 快讯\n---\n\n清泉镇•河口镇。\n', '清泉镇•河口镇。\n'],
  'page.html': ['<html><body><h1>题</h1></body></html>', '<html><body><p>题</p></body></html>'],
  'schema.json': ['{"required": ["title"]}', '{"required": ["desk"]}', '{'],
  '图.jpg': [''],
  'a.md': [
    '---\ntitle: 甲\ncolumn: 乡村\n---\n\n中国报道讯（沈若舟）清泉镇•河口镇签约。\n',
    '---\ntitle: 乙\n---\n\n中国报道讯（何小满）签约。\n\n![桥](图.jpg)\n',
    '清泉镇•河口镇。\n',
    `---\ntitle: 甲稿甲稿\npublished: 2026-05-02\n---\n\n${long}\n\n![桥](图.jpg)\n清泉镇的桥。（沈若舟摄）\n`,
  ],
  'b.md': [
    `---\ntitle: 甲稿甲稿\npublished: 2026-05-03\n---\n\n${long}\n`,
    `---\ntitle: 乙\n---\n\n${long}\n\n![桥](图.jpg)\n清泉镇的桥。（何小满摄）\n`,
    '---\ntitle: 甲\n---\n\n中国报道讯（何小满）橙子红了。\n',
    '---\ntitle: 丙\n---\n\n橙子•柿子。\n',
  ],
  'sub/c.md': [
    `---\ntitle: 甲\n---\n\n${long}\n\n![桥](../图.jpg)\n清泉镇的桥。（何小满摄）\n`,
    '---\ntitle: 甲\n---\n\n中国报道讯（沈若舟）清泉镇•河口镇，见[甲](../a.md)。\n',
    '# 丁\n',
  ],
} as const satisfies Record<string, readonly string[]>;

type Path = keyof typeof texts;
const paths = Object.keys(texts) as Path[];
const houseFiles: readonly Path[] = ['copydesk.yml', 'base.yml', 'sub/copydesk.yml', 'staff.yml'];

/** `which`: a document or file among those with which it can be done. */
interface Step {
  readonly what: 'open' | 'edit' | 'save' | 'close' | 'write' | 'delete' | 'rename';
  readonly which: number;
  readonly to: Path;
  readonly text: number;
  /** Milliseconds before it: at once, while the server works, or when it has done with the one before. */
  readonly pause: number;
}

const anyPath = fc.constantFrom<Path[]>(...paths, ...paths.filter((path) => path.endsWith('.yml')));

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>('open', 'edit', 'edit', 'save', 'close', 'close', 'write', 'delete', 'rename'),
  which: fc.nat({ max: 59 }),
  to: anyPath,
  text: fc.nat({ max: 4 }),
  pause: fc.constantFrom(0, 5, 70, 150),
});

/** Most files are there, most of them open: what has no reader cannot be stale. */
const begun = fc.record({
  files: fc.array(fc.tuple(fc.constantFrom(...paths), fc.nat({ max: 4 })), {
    minLength: 8,
    maxLength: 20,
    size: 'max',
  }),
  open: fc.shuffledSubarray(paths, { minLength: 4 }),
});

const textOf = (path: Path, number: number): string => texts[path][number % texts[path].length] ?? '';
const uriOf = (path: Path): string => `${folder}/${path}`;
const languageOf = (path: Path): string => (path.endsWith('.md') ? 'markdown' : (path.split('.')[1] ?? ''));

/** A newsroom and an editor in which things happen, told to a server as an editor tells them. */
class Editor {
  readonly open = new Map<Path, string>();
  constructor(readonly session: Session) {}

  openFile(path: Path, text = this.session.files.get(uriOf(path)) ?? textOf(path, 0)): void {
    if (this.open.has(path)) return;
    this.open.set(path, text);
    this.session.open(path, text, languageOf(path));
  }

  edit(path: Path, text: string): void {
    const before = this.open.get(path);
    if (before === undefined) return;
    this.open.set(path, text);
    const lines = before.split('\n').length;
    const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
    this.session.change(uriOf(path), range, text);
  }

  close(path: Path): void {
    if (this.open.delete(path)) this.session.close(uriOf(path));
  }

  write(path: Path, text: string): void {
    const uri = uriOf(path);
    const type = this.session.files.has(uri) ? 2 : 1;
    this.session.files.set(uri, text);
    this.session.watched(uri, type);
  }

  delete(path: Path): void {
    if (this.session.files.delete(uriOf(path))) this.session.watched(uriOf(path), 3);
  }

  /** The text that holds: that of the open document, else of the file. */
  now(path: Path): string | undefined {
    return this.open.get(path) ?? this.session.files.get(uriOf(path));
  }

  take({ what, which, to, text }: Step): void {
    const files = paths.filter((path) => this.session.files.has(uriOf(path)));
    const open = [...this.open.keys()];
    const houses = open.filter((path) => houseFiles.includes(path));
    // Most can be stale after what happens to a house file.
    const among = what === 'delete' || what === 'rename' ? files : [...houses, ...houses, ...houses, ...open];
    const path = what === 'open' || what === 'write' ? to : among[which % Math.max(1, among.length)];
    if (path === undefined) return;
    const wanted = textOf(path, text);
    if (what === 'open') this.openFile(path);
    else if (what === 'edit') this.edit(path, wanted);
    else if (what === 'close') this.close(path);
    else if (what === 'write') this.write(path, wanted);
    else if (what === 'delete') this.delete(path);
    else if (what === 'save') {
      this.write(path, this.open.get(path) ?? wanted);
      this.session.save(uriOf(path));
    } else if (path !== to) {
      const onDisk = this.session.files.get(uriOf(path)) ?? wanted;
      const shown = this.open.get(path);
      this.close(path);
      this.delete(path);
      this.write(to, onDisk);
      if (shown !== undefined) {
        this.close(to);
        this.openFile(to, shown);
      }
    }
  }

  /** Whether a house or staff file has no fault, and none that it extends has. */
  isSound(path: Path, passed: readonly Path[] = []): boolean {
    const text = this.now(path);
    if (text === undefined || passed.includes(path)) return false;
    if (path === 'staff.yml') return text.startsWith('staff: [');
    if (!text.startsWith('extends: ') || /chekcs/.test(text)) return false;
    const base = /extends: (?:\.\.?\/)*([\w/]+\.yml)/.exec(text)?.[1];
    return base === undefined || this.isSound(base as Path, [...passed, path]);
  }

  /** While a house file has faults the last good one holds, which a fresh server cannot know: faults are mended. */
  mend(): void {
    for (const path of houseFiles) {
      if (this.now(path) === undefined || this.isSound(path)) continue;
      const sound = path === 'staff.yml' ? textOf(path, 0) : 'extends: china-report\n';
      if (this.open.has(path)) this.edit(path, sound);
      else this.write(path, sound);
    }
  }
}

/** What a server shows when it has nothing more to do: findings by uri, without those of which there are none. */
async function settled(session: Session): Promise<Readonly<Record<string, readonly string[]>>> {
  for (let quiet = 0, seen = -1; quiet < 3; ) {
    await session.desk('copydesk/explain', { id: 'wrong-dash' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = session.published() + session.asked.length;
    quiet = now === seen ? quiet + 1 : 0;
    seen = now;
  }
  const shown = [...session.shown].filter(([, { diagnostics }]) => diagnostics.length > 0);
  return Object.fromEntries(
    shown
      .map(([uri, { diagnostics }]): [string, readonly string[]] => [
        uri.slice(folder.length + 1),
        diagnostics.map(({ code, range: { start }, message }) => `${code} ${start.line}:${start.character} ${message}`),
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

describe('language server: what is published', function () {
  this.timeout(120_000);

  // The parser of saved pages is loaded with the first of them, which takes longer than a server is else silent.
  before(() => import('../../src/page/own/read-own-page.ts'));

  it('is what a fresh server publishes, whatever has happened', async () => {
    await fc.assert(
      fc.asyncProperty(begun, fc.array(step, { maxLength: 6, size: 'max' }), async ({ files, open }, steps) => {
        const old = await startSession({
          files: Object.fromEntries(files.map(([path, text]) => [path, textOf(path, text)])),
        });
        const editor = new Editor(old);
        for (const path of open) editor.openFile(path);
        for (const one of steps) {
          await new Promise((resolve) => setTimeout(resolve, one.pause));
          editor.take(one);
        }
        editor.mend();
        const fresh = await startSession();
        try {
          const found = await settled(old);
          for (const [uri, text] of old.files) fresh.files.set(uri, text);
          const again = new Editor(fresh);
          for (const [path, text] of editor.open) again.openFile(path, text);
          assert.deepEqual(found, await settled(fresh));
        } finally {
          await Promise.all([old.stop(), fresh.stop()]);
        }
      }),
      // Making a failure smaller would take longer than a suite may.
      { numRuns: Number(process.env.RUNS ?? 25), endOnFailure: true },
    );
  });
});
