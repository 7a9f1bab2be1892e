"""Makes distributions.json: tails and quantiles of the normal, t, chi-squared and F distributions.

Computed by mpmath with 40 digits; needs python3 and mpmath.

    python3 distributions.py > distributions.json
"""
import json
from mpmath import mp, mpf, erfc, sqrt, betainc, gammainc, findroot, log, exp, loggamma

mp.dps = 40


def normal(z):
    return erfc(-mpf(z) / sqrt(mpf(2))) / 2


def beta(a, b, x):
    """I_x(a, b), by the side of the hypergeometric series that converges."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_series(b, a, 1 - x)
    return beta_series(a, b, x)


def beta_series(a, b, x):
    # x^a (1-x)^b / (a B(a,b)) * sum (a+b)_n / (a+1)_n x^n: positive terms only.
    if x == 0:
        return mpf(0)
    term = mpf(1)
    total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -78:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    lead = a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b)
    return exp(lead) / a * total


def student_upper(t, df):
    t, df = mpf(t), mpf(df)
    if t < 0:
        return 1 - student_upper(-t, df)
    return beta_tail(df / 2, mpf(1) / 2, df / (df + t * t)) / 2


def beta_tail(a, b, x):
    with mp.workdps(80):
        value = beta(a, b, x)
    return +value


def chi_upper(x, df):
    with mp.workdps(80):
        value = gammainc(mpf(df) / 2, mpf(x) / 2, mp.inf, regularized=True)
    return +value


def chi_lower(x, df):
    with mp.workdps(80):
        value = gammainc(mpf(df) / 2, 0, mpf(x) / 2, regularized=True)
    return +value


def f_upper(f, m, n):
    f, m, n = mpf(f), mpf(m), mpf(n)
    return beta_tail(n / 2, m / 2, n / (n + m * f))


def f_lower(f, m, n):
    f, m, n = mpf(f), mpf(m), mpf(n)
    return beta_tail(m / 2, n / 2, m * f / (n + m * f))


def quantile(tail, p, low, high):
    """The argument at which a monotone positive tail is p, by bisection of the logarithm, then the secant."""
    low, high, p = mpf(low), mpf(high), mpf(p)
    falling = tail(low) > tail(high)
    for _ in range(30):
        middle = sqrt(low * high)
        if (tail(middle) > p) == falling:
            low = middle
        else:
            high = middle
    return findroot(lambda u: log(tail(exp(u))) - log(p), (log(low), log(high)), tol=mpf(10) ** -60, verify=False)


def text(x):
    return mp.nstr(x, 20)


rows = {"normal": [], "normalQuantile": [], "student": [], "studentQuantile": [], "chiSquared": [],
        "chiSquaredQuantile": [], "f": [], "fQuantile": []}
for z in [-37, -20, -8.5, -5, -3, -1.959963984540054, -1, -0.3, -1e-8, 0, 0.1, 0.67, 1, 1.5, 2.5, 4, 6]:
    rows["normal"].append({"x": z, "lower": text(normal(z)), "upper": text(normal(-z))})
for p in [1e-300, 1e-100, 1e-30, 1e-15, 1e-8, 1e-5, 0.001, 0.01, 0.025, 0.05, 0.074, 0.076, 0.2, 0.4, 0.49999]:
    z = findroot(lambda x: log(normal(-x)) - log(mpf(p)), sqrt(-2 * log(mpf(p))) if p < 0.1 else mpf("0.5"))
    rows["normalQuantile"].append({"p": p, "upper": text(z)})
for df in [1, 2, 3, 5, 9, 10, 29, 55, 200, 1000]:
    for t in [1e-6, 0.01, 0.5, 1, 1.96, 3, 6, 12, 40, 1000]:
        value = student_upper(t, df)
        if value > mpf(10) ** -290:
            rows["student"].append({"df": df, "x": t, "upper": text(value)})
    for p in [1e-100, 1e-20, 1e-8, 0.0005, 0.005, 0.025, 0.05, 0.1, 0.24, 0.26, 0.4, 0.4999]:
        if df < 1 and p < 1e-20:
            continue
        q = exp(quantile(lambda x: student_upper(x, df), p, mpf(10) ** -6, mpf(10) ** 110))
        rows["studentQuantile"].append({"df": df, "p": p, "upper": text(q)})
for df in [1, 2, 3, 5, 9, 19, 55, 200, 1000]:
    for x in [df * r for r in [1e-6, 0.01, 0.2, 0.7, 0.95, 1, 1.05, 1.3, 2, 5, 20]]:
        lower, upper = chi_lower(x, df), chi_upper(x, df)
        if min(lower, upper) > mpf(10) ** -290:
            rows["chiSquared"].append({"df": df, "x": x, "lower": text(lower), "upper": text(upper)})
    for p in [1e-100, 1e-15, 1e-6, 0.001, 0.025, 0.05, 0.1, 0.3, 0.5]:
        upper = exp(quantile(lambda x: chi_upper(x, df), p, mpf(df) / 1000, mpf(df) * 1000 + 1000))
        row = {"df": df, "p": p, "upper": text(upper)}
        if p >= 1e-15:
            row["lower"] = text(exp(quantile(lambda x: chi_lower(x, df), p, mpf(10) ** -35, mpf(df) * 10)))
        rows["chiSquaredQuantile"].append(row)
for m, n in [(1, 1), (1, 8), (2, 5), (3, 16), (5, 100), (10, 10), (40, 3), (200, 1000)]:
    for f in [1e-6, 0.01, 0.3, 0.9, 1, 1.2, 2, 4, 10, 100]:
        lower, upper = f_lower(f, m, n), f_upper(f, m, n)
        if min(lower, upper) > mpf(10) ** -290:
            rows["f"].append({"m": m, "n": n, "x": f, "lower": text(lower), "upper": text(upper)})
    for p in [1e-10, 0.001, 0.025, 0.05, 0.5]:
        upper = exp(quantile(lambda x: f_upper(x, m, n), p, mpf(10) ** -25, mpf(10) ** 25))
        rows["fQuantile"].append({"m": m, "n": n, "p": p, "upper": text(upper)})
print(json.dumps({"generator": "distributions.py, mpmath, 40 digits", **rows}, indent=1))
