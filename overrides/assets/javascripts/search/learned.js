// What the labelled queries taught: the weights of three small linear models. Written by
// `kb bench learn`; change them there, not here.

/** Which page of two answers better: of the features of `features` in judge.js. */
export const RANK = {
  relative: 0.3,
  score: 1.16,
  coverage: 1.5,
  share: 4.22,
  likest: 1.78,
  alike: 1.38,
  named: -0.73,
  gathers: 1.68,
  toolkit: -0.07,
  headed: 1.18,
  asked: 0.73,
  led: 1.88,
};

/** Whether a query is answered at all; what is above `answer` is shown as an answer, what is above
 * `maybe` as perhaps of use. */
export const GATE = {
  situation: 0.71,
  alike: -0.12,
  coverage: 0.43,
  enough: 1.81,
  named: 0.63,
  share: 1.14,
  likest: 1.8,
  anyLikest: 1.9,
  offShare: -3.6,
  offLikest: -3.55,
  base: -3.09,
  answer: 1.72,
  maybe: -1.82,
};

/** Whether a query describes a situation, and which; above `shown` it stands among the first three. */
export const SITUATION = {
  relative: 1.38,
  score: 0.48,
  coverage: -0.92,
  share: 3.03,
  likest: 2.85,
  alike: 3.54,
  described: 0.32,
  base: -3.66,
  shown: 1.34,
  first: 2.34,
};
