import type { Houses } from '../newsroom/houses.ts';
import type { DeskClock } from './desk-protocol.ts';

/** The newsroom's clock: that of the house of the first opened folder. */
export async function deskClock({
  houses,
  folders,
}: {
  readonly houses: Houses;
  folders(): readonly string[];
}): Promise<DeskClock> {
  const [folder] = folders();
  const { timeZone } = (await houses.of(folder && `${folder}/`)).house;
  return timeZone === undefined ? {} : { timeZone };
}
