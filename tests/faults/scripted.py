"""Pages whose scripts and refreshes send their reader on, and pages that only look like it."""

from __future__ import annotations

from faults.case import TEXT, Case, always, page, paths
from faults.doubtful import LOGIN
from faults.gone import refresh, script

MOVES = {
    "bare": "location='uusi'",
    "top": "top.location.href='uusi'",
    "assign": "document.location.assign('uusi')",
    "timer-of-text": "setTimeout(\"location.href='uusi'\",0)",
    "template": "window.location.href=`uusi`",
    "timer": "setTimeout(function(){window.location.replace('uusi')},3000)",
    "onload": "window.onload=function(){location.href='uusi';}",
    "listener": "document.addEventListener('DOMContentLoaded',()=>{location.href='uusi'})",
    "brackets": "window['location']='uusi'",
    "sum": "window.location.href='/'+'js-sum/uusi'",
    "constant": "const target='uusi';\nwindow.location.assign(target)",
    "pathname": "window.location.pathname='/js-pathname/uusi'",
    "keeps-query": "location.href='uusi'+location.search",
    "called": "function siirry(){location.href='uusi'}\nsiirry()",
}
STAYS = {
    "button": "function go(){location.href='/muu'}",
    "form": "document.getElementById('s').onchange=function(){location.href='/muu'}",
    "jquery": "$('.x').on('click',function(){window.location='/muu'})",
    "key": "document.addEventListener('keydown', e => { location.href='/muu' })",
    "logout": "setTimeout(function(){location.href='/ulos'}, 900000)",
    "language": "if(navigator.language=='en'){location.href='/en'}",
    "ternary": "x ? location.href='/en' : null; x && (location.href='/muu')",
    "catch": "try{go()}catch(e){location.href='/virhe'}",
    "method": "var o={go(){location.href='/muu'}, open: function(){location.href='/muu'}}",
    "arrow": "menu.forEach(m => m.onclick = () => location.href='/muu')",
    "computed": "location.href='/'+choose()",
    "reads": "var u = location.href; console.log(window.location.pathname, u)",
}


def _moves(ident: str, code: str) -> Case:
    handler = paths({"/sivu": always(200, script(code)), "/uusi": always()})
    return Case(f"js-{ident}", "moved", handler, final=f"{{web}}/js-{ident}/uusi")


def _stays(ident: str, code: str) -> Case:
    body = f"<p>Lyhyt sivu.</p><button>Siirry</button><script>{code}</script>"
    return Case(f"js-not-{ident}", "ok", always(200, page(body=body)))


def _refreshed(ident: str, first: str, *headers: str) -> Case:
    handler = paths({"/sivu": always(200, first, *headers), "/uusi": always()})
    return Case(f"refresh-{ident}", "moved", handler, final=f"{{web}}/refresh-{ident}/uusi")


CASES = [
    *(_moves(*item) for item in MOVES.items()),
    *(_stays(*item) for item in STAYS.items()),
    _refreshed("header", "<p>Siirrytään</p>", "Refresh: 0; url=uusi"),
    _refreshed("quoted", "<META HTTP-EQUIV='Refresh' CONTENT=\"1;URL='uusi'\"><p>Sivu siirtyi"),
    _refreshed("with-text", page("Sivu on siirtynyt", body=f"<p>{TEXT}</p>",
                                 head='<meta http-equiv=refresh content="3;url=uusi">')),
    Case("refresh-in-noscript", "ok",
         always(200, page(head='<noscript><meta http-equiv=refresh content="0;url=/x">'
                               "</noscript>"))),
    Case("refresh-late", "ok",
         always(200, page(head='<meta http-equiv=refresh content="900;url=/muu">'))),
    Case("js-to-login", "suspect",
         paths({"/sivu": always(200, script("location.href='kirjaudu'")),
                "/kirjaudu": always(200, LOGIN)})),
    Case("js-to-home", "suspect", always(200, script("location.href='/'"))),
    Case("js-to-404", "broken", paths({"/sivu": always(200, script("location.href='ei'"))}),
         requests=4),
    Case("refresh-to-home", "suspect", always(200, refresh("/"))),
    Case("refresh-to-login", "suspect",
         paths({"/sivu": always(200, refresh("kirjaudu")), "/kirjaudu": always(200, LOGIN)})),
    Case("loop-of-both-kinds", "broken",
         paths({"/sivu": always(200, refresh("b")), "/b": always(301, "", "Location: sivu")}),
         requests=4),
]  # fmt: skip
