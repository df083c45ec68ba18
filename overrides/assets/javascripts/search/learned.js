// What the labelled queries taught: the weights of three small linear models. Written by
// `kb bench learn`; change them there, not here.

/** Which page of two answers better: of the features of `features` in judge.js. */
export const RANK = {
  relative: 0.83,
  score: 1.21,
  coverage: 0.96,
  named: 0.71,
  share: 3.68,
  likest: 3.03,
  gathers: -0.91,
};

/** Whether a query is answered at all; what is above `answer` is shown as an answer, what is above
 * `maybe` as perhaps of use. */
export const GATE = {
  coverage: 0.98,
  enough: 1.5,
  named: 0.58,
  share: 1.83,
  likest: 2.48,
  anyLikest: 2.09,
  offShare: -3.12,
  offLikest: -3.23,
  base: -3.81,
  answer: 0.39,
  maybe: -2.18,
};

/** Whether a query describes a situation, and which; above `shown` it stands among the first three. */
export const SITUATION = {
  relative: 1.85,
  score: 0.78,
  coverage: -2.57,
  named: 0.09,
  share: 4.62,
  likest: 3.48,
  gathers: 0.0,
  described: 0.51,
  base: -2.35,
  shown: 0.81,
  first: 1.81,
};
