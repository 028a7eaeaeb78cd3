package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a mail, it is read without an exception, in less than a second, together with
 * its neighbours, and what comes out can be written and read back. The heap is what surefire gives.
 */
class MutationFuzzTest {
  private static final int EVERYDAY = 1_000;
  private static final int LONG_RUN = 100_000;
  private static final int LIST = 2_000;

  @Test
  void noMutationBreaksTheReading() {
    mutate(EVERYDAY, Duration.ofSeconds(20));
  }

  @Test
  @Tag("fuzz")
  void noMutationOfManyBreaksTheReadingOrTakesASecond() {
    mutate(LONG_RUN, Duration.ofSeconds(1));
  }

  private static void mutate(int count, Duration longest) {
    List<byte[]> seeds = new ArrayList<>(OddMails.bytes());
    // the megabyte has its own test; here it would only be cut a hundred thousand times
    seeds.replaceAll(mail -> mail.length > 10_000 ? Arrays.copyOf(mail, 10_000) : mail);
    Random random = new Random(20240102);
    ReadingWhole list = new ReadingWhole();
    for (int i = 1; i <= count; i++) {
      byte[] mail = Mutations.mutant(seeds, random);
      long start = cpuTime();
      try {
        list.add(mail);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("mutation " + i + ":\n" + new String(mail, ISO_8859_1), e);
      }
      Duration taken = Duration.ofNanos(cpuTime() - start);
      assertTrue(
          taken.compareTo(longest) < 0,
          () -> "took " + taken + ":\n" + new String(mail, ISO_8859_1));
      if (i % LIST == 0 || i == count) {
        ReadingWhole.assertWritable(list.harvest());
        list = new ReadingWhole();
      }
    }
  }

  /** Of this thread, so that a busy machine does not make a mail look costly. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
