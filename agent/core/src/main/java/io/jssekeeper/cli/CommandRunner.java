package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Terminal;
import io.jssekeeper.config.value.WrittenDuration;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The jar's main program. Exit status: 0 done, 1 refused or failed, 2 wrong usage. */
public final class CommandRunner {
  private CommandRunner() {}

  public static void main(String[] words) {
    System.exit(run(Terminal.screen(), words));
  }

  /** Returns the exit status. */
  public static int run(Screen screen, String... words) {
    screen.begin(String.join(" ", words));
    try {
      return commandLine(screen, words).execute(words);
    } finally {
      screen.end();
    }
  }

  private static CommandLine commandLine(Screen screen, String... words) {
    CommandLine line = new CommandLine(new RootCommand());
    Verbs.add(line, screen, words);
    line.setOut(screen.writer());
    line.registerConverter(long.class, CommandRunner::wholeNumber);
    line.registerConverter(Duration.class, CommandRunner::duration);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Manual.layOut(line, screen);
    ErrorPrinter sentence = new ErrorPrinter(screen);
    return line.setParameterExceptionHandler(sentence).setExecutionExceptionHandler(sentence);
  }

  private static Duration duration(String text) {
    try {
      return WrittenDuration.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Long wholeNumber(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    }
  }
}
