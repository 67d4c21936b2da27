import assert from 'node:assert/strict';
import { rules } from '../../src/checks/index.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { type Observation, observe } from '../../src/setup/observe.ts';
import { filesOf, type HouseFiles, type Proposal, propose } from '../../src/setup/propose.ts';
import type { Archive } from './archives.ts';
import { folder, worldOf } from './worlds.ts';

const now = Date.UTC(2026, 5, 18, 2, 30);

/** What is proposed for an archive, and the house that comes of it. */
interface SetUp {
  readonly seen: Observation;
  readonly proposal: Proposal;
  readonly files: HouseFiles;
  readonly house: House;
}

/** The house that is proposed for an archive; that it has no faults is part of every test. */
export async function setUp(archive: Archive): Promise<SetUp> {
  const world = worldOf(archive);
  const seen = await observe(world, folder);
  const proposal = await propose(world, seen, now);
  const files = filesOf(proposal.decisions, seen, 'en');
  const { house, faults } = resolveHouse({ text: files.house }, rules);
  assert.deepEqual(faults, [], files.house);
  assert.ok(house);
  return { seen, proposal, files, house };
}
