package io.github.patchlane.mailinglist.review;

/**
 * Own words between blank lines.
 *
 * @param from its first line
 * @param to behind its last line
 * @param words what it says without trailers, greetings and closings; may be empty
 * @param tagged whether a trailer is in it
 */
record Paragraph(int from, int to, String words, boolean tagged) {}
