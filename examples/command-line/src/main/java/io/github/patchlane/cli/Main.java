package io.github.patchlane.cli;

import java.io.BufferedOutputStream;
import java.io.PrintWriter;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where the command begins. */
@Command(
    name = "patchlane",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Patch review, modelled once over mailing lists and GitLab: read it, measure it, compare it.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A SOURCE is a public-inbox repository, an mbox (.gz too), a folder of mboxes or a maildir,",
      "told apart by looking or forced by inbox:, mbox:, maildir:; gitlab:https://HOST/GROUP/PROJECT,",
      "with a token in GITLAB_TOKEN; gitlab-export:FILE.tar.gz, a project export; or jsonl:FILE,",
      "jsonl:- for what `patchlane list --format jsonl` printed.",
      "",
      "Examples:",
      "  patchlane trial                                   the whole story on the sample that ships here",
      "  patchlane trial xen-devel.git --repo xen.git      the same on your list",
      "  patchlane list xen-devel.git --format jsonl | jq .title",
      "",
      "Exit status: 0 done; 1 a threshold failed or some items did; 2 wrong usage or unreadable input."
    })
public final class Main implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  private final Environment environment;

  private Main(Environment environment) {
    this.environment = environment;
  }

  Environment environment() {
    return environment;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] arguments) {
    OptionalInt elsewhere = FittedJvm.run(arguments);
    if (elsewhere.isPresent()) {
      System.exit(elsewhere.getAsInt());
    }
    MailLibrary.settle();
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int status = run(new Environment(System.getenv()), out, err, arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** The command without the process around it, for tests and for embedding. */
  static int run(Environment environment, PrintWriter out, PrintWriter err, String... arguments) {
    RuntimeLog.withoutSecrets();
    CommandLine command = new CommandLine(new Main(environment));
    Subcommands.addTo(command, arguments);
    command.setOut(out);
    command.setErr(err);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setAbbreviatedOptionsAllowed(true);
    command.setParameterExceptionHandler(Errors::ofUsage);
    command.setExecutionExceptionHandler(Errors::ofExecution);
    return command.execute(arguments);
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new Utf8Writer(new BufferedOutputStream(stream, 1 << 16)));
  }
}
