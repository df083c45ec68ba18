// Finnish: stems, the grades of a stem, and words that say nothing.
import { everyday } from "./everyday.fi.js";
import Finnish from "./snowball/finnish.js";

const snowball = new Finnish();

// Short words whose stem changes so much that no rule finds it, also at the end of a compound.
const IRREGULAR = [
  [/tu(e(n|t|sta|lla|lta|lle|ssa|ksi)?|ki|kea|kia|kien|keen|etaan)$/, "tuki"],
  // Not -lainen: vuokralaista.
  [/lai(n|t|ssa|lla|ksi)$|(?<=^|to)laista$|laki(a|en|in)?$/, "laki"],
  [/hau(n|t|ssa|sta|lla|ksi)$|hakua$/, "haku"],
  [/ru(ok|o|u)aa?(n|t|sta|lla|ksi|ssa)?$/, "ruoka"],
  [/tyo(n|t|ta|ssa|sta|hon|lla|lle|ksi)$|^toi(ta|den|ssa|sta|hin|lla)$/, "tyo"],
  [/([klr])as$/, "$1"],
  [/porras(ta)?$|porta[ai][a-z]*$/, "porr"],
  [/^la(s|ps)(ta|ten|en|et|i|ia|ista|ille|elle|ella|esta|ien)$/, "laps"],
];

// Endings of -inen (asuminen, asumisen) and -ton (asunnoton, asunnottoman) brought together.
const ENDINGS = [
  [/i(nen|s[ei][aeinst]*|sten)$/, "is"],
  [/ton$/, "ttom"],
  [/([uyo])sten$/, "$1s"],
  [/([uy])nee[a-z]{1,4}$/, "$1nu"],
];

/** The stem of a folded word. */
function stem(word) {
  if (word.length < 4) return word;
  for (const [ending, base] of IRREGULAR) {
    if (ending.test(word)) return word.replace(ending, base);
  }
  if (word.length > 6) {
    for (const [ending, base] of ENDINGS) {
      if (ending.test(word)) return word.replace(ending, base);
    }
  }
  const base = snowball.stem(word).replace(/(.{3}[uyo])(?:ks|d|t)$/, "$1s");
  const root = base.replace(/[aeiouy]+$/, "");
  if (root.length > 3) return root;
  // Of three letters little is left to tell words apart (auto, auttaa): a round vowel stays,
  // unless it is that of a plural (rahoja).
  return root.length === 3 && (!/[ouy]$/.test(base) || /o[ij]/.test(word)) ? root : base;
}

const GRADES = [
  ["nt", "n"], ["nk", "ng"], ["mp", "m"], ["lt", "l"], ["rt", "r"], ["lk", "l"], ["rk", "r"],
  ["hk", "h"], ["t", "d"], ["p", "v"],
];

/** The stem in its other grade, as far as a rule tells: velk, vel; asunt, asun. */
function variants(base) {
  if (base.length < 4) return [];
  // Of -inen some forms keep the s and some do not (asumisen, asumista).
  const found = [base.endsWith("is") ? base.slice(0, -2) : base + "is"];
  for (const pair of GRADES) {
    for (const [from, to] of [pair, [pair[1], pair[0]]]) {
      if (base.endsWith(from)) found.push(base.slice(0, -from.length) + to);
    }
  }
  return found;
}

// Words that a question needs and an answer need not have.
const weak = new RegExp(
  "^(teh|tee|tek|saam|saav|anta|anne|anna|otta|ote|halua|tarvi|menee|menn|meni|" +
    "laitta|laite|naky|nake|kesta|kauan|usein|monta|paljon|tapaht|tarkoit|asia|" +
    "ihmi|henkil|autt|auta|apu|uusi|uude|uut|ero|loyt|loyd|paas|kuulu|" +
    "paatta|paate|paata|hae|kerto|kerro|puhu|pysty|kannat|kuulo|mahdol|sana|sano|kysy|tieta|tiedo|tieto|lyhen)[a-z]{0,6}$",
);

export const language = {
  stem,
  variants,
  everyday,
  compounds: true,
  weak,
  stop: new Set(
    (
      "ja tai eli seka etta jos kun koska niin kuin vai joko myos mutta vaan on ei ole oli olla " +
      "ovat olen olet en et eivat eika olisi ollut se ne tama taman nama tassa " +
      "tasta siita siina sen niiden sille tata mina sina han me he minun sinun hanen meidan " +
      "teidan heidan minulla sinulla hanella minulle hanelle hanta mika mita mitka missa mista " +
      "mihin minne mistaan missaan mihinkaan mistakin milla mille minka kuka keta kenen kenelle " +
      "kenella kuinka miten miksi milloin kumpi jo joka jota jonka joita jotka jolla jolle jossa " +
      "josta johon voi voiko voin voisi voivat voisin saa saako saan saada saisi pitaa pitaako onko " +
      "eiko oliko olisiko itse sitten nyt vain viela enaa aina kanssa asti alle yli noin eri muu " +
      "muut kaikki joku jokin mikaan mitaan kukaan ketaan tulee tulisi kay kayko no ihan aivan " +
      "hyvin paljon millainen yksi siis toi " +
      "voidaan minulta hanelta meilla meille taytyy taytyyko pitaisi keneen kenelta " +
      "noi tuo tuon nuo naa mua mulla mulle sulla sulle sun mun sa ma " +
      "jotain mukaan tahan siihen lapi sai saanut saavat " +
      "pykala pykalan"
    ).split(" "),
  ),
};
