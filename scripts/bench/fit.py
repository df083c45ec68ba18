"""Fits small linear models: which of a list is right, and whether something is so.

Both climb to the weights under which the examples are likeliest (Adam, 2014), drawn a little
towards 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Row = Mapping[str, float]
Example = tuple[Row, bool]
Array = NDArray[np.float64]

_RATE, _ROUNDS, _SHRINK = 0.1, 300, 1e-3


def fit_lists(lists: Sequence[Sequence[Example]]) -> dict[str, float]:
    """Weights by which the right ones of each list are likelier than the others (softmax)."""
    names = list(lists[0][0][0])
    rows = np.array([[told[n] for n in names] for found in lists for told, _ in found], float)
    right = np.array([float(yes) for found in lists for _, yes in found])
    sizes = [len(found) for found in lists]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])

    def slope(weights: Array) -> Array:
        scores = rows @ weights
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        whole = np.repeat(np.add.reduceat(odds, starts), sizes)
        good = np.repeat(np.add.reduceat(odds * right, starts), sizes)
        return np.asarray((odds * right / good - odds / whole) @ rows / len(lists))

    return _climb(names, slope)


def fit_yes_no(examples: Sequence[Example]) -> dict[str, float]:
    """Weights and a base whose sum is above 0 for what is more likely yes (logistic regression).

    Yes and no count the same, however many there are of each.
    """
    names = list(examples[0][0])
    rows = np.array([[*(told[n] for n in names), 1.0] for told, _ in examples], float)
    yes = np.array([float(is_so) for _, is_so in examples])
    worth = np.where(yes > 0, 0.5 / yes.sum(), 0.5 / (len(yes) - yes.sum()))

    def slope(weights: Array) -> Array:
        scores = np.clip(rows @ weights, -30, 30)
        return np.asarray((worth * (yes - 1 / (1 + np.exp(-scores)))) @ rows)

    return _climb([*names, "base"], slope)


def _climb(names: Sequence[str], slope: Callable[[Array], Array]) -> dict[str, float]:
    """The weights at the top of a hill of which `slope` tells the steepness."""
    weights, mean, spread = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, _ROUNDS + 1):
        steep = slope(weights) - _SHRINK * weights
        mean = 0.9 * mean + 0.1 * steep
        spread = 0.999 * spread + 0.001 * steep**2
        step = mean / (1 - 0.9**turn)
        weights += _RATE * step / (np.sqrt(spread / (1 - 0.999**turn)) + 1e-8)
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}
