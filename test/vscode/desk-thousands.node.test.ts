import { thousands } from './thousands.ts';

describe('a desk of five thousand articles, by keys alone', () => {
  thousands({
    show: 'Copydesk: Show Desk',
    changeStage: 'Copydesk: Change Stage of Selected Articles',
    sign: 'Copydesk: Sign Selected Articles of the Desk',
    check: 'Copydesk: Check Selected Articles of the Desk',
    preview: 'Copydesk: Preview Selected Article of the Desk',
    ready: 'Ready',
    review: 'First review',
    partly: /\d of \d/,
    selected: /\d selected/,
  });
});
