// Swedish: stems, and words that say nothing.
import Swedish from "./snowball/swedish.js";

const snowball = new Swedish();

export const language = {
  stem: (word) => (word.length < 4 ? word : snowball.stem(word)),
  // A compound puts an s between its parts: vräkningshot.
  variants: (stem) => (stem.length > 3 && stem.endsWith("s") ? [stem.slice(0, -1)] : []),
  compounds: true,
  // Words that a question needs and an answer need not have.
  weak: /^(behov|hjalp|soka|soker|finn|hitta|anvand|betyd|hander|ofta|mycket|manga|lang|lange|ny|nytt|nya|vet|vill|beratt|sag|person|mannisk|klient|sak|satt|skillnad|mellan|andr|bestam|kommer|oppn|borja|gammal|forkort)[a-z]{0,5}$/,
  stop: new Set(
    (
      "och eller men att som om da nar var vad vem vilken vilket vilka hur varfor jag du han hon den " +
      "det vi ni de dem mig dig honom henne oss er min mitt mina din ditt dina sin sitt sina hans " +
      "hennes dess var vart vara deras en ett nagon nagot nagra ingen inget inga alla allt varje " +
      "denna detta dessa i pa av for med till fran vid hos under over efter fore mot genom utan " +
      "ar varit vara blir blev bli har hade ha kan kunde ska skulle maste far fick fa gor gora inte " +
      "ej ju nu sa ocksa bara an mer mest mycket har dar hit dit sedan redan annu igen sig"
    ).split(" "),
  ),
};
