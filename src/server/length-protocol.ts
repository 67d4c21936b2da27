import { widthOf } from '../checks/copy/title-width.ts';

/** What `maxLength` of a field means: how long a value is as it is judged afterwards, for inputs that say so at once. */
export const lengthOf = (text: string): number => Math.ceil(widthOf(text));
