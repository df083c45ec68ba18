"""What a hostile proposal may write into a page's text, by name; each was live on a page once or
is of the kind of one that was.
"""

from __future__ import annotations

RUN = "<img src=x onerror=alert(1)>"
AWAY = "https://evil.example/"

HTML = {
    "plain-script": "<script>alert(1)</script>",
    "plain-form": '<form action="//evil.example"><input name="q"></form>',
    "refresh-behind-odd-comment": (
        '<!-- x --!> <meta http-equiv="refresh" content="0;url=//evil.example"> -->'
    ),
    "behind-empty-comment": f"<!--> {RUN} -->",
    "behind-dashed-comment": f"<!---> {RUN} -->",
    "svg-with-slash": "<svg/onload=alert(1)>",
    "svg-in-a-line": "Teksti <svg onload=alert(1)> jatkuu.",
    "upper-case": "<IMG SRC=x ONERROR=alert(1)>",
    "in-quote": f"> {RUN}",
    "in-list": f"- a\n- {RUN}",
    "six-spaces-in-list": f"- a\n\n      {RUN}\n",
    "code-in-numbered-list": f"1. a\n\n       {RUN}\n",
    "in-table": f"| a | b |\n|---|---|\n| {RUN} | c |",
    "in-heading": f"## Otsikko {RUN}",
    "in-emphasis": f"**{RUN}**",
    "in-link-text": f"[{RUN}](tili.md)",
    "fence-open": f"```\n{RUN}\n",
    "fence-of-tildes-closed-by-ticks": f"~~~\nx\n```\n{RUN}\n",
    "fence-in-quote": f"> ```\n{RUN}\n> ```\n",
    "fence-indented": f"    ```\n{RUN}\n    ```\n",
    "markdown-in-html": f'<div markdown="1" onclick="alert(1)">\n\n**x** {RUN}\n\n</div>',
    "processing-instruction": f"<?php x ?> {RUN}",
    "cdata": f"<![CDATA[{RUN}]]>",
    "doctype": f"<!DOCTYPE html>{RUN}",
    "closes-the-article": "</article></main><script>alert(1)</script>",
    "closes-the-title": '`</title><meta http-equiv="refresh">` </title><base href="//e">',
    "iframe": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "style": "<style>body{display:none}</style>",
    "template": "<template><img src=x onerror=alert(1)></template>",
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "comment": "<!-- Asiakas N.N. soitti 040 -->",
    "comment-in-a-line": "Teksti <!-- huomio --> jatkuu.",
    "comment-open": "<!-- luonnos alkaa\n\nteksti",
    "code-span-open": f"``a {RUN}",
    "footnote": f"Teksti[^1].\n\n[^1]: {RUN}",
    "abbreviation": f"*[KELA]: x\n\nKELA {RUN}",
}
"""HTML of an editor's own, comments included."""

LINKS = {
    "javascript": "[x](javascript:alert(1))",
    "javascript-in-brackets": "[x](<javascript:alert(1)>)",
    "javascript-with-blank": "[x]( javascript:alert(1) )",
    "javascript-upper": "[x](JaVaScRiPt:alert(1))",
    "javascript-number-entity": "[x](java&#115;cript:alert(1))",
    "javascript-hex-entity": "[x](&#x6a;avascript:alert(1))",
    "javascript-named-entity": "[x](javascript&colon;alert(1))",
    "javascript-line-entity": "[x](java&#10;script:alert(1))",
    "javascript-tab-entity": "[x](java&Tab;script:alert(1))",
    "javascript-backslash": "[x](javascript\\:alert(1))",
    "javascript-two-lines": "[x](<java\nscript:alert(1)>)",
    "javascript-autolink": "<javascript://%0aalert(1)>",
    "javascript-definition": "[a][b]\n\n[b]: javascript:alert(1)",
    "javascript-behind-good-link": "[a](tili.md) [x](javascript:alert(1))",
    "vbscript": "[x](vbscript:msgbox)",
    "data": "[x](data:text/html,<script>alert(1)</script>)",
    "file": "[x](file:///etc/passwd)",
    "mail": "[x](mailto:a@evil.example)",
    "mail-autolink": "<a@evil.example>",
    "telephone": "[x](tel:0700123)",
    "web": f"[Kela]({AWAY})",
    "web-autolink": f"<{AWAY}>",
    "web-no-slashes": "[Kela](https:evil.example)",
    "web-one-slash": "[Kela](https:/evil.example)",
    "web-backslashes": "[Kela](https:\\\\evil.example)",
    "other-host": "[Kela](//evil.example/x.md)",
    "other-host-three": "[Kela](///evil.example/x.md)",
    "other-host-backslash": "[Kela](/\\evil.example/x.md)",
    "other-host-two-backslashes": "[Kela](\\\\\\\\evil.example/x.md)",
    "other-host-entity": "[Kela](&#47;&#47;evil.example)",
    "other-host-definition": "[a][b]\n\n[b]: //evil.example",
    "other-host-shortcut": "[b]\n\n[b]: //evil.example",
    "other-host-definition-next-line": "[a][b]\n\n[b]:\n    //evil.example",
    "other-host-definition-brackets": "[a][b]\n\n[b]: <//evil.example> 't'",
    "other-host-in-table": "| a |\n|---|\n| [Kela](//evil.example) |",
    "other-host-in-heading": "## [Kela](//evil.example)",
    "root": "[x](/tietopankki/)",
    "query": "[x](?q=x)",
    "page-with-query": "[x](tili.md?a=b)",
    "own-scheme-blank": "[x](link: kela-ohje)",
    "own-scheme-upper": "[x](LINK:kela-ohje)",
    "own-scheme-unknown": "[x](link:ei-ole)",
    "own-scheme-longer": "[x](link:kela-ohje@evil.example)",
    "own-scheme-of-nothing": "[x](kb:terms)",
    "page-with-blank": "[x](ti li.md)",
    "title": '[x](tili.md "a onmouseover=alert(1)")',
    "title-of-image": '![a](kuva.png "x")',
    "image-elsewhere": "![a](https://evil.example/p.png)",
    "image-other-host": "![a](//evil.example/p.png)",
    "image-data": "![a](data:image/svg+xml;base64,AAAA)",
    "image-svg": "![a](kuva.svg)",
    "image-own-scheme": "![a](link:kela-ohje)",
    "image-outside": "![a](../../../../../../../etc/hostname)",
    "image-of-definition": "![a][b]\n\n[b]: //evil.example/p.png",
    "image-alt": '![" onerror="alert(1)](kuva.png)',
}
"""Links and pictures that leave the site, or lead nowhere that a text may lead."""

ATTRIBUTES = {
    "link-href": "[Tili](tili.md){ href=//evil.example }",
    "link-clipboard": '[Tili](tili.md){ data-clipboard-text="rm -rf ~" }',
    "link-handler": '[Tili](tili.md){onclick="alert(1)"}',
    "paragraph-hidden": "Tärkeä asia.\n{: .kb-hidden }",
    "paragraph-style": "Tärkeä asia.\n{: style=display:none }",
    "emphasis": "*x*{ onclick=alert(1) }",
    "strong": "**x**{: .kb-hidden }",
    "code": "`x`{ .kb-hidden }",
    "image": "![a](kuva.png){ onerror=alert(1) }",
    "item": "- a {: .kb-hidden }\n- b",
    "cell": "| a { onclick=alert(1) } |\n|---|\n| b {: hidden } |",
    "quote": "> a\n{: .kb-hidden }",
    "heading-class": "## Otsikko {: .kb-hidden }",
    "heading-id-and-class": "## Otsikko {#oma .kb-hidden}",
    "heading-handler": "## Otsikko { onclick=alert(1) }",
    "heading-label": "## Otsikko { data-toc-label='<img src=x onerror=alert(1)>' }",
    "heading-id-twice": "## Otsikko {#a} {#__config}",
    "fence-class": "``` { .yaml .kb-hidden }\nx\n```",
    "fence-id": "``` { .yaml #__config }\nx\n```",
    "fence-title": '```yaml title="<img src=x onerror=alert(1)>"\nx\n```',
    "fence-lines": '```yaml linenums="1" hl_lines="1"\nx\n```',
}
"""Attributes of an editor's choosing."""

IDS = {
    "theme-config": "## A {#__config}",
    "theme-search": "## A {#__search}",
    "theme-by-title": "## \\__config",
    "site-content": "## A {#kb-sisalto}",
    "site-by-title": "## Kb drawer",
    "block-of-template": "## A {#kysely-opening}",
    "note": "## A {#selite-3}",
    "upper-case": "## A {#Otsikko}",
}
"""Ids that a part of the page has, or that are none."""

HARMLESS = {
    "html-in-code": f"`{RUN}`",
    "html-in-fence": f"```\n{RUN}\n```",
    "html-in-fence-with-odd-info": f"````x y z\n{RUN}\n```` z\n",
    "html-in-language-of-fence": '```"><img/src=x/onerror=alert(1)>\nx\n```',
    "handler-of-fence": "``` { .yaml onclick=alert(1) }\nx\n```",
    "html-in-entities": "&lt;img src=x onerror=alert(1)&gt;",
    "html-escaped": "\\<b onclick=alert(1)>",
    "placeholder-of-the-parser": "klzzwxh:0000 wzxhzdk:0 amp",
}
"""What stands on the page as it was typed, as text."""

ATTACKS = {
    f"{kind}:{name}": text
    for kind, attacks in (
        ("html", HTML), ("link", LINKS), ("attribute", ATTRIBUTES), ("id", IDS),
    )
    for name, text in attacks.items()
}  # fmt: skip
