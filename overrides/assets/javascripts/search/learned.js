// What the labelled queries taught: the weights of three small linear models. Written by
// `kb bench learn`; change them there, not here.

/** Which page of two answers better: of the features of `features` in judge.js. */
export const RANK = {
  relative: 0.94,
  score: 1.22,
  coverage: 0.92,
  named: 0.66,
  share: 3.75,
  likest: 3.03,
  gathers: -0.94,
};

/** Whether a query is answered at all; what is above `answer` is shown as an answer, what is above
 * `maybe` as perhaps of use. */
export const GATE = {
  coverage: 0.96,
  enough: 1.55,
  named: 0.52,
  share: 1.84,
  likest: 2.55,
  anyLikest: 2.1,
  offShare: -3.14,
  offLikest: -3.1,
  base: -3.76,
  answer: 0.53,
  maybe: -2.18,
};

/** Whether a query describes a situation, and which; above `shown` it stands among the first three. */
export const SITUATION = {
  relative: 1.19,
  score: 1.02,
  coverage: -2.17,
  named: 0.03,
  share: 4.52,
  likest: 4.47,
  gathers: 0.0,
  described: 0.21,
  base: -2.41,
  shown: 0.63,
  first: 1.63,
};
