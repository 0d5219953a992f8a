package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Terminal;
import picocli.CommandLine;

/** Where the jar begins when it is run. Exit status: 0 done, 1 refused or failed, 2 wrong usage. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    // A JVM that answers no more must not keep this one for ever.
    System.setProperty("sun.rmi.transport.tcp.responseTimeout", "60000");
    System.exit(commandLine(Terminal.screen()).execute(words));
  }

  static CommandLine commandLine(Screen screen) {
    CommandLine line =
        new CommandLine(new Keeper())
            .addSubcommand(new ListVerb(screen))
            .addSubcommand(new StatusVerb(screen))
            .addSubcommand(new OptionsVerb(screen));
    Manual.layOut(line, screen);
    OneSentence sentence = new OneSentence(screen);
    return line.setParameterExceptionHandler(sentence).setExecutionExceptionHandler(sentence);
  }
}
