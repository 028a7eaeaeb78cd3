# Reads random samples, prints what R's survival package makes of them: one "set key value" a line.
suppressMessages(library(survival))
say <- function(set, key, value) {
  cat(sprintf("%s %s %.17g\n", set, key, as.numeric(value)), sep = "")
}
restricted <- function(curve, horizon) {
  m <- survival:::survmean(curve, rmean = horizon)$matrix
  c(m["rmean"], m["se(rmean)"])
}
tellTest <- function(set, kind, call) {
  test <- tryCatch(call, error = function(e) NULL)
  # Without an event, or with a group that is empty, there is nothing to agree on.
  if (!is.null(test) && length(test$n) == 3 && sum(test$exp) > 0) {
    expected <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
    observed <- if (is.matrix(test$obs)) rowSums(test$obs) else test$obs
    say(set, paste0(kind, "ChiSquare"), test$chisq)
    say(set, paste0(kind, "P"), pchisq(test$chisq, sum(expected > 0) - 1, lower.tail = FALSE))
    say(set, paste0(kind, "Expected", 1:3), expected)
    say(set, paste0(kind, "Observed", 1:3), observed)
  }
}
d <- read.csv(file("stdin"))
for (set in unique(d$set)) {
  s <- d[d$set == set, ]
  whole <- all(s$entry == -1)
  s$response <- if (whole) Surv(s$time, s$cause > 0) else Surv(s$entry, s$time, s$cause > 0)
  f <- survfit(response ~ 1, data = s, conf.type = "log-log", conf.int = 0.95)
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
    if (whole) {
      say(set, paste0("quantileLower", p), q$lower)
      say(set, paste0("quantileUpper", p), q$upper)
    }
  }
  median <- survival:::survmean(f, rmean = "none")$matrix
  say(set, "quantileLower0.5", median["0.95LCL"])
  say(set, "quantileUpper0.5", median["0.95UCL"])
  for (horizon in c(1.1, 2, 4)) {
    mean <- restricted(f, horizon)
    say(set, paste0("mean", horizon), mean[1])
    say(set, paste0("meanError", horizon), mean[2])
  }
  if (whole) {
    tellTest(set, "logRank", survdiff(response ~ group, data = s))
    tellTest(set, "stratified", survdiff(response ~ group + strata(stratum), data = s))
    for (horizon in c(1.1, 2, 4)) {
      total <- 0; sum <- 0; variance <- 0
      for (stratum in unique(s$stratum)) {
        one <- s[s$stratum == stratum & s$group == 0, ]
        other <- s[s$stratum == stratum & s$group == 1, ]
        if (nrow(one) > 0 && nrow(other) > 0) {
          first <- restricted(survfit(response ~ 1, data = one), horizon)
          second <- restricted(survfit(response ~ 1, data = other), horizon)
          weight <- nrow(one) * nrow(other) / (nrow(one) + nrow(other))
          total <- total + weight
          sum <- sum + weight * (first[1] - second[1])
          variance <- variance + weight^2 * (first[2]^2 + second[2]^2)
        }
      }
      if (total > 0) {
        say(set, paste0("difference", horizon), sum / total)
        say(set, paste0("differenceError", horizon), sqrt(variance) / total)
      }
    }
    m <- survfit(Surv(s$time, factor(s$cause, 0:2)) ~ 1)
    for (k in 1:2) {
      say(set, paste0("incidence", k, "@", m$time), m$pstate[, k + 1])
      say(set, paste0("incidenceError", k, "@", m$time), m$std.err[, k + 1])
    }
  }
}
