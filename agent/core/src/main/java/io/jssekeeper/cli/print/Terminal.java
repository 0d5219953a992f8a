package io.jssekeeper.cli.print;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The screen of this process, configured by what it is connected to and by the environment. */
public final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private Terminal() {}

  /**
   * Coloured on a terminal that supports it, unless {@code NO_COLOR} is set (no-color.org); as wide
   * as {@code COLUMNS} says or the terminal is, and unlimited if there is neither.
   */
  public static Screen screen() {
    Map<String, String> environment = System.getenv();
    boolean terminal = isTerminal();
    return new Screen(
        System.out,
        System.err,
        width(environment, terminal),
        terminal && wantsColours(environment));
  }

  static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static int width(Map<String, String> environment, boolean terminal) {
    int asked = number(environment.getOrDefault("COLUMNS", ""));
    if (asked > 0) {
      return asked;
    }
    return terminal ? terminalWidth() : Screen.UNLIMITED;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** From JDK 22 on there is a console even without a terminal, and a method that tells. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }

  /** As {@code stty} says: "rows columns". */
  private static int terminalWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      byte[] said = stty.getInputStream().readAllBytes();
      stty.waitFor(1, TimeUnit.SECONDS);
      String[] words = new String(said, StandardCharsets.US_ASCII).trim().split(" ");
      int columns = number(words[words.length - 1]);
      return columns > 0 ? columns : USUAL_WIDTH;
    } catch (IOException e) {
      return USUAL_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }
}
