package io.jssekeeper.it.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line in, a line out: how a test controls a program.
 *
 * <p>Every command gets exactly one answer on standard output: a word and {@code key=value} pairs
 * without blanks, or {@code error} and what was thrown. The end of the input, or {@code quit}, ends
 * the program.
 */
public final class Console {
  private final Map<String, Command> commands = new HashMap<>();

  /** The action of one command; returns its answer. */
  public interface Command {
    String run(Arguments arguments) throws Exception;
  }

  public Console on(String name, Command command) {
    commands.put(name, command);
    return this;
  }

  /** Announces that the program is ready, then executes commands until told to quit. */
  public void serve(String ready) throws IOException {
    System.out.println("ready " + ready);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
      System.out.println(answer(Arrays.asList(line.split(" "))));
    }
    System.exit(0);
  }

  private String answer(List<String> words) {
    try {
      Command command = commands.get(words.get(0));
      return command.run(Arguments.of(words.subList(1, words.size())));
    } catch (Exception | Error thrown) {
      return "error thrown=" + word(thrown.toString());
    }
  }

  /** A text without blanks, usable as a value in an answer. */
  public static String word(String text) {
    return text.isEmpty() ? "-" : text.replaceAll("\\s+", "_");
  }
}
