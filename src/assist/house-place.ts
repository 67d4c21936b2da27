import { rules } from '../checks/index.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { houseShape, type Shape, shapeAt } from '../house/shape.ts';
import type { Tree } from '../house/tree.ts';
import { type YamlCursor, yamlCursor } from '../model/front-matter/yaml-cursor.ts';
import { pictureFormats } from '../model/picture-formats.ts';

/** What is known around a house file, for suggestions and explanations. */
export interface HouseAround {
  /** What can be made of the file as it is now, faulty settings left out. */
  readonly house: House;
  /** The settings of that house, each with who said it. */
  readonly tree: Tree;
  /** Those that the file inherits. */
  readonly inherited: Tree | undefined;
  /** Files of the endings that {@link filesWanted} names, as paths from the folder of the house file. */
  readonly files?: readonly string[];
  /** The saved page of the house, where selectors are asked for. */
  readonly page?: string;
  /** Ids of the templates that the newsroom keeps as files. */
  readonly templates?: readonly string[];
  /** What articles say in the field of these names, the most used first. */
  used?(names: readonly string[]): readonly string[];
}

/** The cursor in a house file, and what may stand there. */
export interface HousePlace {
  readonly cursor: YamlCursor;
  /** For a key what its map may hold, else what the value may be. */
  readonly shape: Shape;
}

let whole: Shape | undefined;

/** What may be written at `offset` (UTF-16 units) of a house file, half-typed or not; `undefined` where nothing may. */
export function placeInHouse(text: string, offset: number): HousePlace | undefined {
  const cursor = yamlCursor(text, offset);
  const shape = cursor && shapeAt(wholeShape(), cursor.path);
  return cursor && shape ? { cursor, shape } : undefined;
}

/** The shape of a house file; it never changes, and is made when first asked for. */
export function wholeShape(): Shape {
  whole ??= houseShape(rules);
  return whole;
}

/** The field that a place is a setting of. */
export function fieldAt({ cursor: { path } }: HousePlace, house: House): Field | undefined {
  return path[0] === 'fields' ? house.fields.find(({ key }) => key === path[1]) : undefined;
}

const pages = ['.html', '.htm'];
const schemas = ['.json'];
const houseFiles = ['copydesk.yml'];

/** The endings of files whose names may be written at a place, so that the caller can look for them; most often none. */
export function filesWanted(place: HousePlace, house: House): readonly string[] {
  const { form, suggests, item } = place.shape;
  if (form === 'house-id') return houseFiles;
  switch (suggests ?? item?.suggests) {
    case 'pages':
      return pages;
    case 'pictures':
      return pictureFormats.map((format) => `.${format}`);
    case 'schemas':
      return schemas;
    case 'files':
      return ['.md'];
    case 'field-default': {
      const field = fieldAt(place, house);
      const usual = field && typesOfField[itemType(field)].formats;
      return (usual && (field.formats ?? usual))?.map((ending) => `.${ending}`) ?? [];
    }
    default:
      return [];
  }
}

/** Whether the saved page of the house is asked for at a place. */
export function pageWanted({ shape: { suggests } }: HousePlace): boolean {
  return suggests === 'selectors';
}

/** Whether what articles say is asked for at a place. */
export function usedWanted({ shape: { suggests, item } }: HousePlace): boolean {
  return (suggests ?? item?.suggests) === 'field-values';
}
