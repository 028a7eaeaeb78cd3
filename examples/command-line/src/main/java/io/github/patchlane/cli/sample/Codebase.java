package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/** The invented project as it stands before the story: Thornbill, a small hypervisor. */
final class Codebase {
  private static final List<String> SOURCES =
      List.of(
          "arch/arm/entry.c",
          "arch/arm/gic.c",
          "arch/arm/mmu.c",
          "arch/arm/smp.c",
          "arch/arm/traps.c",
          "arch/riscv/mmu.c",
          "arch/riscv/plic.c",
          "arch/riscv/sbi.c",
          "arch/riscv/smp.c",
          "arch/riscv/traps.c",
          "core/console.c",
          "core/domain.c",
          "core/event.c",
          "core/grant.c",
          "core/heap.c",
          "core/irq.c",
          "core/mem.c",
          "core/sched-rr.c",
          "core/sched.c",
          "core/string.c",
          "core/vcpu.c",
          "drivers/iommu.c",
          "drivers/pci.c",
          "drivers/rtc.c",
          "drivers/timer.c",
          "drivers/uart.c",
          "drivers/virtio-blk.c",
          "drivers/virtio-net.c",
          "drivers/watchdog.c",
          "tools/tbctl.c",
          "tools/tbmigrate.c",
          "tools/tbstore.c",
          "tools/tbtop.c",
          "tools/tbtrace.c");
  private static final List<String> HEADERS =
      List.of("include/domain.h", "include/event.h", "include/irq.h", "include/mem.h");
  private static final List<String> DOCS =
      List.of("docs/building.txt", "docs/hypercalls.txt", "docs/scheduling.txt");

  private Codebase() {}

  static Snapshot build(Dice dice, Words words, Prose prose, Cast cast) {
    CodeText code = new CodeText(dice, words);
    Snapshot tree = Snapshot.empty();
    for (String path : SOURCES) {
      tree = tree.with(path, new SourceFile(code.file(path, dice.between(7, 12))));
    }
    for (String path : HEADERS) {
      tree = tree.with(path, new SourceFile(header(dice, words, path)));
    }
    for (String path : DOCS) {
      List<String> lines = new ArrayList<>(List.of("Thornbill: " + CodeText.stem(path), ""));
      for (int i = 0; i < 8; i++) {
        lines.addAll(prose.paragraph(dice.between(2, 4)));
        lines.add("");
      }
      tree = tree.with(path, new SourceFile(lines.subList(0, lines.size() - 1)));
    }
    tree = tree.with("MAINTAINERS", new SourceFile(maintainers(cast)));
    tree = tree.with("README", new SourceFile(List.of("Thornbill is a hypervisor, and invented.")));
    return tree.with("Makefile", new SourceFile(makefile()));
  }

  private static List<String> header(Dice dice, Words words, String path) {
    List<String> lines = new ArrayList<>();
    lines.add("/* SPDX-License-Identifier: MIT */");
    lines.add("#pragma once");
    lines.add("");
    for (int i = 0; i < 14; i++) {
      lines.add(
          "int "
              + words.functionName(CodeText.stem(path))
              + "(struct "
              + words.noun()
              + " *p, unsigned int nr"
              + dice.below(100)
              + ");");
    }
    return lines;
  }

  private static List<String> maintainers(Cast cast) {
    List<String> lines = new ArrayList<>(List.of("The maintainers of Thornbill", ""));
    for (Subsystem part : Subsystem.values()) {
      lines.add(part.name());
      lines.add("M:\t" + cast.maintainer(part).person());
      lines.add("S:\tSupported");
      for (String prefix : part.prefixes()) {
        lines.add("F:\t" + prefix);
      }
      lines.add("");
    }
    return lines.subList(0, lines.size() - 1);
  }

  private static List<String> makefile() {
    List<String> lines = new ArrayList<>();
    for (String path : SOURCES) {
      lines.add("obj-y += " + path.replace(".c", ".o"));
    }
    return lines;
  }
}
