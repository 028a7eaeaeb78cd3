package io.github.patchlane.cli;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A jar cannot say which garbage collector and compiler it wants, and the virtual machine's own
 * choice on a large computer is wrong for this command: its heap grows to a gigabyte where a third
 * will do, and half of a run goes into optimising code that is done before it pays. So {@code java
 * -jar patchlane.jar} starts itself once more with options that fit. Whoever gives options of their
 * own, on the command line or in {@code JAVA_TOOL_OPTIONS} or {@code JDK_JAVA_OPTIONS}, is taken at
 * their word and gets no second process; {@code PATCHLANE_JVM=plain} asks for none.
 */
final class FittedJvm {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseParallelGC",
          "-Xms440m",
          "-Xmn200m",
          // what outlives one collection is kept to the end: no use in copying it about
          "-XX:MaxTenuringThreshold=1",
          "-XX:TieredStopAtLevel=1",
          // a run is short: what is called often is compiled before it has been called that often
          "-XX:Tier3InvocationThreshold=100",
          "-XX:Tier3MinInvocationThreshold=30",
          "-XX:Tier3CompileThreshold=600",
          "-XX:Tier3BackEdgeThreshold=6000",
          // a later Java may know an option no more, and must run all the same
          "-XX:+IgnoreUnrecognizedVMOptions");

  /** Tells the second process that it is the second. */
  private static final String FITTED = "patchlane.fitted";

  private FittedJvm() {}

  /**
   * Runs the command in a process of its own where that is called for.
   *
   * @return its exit status; empty where the command is to run here
   */
  static OptionalInt run(String[] arguments) {
    String jar = System.getProperty("java.class.path", "");
    if (!jar.endsWith(".jar")
        || jar.contains(File.pathSeparator)
        || Boolean.getBoolean(FITTED)
        || hasOwnOptions(System.getenv())) {
      return OptionalInt.empty();
    }
    String java =
        System.getProperty("java.home", "") + File.separator + "bin" + File.separator + "java";
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(OPTIONS);
    command.add("-D" + FITTED + "=true");
    command.add("-jar");
    command.add(jar);
    command.addAll(Arrays.asList(arguments));
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return OptionalInt.of(process.waitFor());
    } catch (IOException e) {
      // no second process to be had: this one does the work as well, only less thriftily
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.of(Errors.UNREADABLE);
    }
  }

  /** Whether somebody chose how the virtual machine is to run. */
  static boolean hasOwnOptions(Map<String, String> environment) {
    return environment.containsKey("JAVA_TOOL_OPTIONS")
        || environment.containsKey("JDK_JAVA_OPTIONS")
        || "plain".equals(environment.get("PATCHLANE_JVM"))
        || hasOwnOptions(
            ProcessHandle.current().info().arguments().map(List::of).orElse(List.of()));
  }

  /** Options stand before {@code -jar}. */
  static boolean hasOwnOptions(List<String> processArguments) {
    int jar = processArguments.indexOf("-jar");
    return processArguments.stream().limit(Math.max(0, jar)).anyMatch(a -> a.startsWith("-"));
  }
}
