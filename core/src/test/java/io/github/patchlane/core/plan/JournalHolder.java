package io.github.patchlane.core.plan;

import java.nio.file.Path;

/** A process that opens a journal, says so and never ends by itself. */
final class JournalHolder {
  private JournalHolder() {}

  public static void main(String[] arguments) throws InterruptedException {
    Journal.open(Path.of(arguments[0]));
    System.out.print('!');
    System.out.flush();
    Thread.sleep(600_000);
  }
}
