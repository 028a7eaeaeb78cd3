package io.github.patchlane.core.contribution;

/**
 * The address of a page, such as a note on a merge request.
 *
 * @param value an absolute URL
 */
public record WebAddress(String value) implements SourceId {
  public WebAddress {
    if (!value.contains("://")) {
      throw new IllegalArgumentException("not an absolute address: \"" + value + '"');
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
