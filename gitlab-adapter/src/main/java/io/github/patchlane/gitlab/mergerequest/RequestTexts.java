package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.gitlab.identity.Accounts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a merge request's description and notes say, by the names that its contribution gives. */
final class RequestTexts {
  private final MergeRequest request;
  private final Accounts accounts;
  private final Rounds rounds;
  private final NotePlaces places;
  private final WebAddress page;

  RequestTexts(MergeRequest request, Accounts accounts, VersionPatches patches) {
    this.request = request;
    this.accounts = accounts;
    this.page = new WebAddress(request.heading().page());
    ReviewerActions actions = new ReviewerActions(request, accounts);
    this.rounds = new Rounds(request, patches, page, actions.times());
    this.places = new NotePlaces(rounds, patches, page);
  }

  /**
   * The description first; notes answer the one before them in their discussion. What was a mail
   * before is left out: carried back it would be there twice.
   */
  Map<SourceId, MessageText> read() {
    Map<SourceId, MessageText> texts = new LinkedHashMap<>();
    Heading heading = request.heading();
    boolean carried = CarriedSeries.is(request);
    texts.put(
        page,
        new MessageText(
            page,
            Optional.empty(),
            CarriedSeries.submitter(request, accounts),
            heading.createdAt(),
            carried ? CarriedSeries.title(heading.plainTitle()) : heading.plainTitle(),
            passages(
                carried ? CarriedSeries.cover(heading.description()) : heading.description(),
                Optional.empty())));
    for (Discussion discussion : request.discussions()) {
      SourceId above = page;
      for (int i = 0; i < discussion.notes().size(); i++) {
        Note note = discussion.notes().get(i);
        SourceId name = NoteNames.of(page, discussion, i);
        if (!note.system() && !note.internal() && !CarriedSeries.isMail(request, note)) {
          texts.put(name, text(note, name, above));
          above = name;
        }
      }
    }
    return texts;
  }

  private MessageText text(Note note, SourceId name, SourceId above) {
    Instant created = request.heading().createdAt();
    Instant at = note.createdAt().isBefore(created) ? created : note.createdAt();
    Optional<LineAnchor> anchor = places.anchorOf(note, places.revisionOf(note, at));
    return new MessageText(
        name,
        Optional.of(above),
        accounts.person(note.author()),
        at,
        "",
        passages(note.body(), anchor));
  }

  private static List<MessageText.Passage> passages(String body, Optional<LineAnchor> anchor) {
    String text = withoutBlankEnds(String.join("\n", body.lines().toList()));
    return List.of(new MessageText.Passage("", text, anchor));
  }

  private static String withoutBlankEnds(String text) {
    String ended = text.stripTrailing();
    int start = 0;
    for (int i = 0; i < ended.length() && Character.isWhitespace(ended.charAt(i)); i++) {
      start = ended.charAt(i) == '\n' ? i + 1 : start;
    }
    return ended.substring(start);
  }
}
