// English: stems, and words that say nothing.
import { everyday } from "./everyday.en.js";
import English from "./snowball/english.js";

const snowball = new English();

export const language = {
  // Both spellings, -ise and -ize, -ence and -ense, have one stem.
  stem: (word) =>
    snowball.stem(word.length > 5 ? word.replace(/iz(?=[eia])|(?<=licen|defen)c/, (s) => (s === "c" ? "s" : "is")) : word),
  variants: () => [],
  everyday,
  compounds: false,
  // Words that a question needs and an answer need not have.
  weak: /^(need|want|help|make|made|give|go|goes|going|went|take|tak|find|found|client|person|people|mean|happen|often|much|many|long|new|use|know|tell|thing|way|difference|different|between|replac|decid|decide|look|come|came|open|start|old|date|year|change|low|abbreviat|acronym)(s|ed|ing|ion)?$/,
  stop: new Set(
    (
      "a an the and or of to in on at by for with from as if then than so but not no nor is are was " +
      "were be been being am do does did done doing has have had having i you he she it we they me " +
      "him her us them my your his its our their this that these those there here what which who " +
      "whom whose when where why how can could may might must shall should will would get gets got " +
      "getting s t re ve ll d m im about into over under up down out any some every all each other " +
      "another such only own same too very just also still yet again ever one someone somebody " +
      "anyone something anything else"
    ).split(" "),
  ),
};
