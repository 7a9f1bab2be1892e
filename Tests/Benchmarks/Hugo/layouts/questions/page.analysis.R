{{ $data := partialCached "forest-rows.html" . .Path }}{{ $pooled := $data.pooled -}}
# {{ $data.title }}: hazard ratio
#
# Computes again, with R and the package metafor, what the atlas shows. To run it here:
#
#   Rscript analysis.R
#
# It reads data.csv, which stands beside it, and prints the lines that follow "expect".
#
# expect studies {{ len $data.rows }}
# expect pooled {{ $pooled.value }} {{ $pooled.low }} {{ $pooled.high }}
# expect prediction {{ $pooled.predictionlow }} {{ $pooled.predictionhigh }}
{{ range $data.rows }}# expect weight {{ .id }} {{ printf "%.2f" .weight }}
{{ end }}
library(metafor)

data <- read.csv("data.csv")
pooled <- data[data$pooled == "true", ]
fit <- rma(yi, sei = sei, data = pooled, method = "DL", test = "z")
limits <- predict(fit, transf = exp)
cat("studies", fit$k, "\n")
cat("pooled", sprintf("%.4f", c(limits$pred, limits$ci.lb, limits$ci.ub)), "\n")
cat("prediction", sprintf("%.4f", c(limits$pi.lb, limits$pi.ub)), "\n")
for (i in seq_len(nrow(pooled))) cat("weight", pooled$id[i], sprintf("%.2f", weights(fit)[i]), "\n")
