package io.github.patchlane.core.contribution;

/**
 * The name of a contribution across its revisions: {@code mail:} and the message-id of the first
 * known revision's cover, else of its first patch; or {@code gitlab:host/group/project!iid}.
 *
 * @param value with its scheme
 */
public record ContributionId(String value) implements Comparable<ContributionId> {
  private static final String MAIL = "mail:";

  public ContributionId {
    int colon = value.indexOf(':');
    if (colon < 1 || colon == value.length() - 1) {
      throw new IllegalArgumentException("a contribution's id has a scheme and a name: " + value);
    }
  }

  public static ContributionId ofMail(MessageId first) {
    return new ContributionId(MAIL + first.value());
  }

  @Override
  public int compareTo(ContributionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
