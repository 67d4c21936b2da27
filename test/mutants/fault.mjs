/**
 * @typedef {object} Mutant
 * @property {string} name what goes wrong, as somebody would tell it who was harmed
 * @property {string} [promise] words of README.md that it makes untrue
 * @property {readonly { file: string, find: string, replace: string }[]} edits
 * @property {readonly string[]} suites parts of the paths of the suites that must notice, as for `npm run test:pure`
 * @property {boolean} [slow] its suites take long; left out of `npm test`
 * @property {boolean} [root] only root can notice
 */

/**
 * A fault in one place.
 * @param {string} promise words of README.md
 * @param {string} name
 * @param {readonly [file: string, find: string, replace: string]} edit
 * @param {readonly string[]} suites
 * @param {{ slow?: boolean }} [options]
 * @returns {Mutant}
 */
export const fault = (promise, name, [file, find, replace], suites, options = {}) => ({
  name,
  promise,
  edits: [{ file, find, replace }],
  suites,
  ...options,
});
