import assert from 'node:assert/strict';
import type { Report } from '../../src/cli/report.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const house = 'extends: china-report\n';

describe('copydesk with a staff file', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  async function report(): Promise<Report> {
    return JSON.parse((await room.run(['check', '--format', 'json'])).out);
  }

  it('knows the newsroom’s people', async () => {
    room = newsroom({ 'copydesk.yml': house, 'staff.yml': 'staff: [沈若洲, 苗景行]\n', '乡村/a.md': article() });
    const { files } = await report();
    const unknown = files.flatMap(({ findings }) => findings.filter(({ check }) => check === 'unknown-person'));
    assert.ok(unknown.length > 0);
    for (const { message } of unknown) assert.match(JSON.stringify(message), /沈若洲/);
  });

  it('knows nobody where there is no staff file', async () => {
    room = newsroom({ 'copydesk.yml': house, '乡村/a.md': article() });
    assert.deepEqual(
      (await report()).files.flatMap(({ findings }) => findings),
      [],
    );
  });

  it('says of a staff file that is too long how long it may be', async () => {
    const said = async (length: number): Promise<string> => {
      room = newsroom({ 'copydesk.yml': house, 'staff.yml': `# ${'x'.repeat(length)}\n`, '乡村/a.md': article() });
      const { out } = await room.run(['check', '--format', 'json']);
      const { files }: Report = JSON.parse(out);
      const [first] = files.flatMap(({ path, findings }) => (path === 'staff.yml' ? findings : []));
      room.remove();
      return first?.message ?? '';
    };
    assert.match(await said(600_000), /longer than 512 KB/);
    assert.match(await said(11 * 1024 * 1024), /longer than 10 MB/);
  });

  it('says in the staff file what is wrong with it, and fails', async () => {
    const staff = 'staff:\n  - 沈若舟\n  - {name: 苗景行}\n  - {role: 记者}\n';
    room = newsroom({ 'copydesk.yml': house, 'staff.yml': staff, '乡村/a.md': article() });
    const { code, out } = await room.run(['check', '--format', 'json']);
    assert.equal(code, 1);
    const { files }: Report = JSON.parse(out);
    const found = files.flatMap(({ path, findings }) =>
      findings.map(({ check, range }) => `${path}:${range.start.line}:${range.start.column} ${check}`),
    );
    assert.deepEqual(found, ['staff.yml:4:5 house-file']);
  });

  it('prints the people with the house, and the schema of their file', async () => {
    room = newsroom({ 'copydesk.yml': house, 'staff.yml': 'staff: [{name: 沈若舟, role: 记者}]\n' });
    const { out } = await room.run(['house', '--format', 'json']);
    assert.deepEqual(JSON.parse(out).staff, [{ name: '沈若舟', roles: ['记者'], penNames: [], details: [] }]);
    const schema = await room.run(['schema', 'staff']);
    assert.equal(JSON.parse(schema.out).title, 'staff.yml');
    assert.equal((await room.run(['schema', 'stuff'])).code, 2);
  });
});
