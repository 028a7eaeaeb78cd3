package io.github.patchlane.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * One call of the command: what it returned and printed.
 *
 * @param status the exit status
 */
record Ran(int status, String out, String err) {
  static Ran of(Object... arguments) {
    return with(Map.of(), arguments);
  }

  /** The same with these variables around it and no others. */
  static Ran with(Map<String, String> environment, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i] instanceof Path path ? path.toString() : (String) arguments[i];
    }
    int status =
        Main.run(new Environment(environment), new PrintWriter(out), new PrintWriter(err), words);
    return new Ran(status, out.toString(), err.toString());
  }
}
