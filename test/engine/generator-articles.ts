/**
 * Articles in the manner of generators and editors, sound as each of them reads them, with what only it reads in them.
 * @param body paragraphs of prose
 */
export const manners: Readonly<Record<string, (body: string) => string>> = {
  hugo: (body) =>
    `---\ntitle: "三条水渠通水"\ndate: 2024-06-01T08:00:00+08:00\nlastmod: 2024-06-02T08:00:00+08:00\ndraft: false\ntags: [水利, "a b"]\ncategories:\n- 乡村\nauthor: 陆晓晴\nslug: canals-2024\nurl: /2024/06/canals/\nimages: [/img/a.jpg]\nweight: 10\nparams:\n  toc: true\n  cover: {image: "a.jpg", alt: "水渠,图"}\ncascade:\n  - build: {list: never}\n    target: {kind: page}\n---\n\n${body}\n\n<!--more-->\n\n{{< figure src="a.jpg" title="水渠,图..." attr="高远,摄" >}}\n\n{{% admonition note "注意,一" %}}\n${body.split('\n')[0]}\n{{% /admonition %}}\n\n[水渠]({{< relref "b,c.md" >}})\n\n{{< highlight go "linenos=table,hl_lines=1" >}}\nfmt.Println("a,大")\n{{< /highlight >}}\n`,
  hugotoml: (body) =>
    `+++\ntitle = "三条水渠通水"\ndate = 2024-06-01T08:00:00+08:00\ntags = ["水利", "a,b"]\n[params]\n  a = "大,桥"\n[[resources]]\n  src = "a,b.jpg"\n+++\n\n${body}\n\n{{< youtube id="a,b" >}}\n`,
  zola: (body) =>
    `+++\ntitle = "三条水渠通水"\ndate = 2024-06-01\n[taxonomies]\ntags = ["水利"]\n[extra]\nsubtitle = "大,桥"\n+++\n\n${body}\n\n{{ youtube(id="a,大", class="b") }}\n\n{% quote(author="陆,晓晴") %}\n${body.split('\n')[0]}\n{% end %}\n\n[水渠](@/posts/b.md)\n`,
  hexo: (body) =>
    `---\ntitle: 三条水渠通水\ndate: 2024-06-01 08:00:00\nupdated: 2024-06-02 08:00:00\ntags:\n  - 水利\ncategories:\n  - [乡村, 水利]\nkeywords: 水利,乡村\ncover: https://example.com/a,b.jpg\ntop_img: false\nabbrlink: 4a17b156\nmathjax: true\nsticky: 1\n---\n\n${body}\n\n{% note info no-icon "标题,一" %}\n${body.split('\n')[0]}\n{% endnote %}\n\n{% asset_img 大桥,1.jpg "大桥,图" %}\n\n{% btn 'https://example.com',水渠,far fa-hand,outline blue %}\n\n$$\na,b = \\text{大,桥}\n$$\n`,
  jekyll: (body) =>
    `---\nlayout: post\ntitle:  "三条水渠通水"\ndate:   2024-06-01 08:00:00 +0800\ncategories: village water\nauthor:\n  name: 陆晓晴\n  twitter: lu\npermalink: /:categories/:title.html\nexcerpt_separator: <!--more-->\nredirect_from:\n  - /a,b/\n---\n\n${body}\n\n{% include figure.html src="a,b.jpg" caption="大桥,图..." %}\n\n* TOC\n{:toc}\n\n{: .notice--info title="大,桥"}\n${body.split('\n')[0]}\n\n[水渠]({% post_url 2024-01-01-b %}){:target="_blank"}\n\n{% highlight ruby linenos %}\nputs "a,大"\n{% endhighlight %}\n\n水渠[^1]。\n\n[^1]: 注释：{{ site.title | default: "大,桥" }}。\n`,
  astro: (body) =>
    `---\nlayout: ../../layouts/Post.astro\ntitle: 三条水渠通水\npubDate: 2024-06-01\ndescription: 河湾镇修好三条水渠。\nauthor: 陆晓晴\nheroImage: {src: "./a.jpg", alt: "水渠"}\ntags: ["水利", "乡村"]\nfeatured: true\n---\nimport Foo from "../components/大,桥.astro";\n\n${body}\n\n<Foo client:load title="大桥,图" items={["大,桥", "通,车"]} />\n\n<Image src={import('./a,b.png')} alt="大,桥" />\n`,
  docusaurus: (body) =>
    `---\nslug: canals\ntitle: 三条水渠通水\nauthors: [lu, {name: 高远, title: 记者, url: https://example.com}]\ntags: [水利, {label: 乡村, permalink: /a}]\nhide_table_of_contents: false\nsidebar_position: 2\nlast_update: {date: 2024-06-01, author: 陆晓晴}\n---\n\nimport Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\n\n${body}\n\n<!-- truncate -->\n\n:::tip[大桥,通车]\n\n${body.split('\n')[0]}\n\n:::\n\n<Tabs groupId="a,b">\n<TabItem value="大,桥" label="大,桥">\n\n${body.split('\n')[0]}\n\n</TabItem>\n</Tabs>\n\n\`\`\`js title="src/大,桥.js" {1,3-4}\nlet a = "大,桥";\n\`\`\`\n`,
  vuepress: (body) =>
    `---\ntitle: 三条水渠通水\nicon: article\ndate: 2024-06-01\ncategory:\n  - 乡村\ntag:\n  - 水利\nhead:\n  - - meta\n    - name: keywords\n      content: 水利,乡村\norder: 1\nisOriginal: true\n---\n\n${body}\n\n::: tip 大桥,通车\n${body.split('\n')[0]}\n:::\n\n<Badge text="大,桥" type="tip" />\n\n{{ $frontmatter.title + ",大" }}\n\n@[code{1,3} js](./大,桥.js)\n\n<<< @/大,桥.js{1,2}\n\n[[toc]]\n\n## 水渠 {#a,b}\n`,
  mkdocs: (body) =>
    `---\ntitle: 三条水渠通水\ndate:\n  created: 2024-06-01\n  updated: 2024-06-02\nauthors: [lu]\ncategories: [乡村]\nlinks:\n  - a.md\n  - 大,桥: b.md\nhide: [toc]\nslug: canals\n---\n\n${body}\n\n!!! note "大桥,通车"\n\n    ${body.split('\n')[0]}\n\n??? tip "大桥,通车"\n    ${body.split('\n')[0]}\n\n=== "C,大"\n\n    \`\`\`c\n    a,"大"\n    \`\`\`\n\n=== "D"\n\n    ${body.split('\n')[0]}\n\n按++ctrl+"大,桥"++。\n\n:material-water:{ .a title="大,桥" }\n\n--8<-- "大,桥.md"\n\n*[HTML]: 超文本,标记\n\n{==大桥,通车==}{>>请核,一<<}\n`,
  eleventy: (body) =>
    `---js\n{\n  title: "三条水渠通水",\n  date: "git Last Modified"\n}\n---\n\n${body}\n\n{% image "./a,b.jpg", "水渠,图" %}\n\n{% set x = "大,桥" %}{{ x | upper }}\n`,
  eleventy2: (body) =>
    `---\ntitle: 三条水渠通水\ndate: Last Modified\nlayout: base.njk\ntags: post\neleventyNavigation:\n  key: 水渠,一\n  order: 1\npagination: {data: posts, size: 1, alias: post}\npermalink: "/{{ post.slug }}/,a/"\n---\n\n${body}\n\n{% for p in collections.post %}{{ p.data.title | safe }}{% if not loop.last %},{% endif %}{% endfor %}\n`,
  quarto: (body) =>
    `---\ntitle: "三条水渠通水"\nsubtitle: "河湾镇"\nauthor:\n  - name: 陆晓晴\n    affiliations: [海州大学]\n    orcid: 0000-0000-0000-0000\ndate: last-modified\ndate-format: "YYYY,MM"\nabstract: >\n  ${body.split('\n')[0]}\nformat:\n  html: {toc: true}\nbibliography: a,b.bib\nexecute: {echo: false}\ncategories: [水利]\n---\n\n${body}\n\n::: {.callout-note title="大桥,通车"}\n${body.split('\n')[0]}\n:::\n\n![水渠](a.png){#fig-a fig-cap="大,桥" width="50%"}\n\n见 @fig-a 与 [@lu2024, 33; @gao]。\n\n{{< video https://example.com/大,桥.mp4 >}}\n\n\`\`\`{python}\n#| label: fig-b\n#| fig-cap: "大,桥"\nplot("大,桥")\n\`\`\`\n\n共\`{python} n("大,桥")\`人。\n`,
  obsidian: (body) =>
    `---\ntitle: 三条水渠通水\naliases: [水渠, "三,渠"]\ntags:\n  - 水利/乡村\ncreated: 2024-06-01T08:00\nup: "[[水利,总]]"\ncssclasses: [wide]\nbanner: "![[a,b.png]]"\n---\n\n${body}\n\n> [!note]- 大桥\n> ${body.split('\n')[0]}\n\n![[水渠,图.png|300]] [[水渠,一#第一,节|水渠]]\n\n状态:: 大,桥\n\n%% 大桥,通车... %%\n\n\`\`\`dataview\nTABLE a, b FROM "大,桥"\n\`\`\`\n\n- [ ] 水渠 📅 2024-06-01\n\n==水渠== ^a-b\n`,
  notion: (body) =>
    `# 三条水渠通水\n\nCreated: June 1, 2024 8:00 AM\nTags: 水利, 乡村\nStatus: Done\nURL: https://example.com/大,桥\n\n${body}\n\n<aside>\n💡 ${body.split('\n')[0]}\n\n</aside>\n\n![大桥,图.png](%E4%B8%89%E6%9D%A1%204a17/a,b.png)\n\n[水渠](%E6%B0%B4%E6%B8%A0%204a17,b.md)\n\n- [x]  水渠\n- [ ]  稻田\n`,
  typora: (body) =>
    `---\ntitle: 三条水渠通水\nauthor: 陆晓晴\ntypora-copy-images-to: ./大,桥\ntypora-root-url: ./a,b\n---\n\n[TOC]\n\n${body}\n\n$$\n\\begin{cases}大,桥\\end{cases}\n$$\n\n![水渠](./大,桥/a,b.png)\n\n<img src="./大,桥/a.png" alt="水渠" style="zoom:50%; font: 宋体,黑体;" />\n\n| 甲 | 乙 |\n| :-- | --: |\n| 1 | 2 |\n\n\`\`\`mermaid\ngraph LR\nA[大,桥] --> B\n\`\`\`\n`,
  logseq: (body) =>
    `title:: 三条水渠通水\ntags:: 水利, 乡村\ndate:: [[2024-06-01]]\n\n- ${body.split('\n')[0]}\n  id:: 64f0a,b\n  collapsed:: true\n\t- ${'水到了田头。'}\n\t- {{query (and [[水渠,一]] "通,水")}}\n\t- ((64f0a)) {{embed [[水渠,一]]}}\n- TODO ${'镇上的人都来看。'}\n  SCHEDULED: <2024-06-01 Sat>\n  :LOGBOOK:\n  CLOCK: [2024-06-01 Sat 08:00:00]--[2024-06-01 Sat 08:10:00] =>  00:10:00\n  :END:\n- #+BEGIN_NOTE\n  水渠。\n  #+END_NOTE\n- ![水渠](../assets/大,桥.png){:height 100, :width 200}\n`,
  pelican: (body) =>
    `Title: 三条水渠通水\nDate: 2024-06-01 08:00\nModified: 2024-06-02 08:00\nCategory: 乡村\nTags: 水利, 乡村\nSlug: canals,a\nAuthors: 陆晓晴, 高远\nSummary: 河湾镇, 水渠\n\n${body}\n\n[水渠]({filename}b,c.md) ![水渠]({static}/img/大,桥.jpg)\n`,
  nikola: (body) =>
    `<!--\n.. title: 三条水渠通水\n.. slug: canals\n.. date: 2024-06-01 08:00:00 UTC+08:00\n.. tags: 水利,乡村\n.. category: 乡村\n.. description: 大,桥\n.. type: text\n-->\n\n${body}\n\n{{% media url="大,桥" %}}\n\n<!-- TEASER_END -->\n`,
  ghost: (body) =>
    `---\ntitle: "三条水渠通水"\nslug: canals\ndate_published: 2024-06-01T08:00:00.000Z\ndate_updated: 2024-06-02T08:00:00.000Z\ntags: 水利, Hash-乡村\nexcerpt: "河湾镇修好三条水渠。"\nfeature_image: __GHOST_URL__/content/images/a,b.jpg\n---\n\n${body}\n\n<!--kg-card-begin: html-->\n<div data-a="大,桥" onclick="f('a,b')">水渠</div>\n<!--kg-card-end: html-->\n\n<figure class="kg-card"><img src="__GHOST_URL__/a,b.jpg" alt="水渠" srcset="a,b.jpg 600w, c.jpg 1000w"><figcaption>水渠（高远 摄）</figcaption></figure>\n`,
  wechat: (body) =>
    `---\ntitle: 三条水渠通水\nauthor: 陆晓晴\ndigest: 河湾镇修好三条水渠。\ncover: a,b.jpg\ntheme: 大,桥\n---\n\n<section data-tool="mdnice,编辑器" style="font-family: Optima,黑体;">\n\n${body}\n\n</section>\n\n<![水渠](a,b.jpg),![稻田](c.jpg)>\n\n{水渠|shuǐ,qú}\n\n<img data-src="https://example.com/a,b" data-ratio="0.5,1" />\n`,
  bookdown: (body) =>
    `---\ntitle: "三条水渠通水"\nauthor: "陆晓晴"\ndate: "\`r Sys.Date()\`"\noutput:\n  bookdown::html_book: {css: "a,b.css"}\nheader-includes:\n  - \\usepackage{ctex,大}\n---\n\n${body}\n\n共\`r nrow(a["大,桥"])\`人，见图 \\@ref(fig:大,桥)。\n\n(ref:cap) 水渠图。\n\n\`\`\`{r fig-a, fig.cap="大,桥", echo=FALSE}\nplot("大,桥")\n\`\`\`\n`,
  none: (body) => `# 三条水渠通水\n\n${body}\n`,
};
