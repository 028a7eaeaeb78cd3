package io.github.patchlane.core.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans and their outcome in print: a line a step, for people or as JSON. */
public final class PlanText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanText() {}

  /** The whole plan for a person: its name, a line a step, what to know before. */
  public static String text(Plan plan) {
    return Stream.of(
            Stream.of(plan.title() + " [" + plan.id() + "]"),
            plan.steps().stream().map(step -> "  " + line(step)),
            plan.remarks().stream().map(remark -> "  ! " + remark))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Step step) {
    return step.action() + ": " + step.summary() + " [" + step.key() + "]";
  }

  /** What became of a step, in one line without its end. */
  public static String text(StepReport report) {
    StepOutcome outcome = report.outcome();
    return "  " + outcome.label() + "  " + line(report.step()) + detail(outcome);
  }

  private static String detail(StepOutcome outcome) {
    if (outcome instanceof StepOutcome.Done done) {
      return done.remarks().isEmpty() ? "" : ": " + String.join("; ", done.remarks());
    }
    if (outcome instanceof StepOutcome.Failed failed) {
      return ": " + failed.reason();
    }
    return ": " + ((StepOutcome.Skipped) outcome).reason();
  }

  /** The plan as JSON lines: one for the plan, one for each step with all that it writes. */
  public static String json(Plan plan) {
    ObjectNode head = JSON.createObjectNode();
    head.put("schema", "patchlane.plan/1");
    head.put("plan", plan.id());
    head.put("title", plan.title());
    head.put("steps", plan.steps().size());
    ArrayNode remarks = head.putArray("remarks");
    plan.remarks().forEach(remarks::add);
    StringBuilder lines = new StringBuilder(head.toString()).append('\n');
    for (Step step : plan.steps()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("plan", plan.id());
      line.put("step", step.key());
      line.put("action", step.action());
      line.put("summary", step.summary());
      line.put("fingerprint", step.fingerprint());
      ArrayNode needs = line.putArray("needs");
      step.needs().forEach(needs::add);
      ObjectNode payload = line.putObject("payload");
      step.payload().forEach(payload::put);
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  /** What became of a step, as a JSON line without its end. */
  public static String json(Plan plan, StepReport report) {
    ObjectNode line = JSON.createObjectNode();
    line.put("plan", plan.id());
    line.put("step", report.step().key());
    line.put("outcome", report.outcome().label());
    ObjectNode result = line.putObject("result");
    ArrayNode remarks = line.putArray("remarks");
    if (report.outcome() instanceof StepOutcome.Done done) {
      new java.util.TreeMap<>(done.result()).forEach(result::put);
      done.remarks().forEach(remarks::add);
    } else if (report.outcome() instanceof StepOutcome.Failed failed) {
      line.put("reason", failed.reason());
    } else if (report.outcome() instanceof StepOutcome.Skipped skipped) {
      line.put("reason", skipped.reason());
    }
    return line.toString();
  }
}
