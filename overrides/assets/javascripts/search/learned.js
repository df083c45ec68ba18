// What the labelled queries taught: the weights of three small linear models. Written by
// `kb bench learn`; change them there, not here.

/** Which page of two answers better: of the features of `features` in judge.js. */
export const RANK = {
  relative: 0.51,
  score: 1.28,
  coverage: 1.13,
  share: 4.0,
  likest: 2.26,
  alike: 1.89,
  named: -0.35,
  gathers: 1.52,
  toolkit: 0.17,
  headed: 1.03,
  asked: 0.82,
  led: 2.13,
};

/** Whether a query is answered at all; what is above `answer` is shown as an answer, what is above
 * `maybe` as perhaps of use. */
export const GATE = {
  situation: 0.33,
  alike: -0.1,
  coverage: -0.05,
  enough: 1.74,
  named: 0.88,
  share: 1.1,
  likest: 0.98,
  anyLikest: 1.36,
  both: 0.31,
  agreed: 1.43,
  offShare: -3.86,
  offLikest: -4.05,
  base: -2.45,
  answer: 2.52,
  maybe: -1.56,
};

/** Whether a query describes a situation, and which; above `shown` it stands among the first three. */
export const SITUATION = {
  relative: 1.24,
  score: 0.76,
  coverage: -1.13,
  share: 2.77,
  likest: 2.47,
  alike: 3.55,
  described: 0.51,
  closer: 0.46,
  base: -3.98,
  shown: 1.3,
  first: 2.3,
};
