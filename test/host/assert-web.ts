// `node:assert/strict` for suites that run in a web worker.
import assert from 'assert';

export default assert.strict;
