"""The pooled result that a Hugo site would be given as data, because templates cannot compute it.

Inverse variance with DerSimonian and Laird's between-study variance and a Wald interval.
"""

import math

Z = 1.959964


def pool(effects):
    """Pooled effect on the log scale, weights in per cent, and heterogeneity, of (estimate, standard error) pairs."""
    weights = [1 / error**2 for _, error in effects]
    total = sum(weights)
    common = sum(weight * value for weight, (value, _) in zip(weights, effects)) / total
    q = sum(weight * (value - common) ** 2 for weight, (value, _) in zip(weights, effects))
    df = len(effects) - 1
    tau2 = max(0.0, (q - df) / (total - sum(weight**2 for weight in weights) / total))
    weights = [1 / (error**2 + tau2) for _, error in effects]
    total = sum(weights)
    random = sum(weight * value for weight, (value, _) in zip(weights, effects)) / total
    error = math.sqrt(1 / total)
    spread = 2.1 * math.sqrt(tau2 + error**2)
    return {
        "estimate": random, "low": random - Z * error, "high": random + Z * error, "common": common,
        "prediction": (random - spread, random + spread), "weights": [100 * weight / total for weight in weights],
        "q": q, "df": df, "tau2": tau2, "i2": max(0.0, 100 * (q - df) / q) if q > 0 else 0.0}
