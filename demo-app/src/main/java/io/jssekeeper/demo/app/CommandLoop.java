package io.jssekeeper.demo.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Executes commands from standard input, one per line, each with a one-line answer, until the input
 * ends.
 */
final class CommandLoop {
  interface Command {
    /** Answers a command, given its words; the first is its name. */
    Object obey(String[] words) throws Exception;
  }

  private final Map<String, Command> commands;

  CommandLoop(Map<String, Command> commands) {
    this.commands = commands;
  }

  /** Returns at the end of the input; a command that throws ends it as well. */
  void obey(InputStream input, PrintStream output) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.println(answer(line.split(" ")));
    }
  }

  private Object answer(String[] words) throws Exception {
    Command command = commands.get(words[0]);
    if (command == null) {
      throw new IOException("unknown command " + words[0]);
    }
    return command.obey(words);
  }
}
