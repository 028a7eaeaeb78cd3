package io.github.patchlane.core.git.apply;

/**
 * One hunk: the lines to be found and the lines to stand there instead.
 *
 * @param oldPosition the first old line, from 1; 0 where the old side is empty
 * @param newPosition the first new line, likewise
 * @param oldLines how many old lines the header declares
 * @param newLines how many new lines the header declares
 * @param leading context lines before the first change
 * @param trailing context lines after the last change
 * @param before what must be there
 * @param after what will be there
 */
record Hunk(
    int oldPosition,
    int newPosition,
    int oldLines,
    int newLines,
    int leading,
    int trailing,
    Lines before,
    Lines after) {}
