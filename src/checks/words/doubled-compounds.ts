/**
 * What stands first in names that are put together, by the word that they begin with: 县人民政府｜政府信息公开,
 * 扩建项目｜项目经理, 获奖企业｜企业文化. Nouns that are doubled by mistake hardly stand before any of these.
 */
const compounds: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    政府: '采购|信息|网站|工作报告|(?:专项)?债|投资|购买|公报|补贴|基金|储备|督查|常务|职能',
    项目: '经理|[部组库化制]|法人|总|负责|指挥|公司|资金|建设|管理|名称|清单|用地|审批',
    企业: '[家法年]|文化|所得|债|主体|标准|代码|博物',
    干部: '学院|教育|监督|选拔|任用|培训|群众|队伍|考核',
    职工: '代表|大会|之家|医[保院]|书屋|文化|食堂|住房|技能|教育|互助|养老',
    居民: '委员|小组|代表|[会区楼点]|身份|用[水电气]|住宅|健康|收入|人均|可支配|医保|养老|消费',
    村民: '委员|小组|代表|会议|理事|自治|议事|监督',
    市民: '中心|热线|代表|广场|卡|公约|服务|学校',
    农民: '工|合作|专业|日报|画|丰收|代表|技术|运动|起义|书屋|收入|人均',
    工人: '日报|文化|阶级|运动|体育|俱乐部|疗养|新村',
    群众: '文化|路线|工作|代表|组织|体育|观点|艺术|来信|来访|团体|基础|满意',
    专家: '门诊|[组团库楼]|委员|评审|论证|工作站|服务|咨询|顾问',
    医生: '助理|办公|集团|协会|值班|工作站',
    会议: '室|纪要|中心|精神|代表|主席|大厅|议程|通知|服务|材料',
    比赛: '[场服]|项目|用|规则|日程|结果|成绩|间隙',
    意见: '[稿书箱簿]|建议|征求|领袖|反馈',
    计划: '[于用到将在年投招建新分总]|今|明|生育|经济|单列',
    方案: '编制|设计|制定|论证|比选|评审',
    设备: '更新|[厂科商处]|采购|供应|安装|制造|管理|租赁|故障|厂家|维护|改造',
    建设: '银行|[厅局委路]|用地|单位|项目|工程|兵团|规模|资金|周期|村|街',
    措施: '费|项目|不力',
    目标: '责任|任务|管理|岗位|值|市场|价|客户',
    情况: '说明|通报|汇报|反映|报告|属实',
    问题: '整改|清单|线索|导向|反馈|意识|学生|食品|企业',
    体系: '建设|文件|认证|结构',
    机制: '体制|创新|砂|建设|改革',
    活力: '因子|指数',
  }).map(([word, next]) => [word, new RegExp(`^(?:${next})`)]),
);

/** 社会组织｜组织志愿者下乡: bodies that do what they are called by. */
const bodies = /(?:社会|行业|群团|经济|合作|志愿|公益|民间|国际|自治|医疗|科研|村级|基层|各级|[党工团])$/;

/** What a body does right behind its name, and nothing that is called after it: 团一行, 局获悉 and 馆主办 are no words. */
const acts =
  /^(?:获悉|了解到?|一行(?!行)|主办|举办|承办|协办|联合(?!会)|召开|印发|发布|通报|介绍|透露|抵达|赴|举行|出台|公布|宣布|表示|提供|发起|启动|批准|审批)/;

/** Whether the last character of a body's name stands twice: 代表团｜团一行, 县水利局｜局获悉. It ends at `to`. */
export function isBodyTwice(text: string, from: number, to: number): boolean {
  if (!'团局馆院厅校厂队台'.includes(text.charAt(from))) return false;
  // 家家院院 doubles both.
  if (text.charAt(from - 1) === text.charAt(from - 2)) return false;
  return /\p{Script=Han}{2}$/u.test(text.slice(Math.max(0, from - 2), from)) && acts.test(text.slice(to, to + 4));
}

/** What follows a whole word alone: the second of two nouns begins nothing there. */
const alone = /^(?:$|[，。；：、！？）”\n]|[的了着和与及或也都就将把被从向为又还已再很不没])/;

/** Whether a word that stands twice, of which both end at `to`, is the end of one name and the head of another. */
export function isOwnCompound(text: string, from: number, to: number, word: string): boolean {
  if (word === '组织') return bodies.test(text.slice(Math.max(0, from - 2), from));
  return compounds.get(word)?.test(text.slice(to, to + 4)) === true;
}

/** Whether a word is a noun of those: what follows may belong to the second one (项目｜项目用车). */
export function isThing(word: string): boolean {
  return compounds.has(word);
}

/** Whether a clause goes on at `at` as it does behind a whole word. */
export function goesOnAlone(text: string, at: number): boolean {
  return alone.test(text.slice(at, at + 1));
}
