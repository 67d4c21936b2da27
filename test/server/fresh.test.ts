import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folder, type Session, startSession } from './session.ts';

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
  ],
  'b.md': ['---\ntitle: 甲\n---\n\n中国报道讯（何小满）橙子红了。\n', '---\ntitle: 丙\n---\n\n橙子•柿子。\n'],
  'sub/c.md': ['---\ntitle: 甲\n---\n\n中国报道讯（沈若舟）清泉镇•河口镇，见[甲](../a.md)。\n', '# 丁\n'],
} as const satisfies Record<string, readonly string[]>;

type Path = keyof typeof texts;
const paths = Object.keys(texts) as Path[];
const houseFiles: readonly Path[] = ['copydesk.yml', 'base.yml', 'sub/copydesk.yml', 'staff.yml'];

interface Step {
  readonly what: 'open' | 'edit' | 'save' | 'close' | 'write' | 'delete' | 'rename' | 'wait';
  readonly path: Path;
  readonly to: Path;
  readonly text: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>('open', 'edit', 'edit', 'save', 'close', 'write', 'delete', 'rename', 'wait'),
  path: fc.constantFrom(...paths),
  to: fc.constantFrom(...paths),
  text: fc.nat({ max: 4 }),
});

const begun = fc.record({
  files: fc.dictionary(fc.constantFrom(...paths), fc.nat({ max: 4 }), { maxKeys: paths.length, noNullPrototype: true }),
  open: fc.subarray(paths),
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

  async take({ what, path, to, text }: Step): Promise<void> {
    const wanted = textOf(path, text);
    if (what === 'open') this.openFile(path);
    else if (what === 'edit') this.edit(path, wanted);
    else if (what === 'close') this.close(path);
    else if (what === 'write') this.write(path, wanted);
    else if (what === 'delete') this.delete(path);
    else if (what === 'wait') await new Promise((resolve) => setTimeout(resolve, 5 * text));
    else if (what === 'save') {
      const now = this.open.get(path);
      if (now === undefined) return;
      this.write(path, now);
      this.session.save(uriOf(path));
    } else if (what === 'rename' && path !== to) {
      const onDisk = this.session.files.get(uriOf(path));
      if (onDisk === undefined) return;
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
    if (text === undefined || passed.includes(path) || /chekcs|nmae|staff: 1/.test(text)) return false;
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

  it('is what a fresh server publishes, whatever has happened', async () => {
    await fc.assert(
      fc.asyncProperty(begun, fc.array(step, { maxLength: 14 }), async ({ files, open }, steps) => {
        const old = await startSession({
          files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, textOf(path as Path, text)])),
        });
        const editor = new Editor(old);
        for (const path of open) editor.openFile(path);
        for (const one of steps) await editor.take(one);
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
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});
