/** An archive as files by their paths, as another newsroom might have it; places and people are invented. */
export type Archive = Readonly<Record<string, string>>;

const reporters = ['陆晓晴', '高远', '周砚', '訾禾', '苗景行', '沈若舟'];
const correspondents = ['贺竹', '方一舟', '欧阳清川'];
const columns = ['乡村', '经济', '文化', '教育'];

export const pick = (all: readonly string[], index: number): string => all[index % all.length] ?? '';
const two = (number: number): string => String(number).padStart(2, '0');
export const dayOf = (index: number): string => `2024-${two(1 + (index % 12))}-${two(1 + (index % 27))}`;

/** A daily in Hugo: signed at the head or after the last sentence, dates with an offset, fields with English names. */
export function daily(count = 60): Archive {
  const files: Record<string, string> = {
    'hugo.toml': 'baseURL = "https://haizhou.example/"\ntitle = "海州日报"\ntheme = "paper"\n',
    'archetypes/default.md': '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n',
    'content/_index.md': '---\ntitle: 首页\n---\n',
    'README.md': '# 海州日报的稿件库\n\n怎么写稿，问编辑部。\n',
    'static/images/canal.jpg': 'not looked into',
  };
  for (let index = 0; index < count; index++) {
    const column = pick(columns, index);
    const who = `记者${pick(reporters, index)}${index % 4 === 0 ? ` ${pick(reporters, index + 1)}` : ''}`;
    const [head, end] =
      index % 10 === 7
        ? ['', `（记者 ${pick(reporters, index)}）`]
        : index % 3 === 0
          ? [`本报讯（${who} 通讯员${pick(correspondents, index)}）`, '']
          : [`本报讯（${who}）`, ''];
    files[`content/posts/${column}/${dayOf(index)}-shuiqu-${index}.md`] = `---
title: 河湾镇第${index + 1}条水渠通水
date: ${dayOf(index)}T10:${two(index % 60)}:16+08:00
categories: ${column}
tags: [水利, 河湾镇]
author: ${pick(reporters, index)}
cover: /images/canal.jpg
description: 水渠通到了第${index + 1}个村。
${index % 30 === 5 ? 'weight: 3\n' : ''}---

${head}河湾镇今年修好了${index + 1}条水渠，村里的老人说，浇地再也不用等雨。

镇里的技术员每天沿渠走一遍，看有没有漏水的地方。${end}
`;
  }
  return files;
}

/** A weekly with fields in Chinese and nothing signed in its texts. */
export function weekly(count = 30): Archive {
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    files[`稿件/${dayOf(index)}-云岭茶事-${index}.md`] = `---
标题: 云岭茶事之${index + 1}
日期: ${dayOf(index)}
作者: [${pick(reporters, index)}, ${pick(reporters, index + 2)}]
栏目: ${pick(columns, index)}
摘要: 头批春茶已经下山，第${index + 1}户人家开始炒茶。
---

云岭镇的茶农天不亮就上山，采下的芽头要在当天炒完。
`;
  }
  return files;
}

const english = ['Anna Field', 'Tom Brook', 'Ada van Holm'];

/** An English blog in Jekyll: authors as ids, drafts and parts of pages beside the posts. */
export function blog(count = 25): Archive {
  const files: Record<string, string> = {
    '_config.yml': 'title: Harbour Notes\ntimezone: America/New_York\n',
    '_drafts/half-a-thought.md': '---\ntitle: Half a thought\n---\n\nNothing yet.\n',
    '_includes/note.md': 'A note that pages include.\n',
  };
  for (let index = 0; index < count; index++) {
    const summer = index % 12 > 2 && index % 12 < 9;
    files[`_posts/${dayOf(index)}-tide-${index}.md`] = `---
layout: post
title: "The tide came back, part ${index + 1}"
date: ${dayOf(index)} 08:30:00 ${summer ? '-0400' : '-0500'}
authors:
- ${pick(['anna-field', 'tbrook', 'holm'], index)}
tags: [harbour, water]
---

The tide came back at noon, and the canals of the old harbour were full by two. ${pick(english, index)} walked along the quay.
`;
  }
  return files;
}

/** Transcripts without front matter, named after their days. */
export function transcripts(count = 20): Archive {
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index++)
    files[`news/2024${two(1 + (index % 12))}${two(1 + (index % 27))}.md`] =
      `# 晚间播报\n\n河湾镇今年的第${index + 1}条水渠通水，沿线的村民说，浇地再也不用等雨。\n`;
  return files;
}

/** A weekly of pictures: each has a caption with who took it behind. */
export function gallery(count = 30): Archive {
  const files: Record<string, string> = { 'pictures/canal.jpg': 'not looked into' };
  for (let index = 0; index < count; index++)
    files[`stories/${dayOf(index)}-${index}.md`] = `---
title: 河湾镇影像之${index + 1}
date: ${dayOf(index)}
---

河湾镇的水渠通水了，村里的老人站在渠边看了一个上午。

![水渠](../pictures/canal.jpg)

${dayOf(index)}，河湾镇水渠通水现场。${index % 5 === 4 ? '（河湾镇文化站供图）' : `（${pick(reporters, index)} 摄）`}
`;
  return files;
}

/** Thirty posts with one more field, or a few, and whatever else lies beside them. @param more the lines of an article */
export function posts(more: (index: number) => string, beside: Archive = {}): Archive {
  const files: Record<string, string> = {};
  for (let index = 0; index < 30; index++)
    files[`posts/${dayOf(index)}-shuiqu-${index}.md`] =
      `---\ntitle: 河湾镇第${index + 1}条水渠通水\ndate: ${dayOf(index)}\n${more(index)}---\n\n河湾镇今年修好了${index + 1}条水渠，村里的老人说，浇地再也不用等雨。\n`;
  return { ...files, ...beside };
}
