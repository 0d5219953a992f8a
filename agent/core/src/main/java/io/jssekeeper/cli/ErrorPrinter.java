package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Screen;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints an error as one sentence on standard error, and chooses the exit status. */
final class ErrorPrinter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Screen screen;

  ErrorPrinter(Screen screen) {
    this.screen = screen;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] words) {
    String verb = wrong.getCommandLine().getCommandSpec().qualifiedName();
    screen.error(sentence(wrong) + "; see '" + verb + " --help'");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failed, CommandLine line, ParseResult parsed) {
    screen.error(
        failed instanceof RefusedException
            ? failed.getMessage()
            : "internal error of the command line, please report it: " + failed);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(ParameterException wrong) {
    CommandLine line = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException && line.getParent() == null) {
      return "unknown verb '"
          + ((UnmatchedArgumentException) wrong).getUnmatched().get(0)
          + "': use one of "
          + String.join(", ", line.getSubcommands().keySet());
    }
    return inOneLine(wrong.getMessage()).replaceFirst("^Error: ", "");
  }

  private static String inOneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
