import type { House } from '../src/house/house.ts';
import { shippedHouse } from '../src/house/load.ts';

const built = new Map<string, House>();

/** A shipped house, built once: for properties, which ask for one in each of their runs. */
export function builtHouse(id: string): House {
  const house = built.get(id) ?? shippedHouse(id);
  built.set(id, house);
  return house;
}
