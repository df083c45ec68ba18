// What people say in Finnish, by the plain word that pages and known questions have for it.
// One meaning a line, the plain word first. Only words that mean little else in this trade.

export const everyday = `
asunto kämppä luukku lukaali kortteeri murju yksiö kaksio huusholli tupa
asunnoton koditon kodittomuus irtolainen pummi laitapuoli rappukäytävä porraskäytävä
majoitus yöpaikka yösija petipaikka majapaikka hotelli motelli hostelli retkeilymaja
raha fyrkka massi hynä pätäkkä hilu fyffe käteinen
rahaton persaukinen varaton köyhä pennitön
vuokranantaja vuokraisäntä talonomistaja asunnonomistaja
mies äijä ukko jätkä kundi
puoliso avovaimo avomies avopuoliso avokki aviomies eksä kumppani poikaystävä tyttöystävä miesystävä naisystävä
äiti: mutsi äippä äiskä
isä: faija iskä
vanhus mummo mummu mummi isoäiti pappa ukki vaari isoisä ikäihminen iäkäs ikääntynyt eläkeläinen seniori dementikko
muistisairas dementia alzheimer höperö muistihäiriö dementoitunut
lapsi muksu kakara penska skidi tenava
nuori teini murrosikäinen
läheinen: omainen sukulainen sisko sisar veli sisarus täti setä eno serkku
vankila linna lusia vankeus häkki selli
vanki vankilakundi lusija rangaistusvanki linnakundi
vapautua vapautuminen vapaalle siviiliin
alkoholi viina kalja olut bisse pullo votka lonkero väkevä
juoda dokata dokaa ryypätä ryyppää juopotella juopottelu ryyppääminen kännätä känni tissutella tissuttelu juominen
alkoholisti juoppo deeku spurgu puliukko känniläinen rapajuoppo
narkomaani nisti narkkari narkki piripää päihderiippuvainen
huume kama piri amfetamiini heroiini kannabis pilvi spiidi kokaiini muuntohuume pilleri
korvaushoito subutex subu bupre buprenorfiini metadoni suboxone
vieroitus katko katkaisu katkaisuhoito detox vierottautua vierottaa selviämisasema
ruisku pumppu neula piikki injektioväline
mielenterveys psyykkinen psyyke skitsofrenia skitsofreenikko skitso psykoosi bipolaari bipolaarinen mielisairas masennus masentunut psykiatria psykiatrinen psykka harha harhainen
itsemurha itsetuhoinen itsetuhoisuus tappaa viiltely viillellä
yliannostus överi yliannos tajuton myrkytys
häätö: uloshäätö häädetty lähtöpassi ulosheitto
velka vippi pikavippi kulutusluotto osamaksu pikalaina luottokortti lainakierre
perintä: karhu karhukirje perintäkirje muistutuslasku perintätoimisto tratta
maksuhäiriömerkintä: luottotiedoton luottotiedot maksuhäiriö luottohäiriö merkintä
työtön: potkut duuniton lomautettu lomautus irtisanottu työttömyys
työ: duuni
palkka liksa palkkapäivä tilipäivä tilipussi
ruoka safka sapuska eväs murkina nälkä nälkäinen jääkaappi syödä syöminen leipäjono ruokajono ruokakassi
sosiaalityö: sossu sosku sosiaalitoimisto sosiaalivirasto sosiaaliviranomainen
edunvalvoja holhooja holhous
ulosotto vouti ulosottomies
hoivakoti vanhainkoti hoitokoti vanhustentalo hoivakotipaikka
väkivalta: hakata hakkaa lyödä lyö mätkiä pahoinpidellä pahoinpitely turpaan kuristaa uhkailla tönii retuuttaa
siivoton läävä sotku sotkuinen kaatopaikka roska roskat jäte kaaos sikolätti haju haisee löyhkä torakka hamstraaja hamstraus saastainen
häiriö: meteli mekkala melu melske huuto bileet riehua riehuu rähinä
vakuus takuu takuuvuokra vuokratakuu pantti vuokratakuut
lomake kaavake blanketti
puhelinnumero puhelin luuri puh numero
sähkölasku: sähköt sähkö
huoli huolissaan murhe huolestunut
ilmoitus ilmianto ilmiantaa
lupa suostumus luvalla luvatta valtuus
ilmainen ilmasta ilmaseksi maksuton maksutta
kotikäynti: kotikäynnillä käymään
kadonnut katosi hävinnyt kateissa tavoittamattomissa vastaamatta
`.trim().split("\n");
