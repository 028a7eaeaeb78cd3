package io.github.patchlane.core.report;

import io.github.patchlane.core.trial.GuardOutcome;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The answer, in two sentences, and the few figures that it rests on. */
record VerdictSection(TrialReport report, Trial trial) implements Section {
  @Override
  public String id() {
    return "verdict";
  }

  @Override
  public String title() {
    return "The verdict";
  }

  @Override
  public void tell(Form form) {
    TrialWords words = new TrialWords(report, trial);
    form.lead(
        words.verdict(), Measures.byId(trial.primary().metric()).stream().toArray(Measures[]::new));
    form.headlines(headlines());
  }

  private List<Headline> headlines() {
    Measures metric = Measures.byId(trial.primary().metric()).orElse(Measures.FIRST_RESPONSE);
    List<Headline> headlines = new ArrayList<>();
    headlines.add(
        new Headline(
            metric,
            "verdict",
            trial.verdict() instanceof Verdict.CanTell told
                ? (told.direction() == Verdict.Direction.TRIAL_FASTER ? "quicker" : "slower")
                : "cannot tell yet",
            TrialWords.metric(trial.primary().metric())));
    trial
        .primary()
        .times()
        .ifPresent(
            times ->
                headlines.add(
                    new Headline(
                        metric,
                        "difference of restricted means",
                        TrialWords.signed(times.difference().estimate()),
                        "95 % interval " + TrialWords.interval(times.interval()))));
    long tripped = trial.guards().stream().filter(GuardOutcome::tripped).count();
    headlines.add(
        new Headline(
            Measures.COVERAGE,
            "guards tripped",
            tripped + " of " + trial.guards().size(),
            "what must not get worse"));
    trial
        .outlook()
        .filter(outlook -> outlook.smallestEffect().isPresent())
        .ifPresent(
            outlook ->
                headlines.add(
                    new Headline(
                        metric,
                        "smallest factor to be seen",
                        Figures.significant(outlook.smallestEffect().getAsDouble()),
                        "in the rates, with a chance of 80 %")));
    return headlines;
  }
}
