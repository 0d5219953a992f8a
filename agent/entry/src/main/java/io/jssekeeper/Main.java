package io.jssekeeper;

import java.lang.reflect.InvocationTargetException;

/** The jar's entry point on any Java: the command line, or a line that says why not. */
public final class Main {
  private static final String COMMAND_LINE = "io.jssekeeper.cli.CommandRunner";

  /** Refused, as by the command line itself. */
  private static final int REFUSED = 1;

  private Main() {}

  public static void main(String[] words) throws Throwable {
    if (HostJvm.isTooOld()) {
      StandardError.line(
          "this is Java " + HostJvm.version() + ": run the command with 11 or later");
      System.exit(REFUSED);
    }
    try {
      Class.forName(COMMAND_LINE).getMethod("main", String[].class).invoke(null, (Object) words);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
