package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.LineAnchor;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the generator meant, to hold against what the reading code makes of the mails alone.
 *
 * @param asOf when the story ends
 * @param contributions by opening time
 * @param unrelated mails that belong to no contribution: questions, announcements, pull requests
 * @param mails how many mails the archive holds, copies included
 * @param requests merge requests, by their numbers
 */
public record SampleTruth(
    Instant asOf,
    List<Contribution> contributions,
    List<MessageId> unrelated,
    int mails,
    List<Request> requests) {
  public SampleTruth {
    contributions = List.copyOf(contributions);
    unrelated = List.copyOf(unrelated);
    requests = List.copyOf(requests);
  }

  /**
   * One merge request.
   *
   * @param draft whether it was opened as a draft
   * @param heads of its branch, one for each push, oldest first
   * @param landed its commits on the canonical branch
   * @param comments on lines of the diff, answers below them included
   * @param approvals who approved, in order
   */
  public record Request(
      int iid,
      String title,
      Person author,
      Instant created,
      boolean draft,
      State state,
      List<CommitId> heads,
      List<CommitId> landed,
      int comments,
      List<Person> approvals) {
    public Request {
      heads = List.copyOf(heads);
      landed = List.copyOf(landed);
      approvals = List.copyOf(approvals);
    }
  }

  /**
   * One effort.
   *
   * @param id the first posting's cover, else its first patch
   * @param oddity the name of what makes it hard to read, {@code none} for most
   */
  public record Contribution(
      MessageId id,
      String title,
      Person author,
      boolean newcomer,
      State state,
      String oddity,
      List<Revision> revisions,
      List<Landing> landings,
      List<Tag> tags,
      List<Comment> comments,
      List<Reply> replies) {
    public Contribution {
      revisions = List.copyOf(revisions);
      landings = List.copyOf(landings);
      tags = List.copyOf(tags);
      comments = List.copyOf(comments);
      replies = List.copyOf(replies);
    }

    /** Every mail of it, postings first; each once. */
    public List<MessageId> mails() {
      Stream<MessageId> posted =
          revisions.stream()
              .flatMap(
                  revision ->
                      Stream.concat(
                          revision.cover().stream(), revision.patches().stream().map(Patch::mail)));
      return Stream.concat(posted, replies.stream().map(Reply::mail)).toList();
    }
  }

  /**
   * One posting.
   *
   * @param number as the subject says, 1 where it says none
   * @param partial a reroll of some patches of the posting before; the others stand
   * @param cover the cover letter, empty list for none
   */
  public record Revision(
      int number,
      boolean rfc,
      boolean resend,
      boolean partial,
      Instant postedAt,
      List<MessageId> cover,
      List<Patch> patches) {
    public Revision {
      cover = List.copyOf(cover);
      patches = List.copyOf(patches);
    }
  }

  /**
   * One patch mail.
   *
   * @param index counts from 1 in the whole series, also in a partial reroll
   * @param carried the trailers of reviewers that its author took over into the message
   */
  public record Patch(int index, MessageId mail, String title, List<String> carried) {
    public Patch {
      carried = List.copyOf(carried);
    }
  }

  /**
   * One patch in the project's history.
   *
   * @param linked whether the commit names the mail
   */
  public record Landing(
      MessageId patch, CommitId commit, Instant landedAt, How how, boolean linked) {}

  /** What became of a patch between the mail and the history. */
  public enum How {
    /** Its hunks are the mail's, line numbers aside. */
    AS_POSTED,
    EDITED,
    /** One commit with another patch of its series. */
    SQUASHED
  }

  /**
   * A trailer given in a reply.
   *
   * @param patches the patch mails it speaks for
   */
  public record Tag(
      MessageId mail, Person giver, String trailer, Weight weight, List<MessageId> patches) {
    public Tag {
      patches = List.copyOf(patches);
    }
  }

  /** Whether a tag counts. */
  public enum Weight {
    GIVEN,
    /** "With that fixed": no approval of what was posted. */
    CONDITIONAL,
    REFUSAL
  }

  /**
   * A remark below a quoted diff line.
   *
   * @param anchor the line right above the remark
   * @param depth 1 for an answer to the patch, 2 for an answer to that
   */
  public record Comment(MessageId mail, Person by, LineAnchor anchor, int depth) {}

  /** Any mail below a posting that posts nothing itself. */
  public record Reply(MessageId mail, Person by, MessageId on, Instant at, Kind kind) {}

  /** What a reply is for. */
  public enum Kind {
    REVIEW,
    AUTHOR_ANSWER,
    BOT,
    PING,
    AUTO_REPLY,
    APPLIED,
    DECLINED,
    WITHDRAWN
  }
}
