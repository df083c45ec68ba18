"""Statements made of nothing but the words by which pages say that there is nothing.

Sites say it in endless ways ("Tätä sivua ei näytä olevan olemassa", "Enkäten är inte längre
öppen"), out of few words. A sentence of these words alone, with a negation or an ending among
them, is about the page itself; one with any other word ("... ei ole saatavilla viikonloppuisin")
is about something else.
"""

from __future__ import annotations

import re

from linkjudge.titles import fold

_MOST_WORDS = 24
"""A longer sentence explains something."""

_THINGS = (
    # Finnish, in any case
    r"(?:verkko|web|www)?sivu\w*|sisal(?:to|lo)\w*|tieto|tietoa|tiedon|artikkeli\w*|juttu\w*|jutun|uuti(?:nen|s)\w*"
    r"|tiedot(?:e|t)\w*|tiedosto\w*|dokument\w*|asiakirj\w*|(?:\w+-)?video\w*|ohjelma\w*|jakso\w*"
    r"|kysely\w*|lomak\w+|vastausai\w+|ilmoittautumi\w+|hakuai\w+|tehtav\w+|ilmoitu\w+"
    r"|tyopaik\w+|koh(?:de|te|det)\w*|(?:jako)?link(?:ki|i)\w*|jako|osoit\w+|julkaisu\w*"
    r"|aineisto\w*|teo(?:s|kse)\w*|tietue\w*|tunni(?:ste|stetta)\w*|tunnu(?:s|kse)\w*|kanava\w*"
    r"|(?:kayttaja|\w+-)tili\w*|profiili\w*|paikka|paikan|paikkaa|kuva\w*|kansio\w*|tapahtuma\w*|"
    r"resurss\w*|materiaali\w*"
    r"|lahety\w*|esity\w*|tallen\w+|podcast\w*|nimek\w+|haku|viite\w*|luokka\w*|hakusivu\w*"
    r"|opinnayte\w*|tuot\w+|verkkotunnu\w*|kayttaja\w*|koulutus\w*|kurss\w+"
    # English
    r"|(?:web ?)?(?:page|site)s?|files?|documents?|videos?|contents?|items?|links?|urls?"
    r"|addresse?s?|articles?|posts?|resources?|records?|surveys?|forms?|events?|transfers?"
    r"|type ?forms?|presentations?|podcasts?|tracks?|songs?|playlists?|channels?|accounts?|"
    r"users?|profiles?"
    r"|projects?|designs?|boards?|padlets?|collections?|publications?|quiz(?:zes)?|images?"
    r"|photos?|folders?|listings?|jobs?|positions?|vacanc(?:y|ies)|products?|programm?e?s?"
    r"|episodes?|stor(?:y|ies)|identifiers?|handles?|objects?|datasets?|repositor(?:y|ies)"
    r"|recordings?|tweets?|scenes?|shows?|category|component|template|board|slides?|shares?"
    # Swedish
    r"|(?:webb)?sid(?:a|an|or)|innehall(?:et)?|fil(?:en)?|dokument(?:et)?|artikeln?|videon"
    r"|klipp(?:et)?|lank(?:en)?|enkat(?:en)?|formular(?:et)?|adress(?:en)?|objekt(?:et)?"
    r"|program(?:met)?|avsnitt(?:et)?|konto(?:t)?|evenemang(?:et)?|inlagg(?:et)?|annons(?:en)?"
    r"|undersokning(?:en)?|anmalan|grupp(?:en)?"
)
_NOT = (
    r"ei|eivat|emme|en|eika|not|no|none|cannot|can['’]?t|cant|couldn['’]?t|won['’]?t"
    r"|doesn['’]?t|isn['’]?t|aren['’]?t|wasn['’]?t|hasn['’]?t|unable|never|inte|ej|inga"
)
_THERE = (
    r"loyd\w+|loyty\w+|ole|olla|oleva[na]?|olemassa|saatavi\w+|kaytettavi\w+|kaytos(?:sa|ta)"
    r"|nahtavi\w+|katsottavi\w+|kuunneltavi\w+|luettavi\w+|avoin(?:na)?|auki|voimassa|julkinen"
    r"|julkaistu|vuokrattava\w*|myynnissa|voi|voitu|voida|avata|avaudu|aukea|nayttaa|nayteta|nayta"
    r"|tunn\w+|rekisteroity|vastaa"
    r"|find|found|exists?|available|accessible|locate|located|reach|reached|open|accepting|active"
    r"|valid|public|live|here|there|load|display|displayed|recogni[sz]ed?|resolve|seem|appear"
    r"|kunde|kan|hitta[sr]?|hittade[s]?|finns|existerar|tillganglig[ta]?|oppe[nt]|giltig[t]?|nas"
)
_ENDED = (
    r"poist(?:ettu|unut|aa|ettiin|ui)|siir(?:retty|tynyt|taa)|muuttanut|vanhentunut|vanhentua"
    r"|paattynyt|umpeutunut|sul(?:jettu|keutunut)|lopetettu|lakkautettu|kadonnut|hukassa|kateissa"
    r"|yksityinen|arkistoitu|puuttuu|virheellinen|rikki|mennyt umpeen|peruttu|hukkateilla|"
    r"roskakori\w*|taytetty|paatetty"
    r"|unavailable|removed|deleted|moved|expired|closed|ended|private|gone|missing|broken"
    r"|withdrawn|archived|invalid|inactive|disabled|retired|suspended|terminated|discontinued"
    r"|unpublished|lost|cancelled|canceled|over|trash|filled"
    r"|borttag(?:en|et)|raderad?[t]?|raderats|flytta(?:d|ts|t)|stang(?:d|t)|avsluta(?:d|t|ts)"
    r"|upphort|privat|utgang(?:en|et)|saknas|arkiverad"
)
_SMALL = (
    r"tama|tamatta|taman|tata|tahan|tasta|talla|talta|taalla|tallaista|se|sita|sen|siihen|niita"
    r"|(?:hake|etsi|pyyta|halua|anta|avaa|valitse|kirjoitta)ma(?:si|nne|asi|anne|n|lla|llasi)?\w*"
    r"|jota|joka|jonka|johon|et(?:sit|sitte)|hait|haet|yrit(?:it|at)|pyysit|enaa|nyt|jo|ehka"
    r"|valitettavasti|pahoittelut|pahoittelemme|anteeksi|hups\w*|oho|ups|voi|tai|ja|joko|mutta"
    r"|hetkella|juuri|tilapaisesti|pysyvasti|palvelu(?:sta|n|ssa|mme)|palvelimelta|arkistosta"
    r"|annet(?:usta|tua|ulla)|kysei\w+|pyydet\w+|haet(?:tu|tua|ulla)|virhe|on|ovat|oli|olisi"
    r"|saattaa|saatettu|saattanut|uuteen|toiseen|muualle|etta|kokonaan|404|410|mitaan|tietokannasta"
    r"|nimella|osoitteella|hae|hakea|vastauks\w+|omistajan|ota|vastaan|hyvaksy|vastata|enempaa|"
    r"uusia|jarjestelmasta"
    r"|sorry|oops|oh|whoops|uh|hmm+|we|we['’]re|i|you|you['’](?:re|ve)|your|are|is|was|were|has"
    r"|have|been|be|being|do|does|did|could|can|looking|for|requested|tried|trying|to|access"
    r"|followed|want|wanted|the|this|that|that['’]s|it|it['’]s|its|a|an|or|and|may|might|at|time"
    r"|moment|right|now|anymore|any|more|longer|currently|on|server|of|by|from|author|owner"
    r"|request|publisher|unfortunately|apologies|because|what|seems|appears|either|yet|already"
    r"|new|responses|submissions|answers|error|http|such|just|with|in|our|system|database|archive"
    r"|vi|du|som|soker|sokte|letar|efter|den|det|denna|detta|har|ar|tyvarr|nu|eller|och|att|tycks"
    r"|verkar|tillfallet|begarda|pa|servern|langre|tagits|bort|gatt|ut|blivit|inte|fel|svar|emot"
    r"|tar|hoppsan|ursakta|kanske|i|pa"
)
_WORDS = re.compile(f"(?:{_THINGS}|{_NOT}|{_THERE}|{_ENDED}|{_SMALL})")
_HAS_THING = re.compile(rf"\b(?:{_THINGS})\b")
_HAS_NOT = re.compile(rf"\b(?:{_NOT})\b")
_HAS_THERE = re.compile(rf"\b(?:{_THERE})\b")
_HAS_ENDED = re.compile(rf"\b(?:{_ENDED})\b")
_TOKEN = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*")
_QUOTED = re.compile(r"[\"“”«»'][^\"“”«»]{1,120}[\"“”«»']|/\S+|https?:\S+")
"""The address or name itself, which some pages repeat."""


def nothing_there(statement: str) -> bool:
    """Whether a sentence or heading says only that a page, or what it should hold, is not there."""
    text = _QUOTED.sub(" ", fold(statement))
    words = _TOKEN.findall(text)
    if not 2 <= len(words) <= _MOST_WORDS or not _HAS_THING.search(text):
        return False
    if not (_HAS_ENDED.search(text) or (_HAS_NOT.search(text) and _HAS_THERE.search(text))):
        return False
    return all(_WORDS.fullmatch(word) for word in words)
