import Evidence
import MetaAnalysis
import Text

/// A script in R that pools a synthesis again from its data.csv, and the lines that it must print.
///
/// The lines come from the value that the page is written from. Each is a word that says what it is, then numbers with a
/// fixed count of decimals: ratios on their natural scale, percentages from 0 to 100.
struct ReproducingScript {
    let synthesis: Synthesis
    let language: Language

    private var measure: EffectMeasure { synthesis.measure }

    var text: String {
        var out = """
            # \(Self.comment(language.scriptTitle(synthesis.plan.title, measure: language.measure(measure.rawValue))))
            #
            # \(language.scriptPurpose)
            #
            #   Rscript analysis.R
            #
            # \(language.scriptInput)
            #

            """
        for line in expected { out += "# expect \(line)\n" }
        out += "\n"
        out += synthesis.pooled.map(pooling) ?? showing
        return out
    }

    // MARK: What is expected

    var expected: [String] {
        guard let pooled = synthesis.pooled else {
            return synthesis.rows.map {
                "study \($0.study) \(numbers([measure.printedScale($0.estimate.estimate), $0.limits.low, $0.limits.high]))"
            }
        }
        let pool = pooled.pool
        var lines = ["studies \(pool.count)"]
        lines.append("pooled \(natural(pooled.estimate))")
        if let p = pooled.estimate.pValue { lines.append("p \(number(p))") }
        if let q = pool.heterogeneity { lines.append("q \(number(q.q)) \(q.degreesOfFreedom) \(number(q.pValue))") }
        if let iSquared = pool.iSquared { lines.append("i2 \(number(iSquared, 2))") }
        if let tau = pool.tauSquared {
            switch pool.tauSquaredInterval {
            case .interval(let limits)?: lines.append("tau2 \(numbers([tau, limits.low, limits.high]))")
            case .empty?: lines.append("tau2 \(number(tau)) empty")
            case nil: lines.append("tau2 \(number(tau))")
            }
        }
        if let prediction = pool.prediction {
            lines.append(
                "prediction \(numbers([prediction.interval.low, prediction.interval.high].map(measure.printedScale)))")
        }
        for row in synthesis.rows where row.isPooled {
            if let weight = row.weight { lines.append("weight \(row.study) \(number(weight, 2))") }
        }
        for level in pool.subgroups?.levels ?? [] {
            if let group = level.pooled { lines.append("group \(Self.comment(level.group)): \(natural(group))") }
        }
        if let between = pool.subgroups?.between {
            lines.append("between \(number(between.q)) \(between.degreesOfFreedom) \(number(between.pValue))")
        }
        for (row, without) in zip(synthesis.rows.filter(\.isPooled), pool.leaveOneOut) {
            lines.append("without \(row.study) \(natural(without.pooled))")
        }
        for other in pool.sensitivity?.cells ?? [] {
            lines.append(
                "sensitivity \(other.estimator?.rawValue ?? "EE") \(other.test.rawValue) \(natural(other.pooled))")
        }
        return lines
    }

    private func natural(_ estimate: PooledEstimate) -> String {
        numbers([estimate.estimate, estimate.interval.low, estimate.interval.high].map(measure.printedScale))
    }

    private func numbers(_ values: [Double]) -> String { values.map { number($0) }.joined(separator: " ") }

    private func number(_ value: Double, _ decimals: Int = 4) -> String {
        NumberStyle.program.fixed(value, decimals: decimals)
    }

    /// Text that cannot leave a comment.
    private static func comment(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    // MARK: The script

    /// Nothing is pooled: the effects as they are.
    private var showing: String {
        #"""
        data <- read.csv("data.csv", colClasses = c(id = "character"), encoding = "UTF-8")

        # \#(language.scriptNumber)
        number <- function(x) sub("^-(0\\.?0*)$", "\\1", sprintf("%.4f", x))
        line <- function(...) cat(paste(...), "\n", sep = "")

        # \#(language.scriptNotPooled)
        for (i in seq_len(nrow(data)))
          line("study", data$id[i], number(data$estimate[i]), number(data$low[i]), number(data$high[i]))

        """#
    }

    private func pooling(_ pooled: PooledResult) -> String {
        let pool = pooled.pool
        let isCommon = pool.random == nil
        let method = pool.random?.estimator.rawValue ?? "EE"
        var out = #"""
            suppressPackageStartupMessages(library(metafor))
            data <- read.csv("data.csv", colClasses = c(id = "character", pooled = "character", group = "character"), na.strings = "", encoding = "UTF-8")
            data <- data[data$pooled == "true", ]

            # \#(language.scriptNumber)
            number <- function(x, decimals = 4)
              sub("^-(0\\.?0*)$", "\\1", sprintf(paste0("%.", decimals, "f"), x))
            line <- function(..., sep = " ") cat(paste(..., sep = sep), "\n", sep = "")
            \#(measure.isRatio ? "# \(language.scriptLogarithms)\nnatural <- exp" : "natural <- identity")

            # \#(language.scriptIterations)
            scale <- max(1, var(data$yi))
            control <- list(threshold = 1e-13 * scale, maxiter = 200000, tol = .Machine$double.eps,
                            tau2.max = 1e7 * scale, stepadj = 1)
            pool <- function(method, test, rows = data) {
              suppressWarnings(rma(yi = yi, sei = sei, data = rows, method = method, test = test,
                                   control = if (method == "EE") list() else control))
            }
            result <- function(fit) paste(number(natural(as.numeric(fit$beta))), number(natural(fit$ci.lb)),
                                          number(natural(fit$ci.ub)))

            fit <- pool("\#(method)", "\#(isCommon ? "z" : pooled.estimate.test.rawValue)")
            line("studies", fit$k)
            line("pooled", result(fit))
            line("p", number(fit$pval))
            line("q", number(fit$QE), fit$k - 1, number(fit$QEp))

            """#
        if isCommon {
            out += #"""
                line("i2", number(max(0, 100 * (fit$QE - (fit$k - 1)) / fit$QE), 2))

                """#
        } else {
            out += #"""
                line("i2", number(fit$I2, 2))

                # \#(language.scriptProfile)
                if (fit$QE < qchisq(0.025, fit$k - 1)) {
                  line("tau2", number(fit$tau2), "empty")
                } else {
                  limits <- confint(fit, control = list(tol = .Machine$double.eps, tau2.max = 1e7 * scale,
                                                        maxiter = 100000))$random["tau^2", ]
                  line("tau2", number(fit$tau2), number(limits["ci.lb"]), number(limits["ci.ub"]))
                }

                """#
        }
        if pool.prediction != nil {
            out += #"""

                # \#(language.scriptPrediction)
                # \#(language.scriptPredictionOfMetafor)
                reach <- c(-1, 1) * qt(0.975, fit$k - 2) * sqrt(fit$tau2 + fit$se^2)
                line("prediction", paste(number(natural(as.numeric(fit$beta) + reach)), collapse = " "))

                """#
        }
        out += #"""

            share <- weights(fit)
            for (i in seq_along(share)) line("weight", data$id[i], number(share[i], 2))

            """#
        if let subgroups = pool.subgroups {
            let fewest = subgroups.levels.filter { $0.pooled != nil }.map(\.studies.count).min() ?? Int.max
            let isShown = fewest < Int.max ? "sum(data$group == name) >= \(fewest)" : "FALSE"
            out += #"""

                # \#(language.scriptGroups(isCommon: isCommon))
                # \#(language.scriptBetweenGroups)
                groups <- split(data, factor(data$group, levels = unique(data$group)))
                for (name in names(groups)) if (\#(isShown))
                  line("group ", name, ": ", result(pool("\#(method)", "\#(isCommon ? "z" : pooled.estimate.test.rawValue)", groups[[name]])), sep = "")
                parts <- lapply(groups, function(rows) pool("\#(method)", "z", rows))
                between <- rma(yi = sapply(parts, function(part) as.numeric(part$beta)),
                               sei = sapply(parts, function(part) part$se), method = "EE")
                line("between", number(between$QE), between$k - 1, number(between$QEp))

                """#
        }
        if let without = pool.leaveOneOut.first?.pooled.test {
            out += #"""

                # \#(language.scriptLeavingOut)
                for (i in seq_len(nrow(data)))
                  line("without", data$id[i], result(pool("\#(method)", "\#(isCommon ? "z" : without.rawValue)", data[-i, ])))

                """#
        }
        if let cells = pool.sensitivity?.cells {
            let others = cells.map { "c(\"\($0.estimator?.rawValue ?? "EE")\", \"\($0.test.rawValue)\")" }
            out += "\n# \(language.scriptSensitivity)\n"
            out += "others <- list(\n  \(others.joined(separator: ",\n  ")))\n"
            out += "for (other in others) line(\"sensitivity\", other[1], other[2], result(pool(other[1], other[2])))\n"
        }
        return out
    }
}
