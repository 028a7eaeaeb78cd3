package io.github.patchlane.cli.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The vocabulary of the invented code, and the names already given away. Not thread-safe. */
final class Words {
  private static final List<String> VERBS =
      List.of(
          "attach", "balance", "bind", "claim", "clamp", "collect", "copy", "defer", "detach",
          "drain", "enqueue", "expire", "fetch", "flush", "kick", "latch", "mask", "migrate",
          "park", "pin", "poll", "probe", "purge", "queue", "rearm", "reclaim", "refill", "rewind",
          "route", "scan", "settle", "split", "steal", "sweep", "trim", "unbind", "unmask", "wake");
  private static final List<String> NOUNS =
      List.of(
          "bank",
          "bitmap",
          "bucket",
          "budget",
          "burst",
          "cell",
          "channel",
          "context",
          "credit",
          "cursor",
          "deadline",
          "doorbell",
          "epoch",
          "extent",
          "fence",
          "frame",
          "handle",
          "hint",
          "latch",
          "lease",
          "ledger",
          "line",
          "mailbox",
          "marker",
          "nursery",
          "page",
          "pool",
          "port",
          "quota",
          "ring",
          "slab",
          "slice",
          "slot",
          "span",
          "stripe",
          "tick",
          "timer",
          "token",
          "vector",
          "waiter",
          "watermark",
          "window",
          "zone");

  private final Dice dice;
  private final Set<String> given = new HashSet<>();

  Words(Dice dice) {
    this.dice = dice;
  }

  String verb() {
    return dice.pick(VERBS);
  }

  String noun() {
    return dice.pick(NOUNS);
  }

  /** Never the same twice. */
  String functionName(String prefix) {
    for (int tries = 0; tries < 8; tries++) {
      String name = prefix + "_" + verb() + "_" + noun();
      if (given.add(name)) {
        return name;
      }
    }
    String name = prefix + "_" + verb() + "_" + noun() + "_" + noun() + dice.below(100_000);
    given.add(name);
    return name;
  }

  /** The title itself if it is new, else with something added: two patches never share one. */
  String uniqueTitle(String title) {
    String unique = title;
    while (!given.add(unique)) {
      unique = title + " of the " + noun() + " " + noun();
    }
    return unique;
  }
}
