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
  { name: 'a code front matter', text: '---js\n{ title: (window.taken = 1) }\n---\n\ntext\n' },
];
