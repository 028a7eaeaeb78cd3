package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SubcommandsTest {
  @Command
  static final class Empty {}

  @Test
  void eachGoesByTheNameThatItGivesItself() {
    Map<String, String> own = new TreeMap<>();
    Map<String, String> registered = new TreeMap<>();
    Subcommands.byName()
        .forEach(
            (name, command) -> {
              registered.put(name, command.getName());
              own.put(command.getAnnotation(Command.class).name(), command.getName());
            });
    assertEquals(own, registered);
  }

  @Test
  void theOneThatIsNamedIsAddedAloneAndAllWhereNoneIs() {
    CommandLine one = new CommandLine(new Empty());
    Subcommands.addTo(one, "list", "archive");
    CommandLine all = new CommandLine(new Empty());
    Subcommands.addTo(all, "lst");
    CommandLine help = new CommandLine(new Empty());
    Subcommands.addTo(help, "help", "list");
    assertEquals(java.util.Set.of("list"), one.getSubcommands().keySet());
    assertEquals(Subcommands.byName().keySet(), all.getSubcommands().keySet());
    assertEquals(Subcommands.byName().keySet(), help.getSubcommands().keySet());
  }
}
