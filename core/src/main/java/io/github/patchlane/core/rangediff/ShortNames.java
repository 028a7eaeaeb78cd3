package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The starts of ids, long enough to tell them apart: as git abbreviates commits, with at least
 * seven digits, and message-ids likewise, with at least the fourteen that most of them give to a
 * date and without what stands behind the @.
 */
final class ShortNames {
  private static final int COMMIT = 7;
  private static final int MAIL = 14;

  private ShortNames() {}

  static Function<SourceId, String> of(List<PatchPair> pairs) {
    List<SourceId> ids =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.before(), pair.after()))
            .flatMap(Optional::stream)
            .map(PatchPair.Side::id)
            .distinct()
            .toList();
    List<String> local = ids.stream().map(ShortNames::local).toList();
    boolean apart = local.stream().distinct().count() == local.size();
    Function<SourceId, String> names = apart ? ShortNames::local : SourceId::value;
    List<String> sorted = ids.stream().map(names).sorted().toList();
    boolean commits = ids.stream().allMatch(CommitId.class::isInstance);
    int length = commits ? COMMIT : MAIL;
    for (int i = 1; i < sorted.size(); i++) {
      length = Math.max(length, common(sorted.get(i - 1), sorted.get(i)) + 1);
    }
    int enough = length;
    return id -> cut(names.apply(id), enough);
  }

  private static String cut(String name, int length) {
    return name.substring(0, Math.min(length, name.length()));
  }

  /** What stands before the sign that message-ids share with addresses. */
  private static String local(SourceId id) {
    int at = id.value().indexOf('@');
    return at > 0 ? id.value().substring(0, at) : id.value();
  }

  private static int common(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
