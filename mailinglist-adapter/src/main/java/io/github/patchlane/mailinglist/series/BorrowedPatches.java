package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.mailinglist.thread.MailThreads;
import io.github.patchlane.mailinglist.thread.NearestAbove;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A series may be sent by two people, or by one under two addresses. A patch from elsewhere joins a
 * cover letter only where the cover waits for it: it answers the cover, announces the same version
 * and length, its place is free, and the cover lists its title or bears its sender's name. A
 * stranger's own series in the thread stays a series of its own.
 */
final class BorrowedPatches {
  private BorrowedPatches() {}

  static List<List<PatchMail>> join(List<List<PatchMail>> groups, MailThreads threads) {
    Map<MessageId, List<PatchMail>> byCover = new HashMap<>();
    List<List<PatchMail>> changeable = new ArrayList<>();
    for (List<PatchMail> group : groups) {
      List<PatchMail> copy = new ArrayList<>(group);
      changeable.add(copy);
      for (PatchMail mail : group) {
        if (mail.subject().isCover()) {
          byCover.put(mail.id(), copy);
        }
      }
    }
    NearestAbove<MessageId> covers =
        new NearestAbove<>(threads, id -> Optional.of(id).filter(byCover::containsKey));
    for (List<PatchMail> group : changeable) {
      boolean hasCover = group.stream().anyMatch(mail -> mail.subject().isCover());
      if (!hasCover) {
        home(group, byCover, covers)
            .ifPresent(
                home -> {
                  home.addAll(group);
                  home.sort(PatchMail.BY_TIME);
                  group.clear();
                });
      }
    }
    changeable.removeIf(List::isEmpty);
    return changeable;
  }

  private static Optional<List<PatchMail>> home(
      List<PatchMail> group,
      Map<MessageId, List<PatchMail>> byCover,
      NearestAbove<MessageId> covers) {
    PatchMail first = group.get(0);
    Optional<MessageId> above = covers.of(first.id());
    List<PatchMail> home = above.map(byCover::get).orElse(List.of());
    return home.stream()
        .filter(mail -> above.isPresent() && mail.id().equals(above.get()))
        .findFirst()
        .filter(cover -> group.stream().allMatch(mail -> awaited(mail, cover, home)))
        .map(cover -> home);
  }

  private static boolean awaited(PatchMail mail, PatchMail cover, List<PatchMail> home) {
    boolean sameRound =
        mail.subject().index().isPresent()
            && mail.subject().label().equals(cover.subject().label())
            && mail.subject().total().equals(cover.subject().total());
    boolean free =
        home.stream().noneMatch(other -> other.subject().index().equals(mail.subject().index()));
    boolean known =
        (!cover.sender().name().isEmpty()
                && cover.sender().name().equalsIgnoreCase(mail.sender().name()))
            || cover.listed().stream().map(Titles::plain).anyMatch(mail.plainTitle()::equals);
    return sameRound && free && known;
  }
}
