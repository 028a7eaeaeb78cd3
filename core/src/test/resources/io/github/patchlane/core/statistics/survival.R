# Reads random samples, prints what R's survival package makes of them: one "set key value" a line.
suppressMessages(library(survival))
say <- function(set, key, value) {
  cat(sprintf("%s %s %.15g\n", set, key, as.numeric(value)), sep = "")
}
d <- read.csv(file("stdin"))
for (set in unique(d$set)) {
  s <- d[d$set == set, ]
  response <- if (any(s$entry > -1)) Surv(s$entry, s$time, s$cause > 0) else Surv(s$time, s$cause > 0)
  f <- survfit(response ~ 1, conf.type = "log-log", conf.int = 0.95, timefix = FALSE)
  at <- paste0("@", f$time)
  say(set, paste0("atRisk", at), f$n.risk)
  say(set, paste0("survival", at), f$surv)
  say(set, paste0("error", at), ifelse(f$surv > 0, f$std.err * f$surv, NA))
  say(set, paste0("lower", at), f$lower)
  say(set, paste0("upper", at), f$upper)
  for (p in c(0.25, 0.5, 0.75)) {
    q <- quantile(f, p)
    say(set, paste0("quantile", p), q$quantile)
    # With delayed entries the band may turn back; quantile() then picks some crossing of many.
    if (all(s$entry == -1)) {
      say(set, paste0("quantileLower", p), q$lower)
      say(set, paste0("quantileUpper", p), q$upper)
    }
  }
  median <- survival:::survmean(f, rmean = "none")$matrix
  say(set, "quantileLower0.5", median["0.95LCL"])
  say(set, "quantileUpper0.5", median["0.95UCL"])
  for (horizon in c(1.1, 2, 4)) {
    mean <- survival:::survmean(f, rmean = horizon)$matrix
    say(set, paste0("mean", horizon), mean["rmean"])
    say(set, paste0("meanError", horizon), mean["se(rmean)"])
  }
  if (all(s$entry == -1)) {
    test <- tryCatch(survdiff(response ~ s$group + strata(s$stratum)), error = function(e) NULL)
    if (!is.null(test) && length(unique(s$group)) == 3) {
      say(set, "chiSquare", test$chisq)
      expected <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
      say(set, paste0("expected", 1:3), expected)
    }
    m <- survfit(Surv(s$time, factor(s$cause, 0:2)) ~ 1, timefix = FALSE)
    for (k in 1:2) {
      say(set, paste0("incidence", k, "@", m$time), m$pstate[, k + 1])
      say(set, paste0("incidenceError", k, "@", m$time), m$std.err[, k + 1])
    }
  }
}
