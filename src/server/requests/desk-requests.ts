import type { DeskRequests } from '../protocol.ts';
import { addTerm } from './add-term.ts';
import { agentTool } from './agent-tool.ts';
import { articles } from './articles.ts';
import { block } from './block.ts';
import { changeEntry } from './change-entry.ts';
import { changeStage } from './change-stage.ts';
import { check } from './check.ts';
import { checkNewsroom } from './check-newsroom.ts';
import { compare } from './compare.ts';
import { dayPage, today } from './day-page.ts';
import { desk } from './desk.ts';
import { explain } from './explain.ts';
import { fields } from './fields.ts';
import { fixAll } from './fix-all.ts';
import { handOver } from './hand-over.ts';
import { house } from './house.ts';
import { houseSheet } from './house-sheet.ts';
import { importPage } from './import.ts';
import { newArticle } from './new-article.ts';
import { pageChange } from './page-change.ts';
import { pageFix } from './page-fix.ts';
import { pictures } from './pictures.ts';
import { ready, readyFix, record } from './ready.ts';
import type { DeskHandler } from './request.ts';
import { setField } from './set-field.ts';
import { setUp, setUpFiles } from './set-up.ts';
import { letThrough, sign, turns } from './signing.ts';
import { stages } from './stages.ts';
import { templates } from './templates.ts';
import { tryRule } from './try-rule.ts';

/** The requests of the extension that are not LSP's own, each with who answers it. */
export const deskRequests: { readonly [M in keyof DeskRequests]: DeskHandler<M> } = {
  'copydesk/addTerm': addTerm,
  'copydesk/agentTool': agentTool,
  'copydesk/articles': articles,
  'copydesk/block': block,
  'copydesk/changeEntry': changeEntry,
  'copydesk/changeStage': changeStage,
  'copydesk/compare': compare,
  'copydesk/check': check,
  'copydesk/checkNewsroom': checkNewsroom,
  'copydesk/dayPage': dayPage,
  'copydesk/today': today,
  'copydesk/desk': desk,
  'copydesk/explain': explain,
  'copydesk/fields': fields,
  'copydesk/fixAll': fixAll,
  'copydesk/handOver': handOver,
  'copydesk/house': house,
  'copydesk/houseSheet': houseSheet,
  'copydesk/import': importPage,
  'copydesk/letThrough': letThrough,
  'copydesk/newArticle': newArticle,
  'copydesk/pageChange': pageChange,
  'copydesk/pageFix': pageFix,
  'copydesk/pictures': pictures,
  'copydesk/ready': ready,
  'copydesk/readyFix': readyFix,
  'copydesk/record': record,
  'copydesk/setField': setField,
  'copydesk/setUp': setUp,
  'copydesk/setUpFiles': setUpFiles,
  'copydesk/sign': sign,
  'copydesk/stages': stages,
  'copydesk/templates': templates,
  'copydesk/turns': turns,
  'copydesk/tryRule': tryRule,
};
