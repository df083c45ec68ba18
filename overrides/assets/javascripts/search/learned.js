// What the labelled queries taught: the weights of three small linear models. Written by
// `kb bench learn`; change them there, not here.

/** Which page of two answers better: of the features of `features` in judge.js. */
export const RANK = {
  relative: 0.45,
  score: 1.28,
  coverage: 1.22,
  share: 3.93,
  likest: 2.19,
  alike: 1.73,
  named: -0.48,
  gathers: 1.66,
  toolkit: 0.12,
  headed: 1.24,
  asked: 0.92,
  led: 1.98,
};

/** Whether a query is answered at all; what is above `answer` is shown as an answer, what is above
 * `maybe` as perhaps of use. */
export const GATE = {
  situation: 0.19,
  alike: -0.5,
  coverage: 0.23,
  enough: 1.64,
  named: 1.04,
  share: 1.63,
  likest: 0.8,
  anyLikest: 1.32,
  both: 0.41,
  agreed: 1.74,
  offShare: -3.57,
  offLikest: -3.49,
  base: -2.4,
  answer: 2.05,
  maybe: -1.76,
};

/** Whether a query describes a situation, and which; above `shown` it stands among the first three. */
export const SITUATION = {
  relative: 1.51,
  score: 0.5,
  coverage: -0.92,
  share: 3.0,
  likest: 2.82,
  alike: 3.6,
  described: 0.31,
  base: -3.82,
  shown: 1.28,
  first: 2.28,
};
