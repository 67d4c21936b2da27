/** Characters that look so much alike that one is typed, or read from a print, for the other; what sounds alike is known by its sound. */
const groups = (
  '拔拨 灸炙 戍戌戊 祟崇 肓盲 荼茶 诲悔侮 葺茸 徒徙 遂逐 抡抢 揣惴湍 隐稳 贷货 剌刺 冶治 捐损 未末 己已巳 栗粟 ' +
  '骇赅 鸠鸩 巢窠 括刮 睛晴 析折拆 摸模 揭竭 侥绕饶 撤撒 壤嚷攘 遣遗 赢羸 绌拙 恃待持侍 怏快 汩汨 胫径 冢家 夭天 ' +
  '衷哀衰 戮戳 敞敝 饬饰 仗伏 惮弹殚 瑕暇遐 亳毫 苟苛 毋母 罄馨 沧沦 枢抠 孺懦 采彩 戊戍 菅管 竽芋 赳纠 窟屈 掌撑 概慨忾'
).split(' ');

let pairs: ReadonlySet<string> | undefined;

/** Whether two Han characters are easily read for one another. */
export function looksAlike(one: string, other: string): boolean {
  pairs ??= new Set(groups.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));
  return one !== other && pairs.has(one + other);
}
