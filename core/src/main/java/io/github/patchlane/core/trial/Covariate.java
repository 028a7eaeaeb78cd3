package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.metrics.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what contributions must be alike to be compared; all of it is settled when one is opened. */
public enum Covariate {
  /** Patches of the first round: 1, 2, 3-4, 5+. */
  SIZE {
    @Override
    String of(Subject subject, Committers committers) {
      return subject.strata().size();
    }
  },
  /** Lines added and removed in the first round: up to 9, 49, 249, more. */
  LINES {
    @Override
    String of(Subject subject, Committers committers) {
      int lines =
          firstRound(subject).patches().stream()
              .map(Patch::stat)
              .mapToInt(stat -> stat.added() + stat.removed())
              .sum();
      if (lines >= 250) {
        return "250+";
      }
      return lines >= 50 ? "50-249" : lines >= 10 ? "10-49" : "0-9";
    }
  },
  /** Whether the submitter was seen before. */
  NEWCOMER {
    @Override
    String of(Subject subject, Committers committers) {
      return subject.career().experience().label();
    }
  },
  /** Whether the submitter commits: such work lands silently and is compared with its like only. */
  COMMITTER {
    @Override
    String of(Subject subject, Committers committers) {
      return committers.include(subject.contribution().submitter()) ? "yes" : "no";
    }
  },
  /** The top directory, where there is one. */
  SUBSYSTEM {
    @Override
    String of(Subject subject, Committers committers) {
      List<String> paths = subject.strata().paths();
      return paths.size() == 1 ? paths.get(0) : "(several)";
    }
  },
  /** Of the opening: season, freeze and release. */
  MONTH {
    @Override
    String of(Subject subject, Committers committers) {
      return subject.strata().month();
    }
  };

  abstract String of(Subject subject, Committers committers);

  /** The name in a protocol and in machine-readable output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Covariate> ofLabel(String label) {
    return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Covariate::label).collect(Collectors.joining(", "));
  }

  private static Revision firstRound(Subject subject) {
    List<Revision> revisions = subject.contribution().revisions();
    return revisions.stream()
        .filter(revision -> revision.kind() == Revision.Kind.PROPOSAL)
        .findFirst()
        .orElse(revisions.get(0));
  }
}
