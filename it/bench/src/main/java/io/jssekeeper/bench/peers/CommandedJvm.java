package io.jssekeeper.bench.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM that answers each line with a line, and ends with its input. */
final class CommandedJvm implements AutoCloseable {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final long LIMIT_SECONDS = 60;

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private final Path errors;

  /** Returns once it is ready. */
  CommandedJvm(Path errors, List<String> options, Class<?> main, String... args)
      throws IOException {
    this.errors = errors;
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    to = new PrintStream(process.getOutputStream(), true);
    from = new BufferedReader(new InputStreamReader(process.getInputStream()));
    try {
      line();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  String ask(String command) throws IOException {
    to.println(command);
    return line();
  }

  private String line() throws IOException {
    try {
      String line =
          CompletableFuture.supplyAsync(() -> from.lines().findFirst().orElse("failed: it ended"))
              .get(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (line.startsWith("failed")) {
        throw new IOException(line + " (see " + errors + ")");
      }
      return line;
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + LIMIT_SECONDS + " s (see " + errors + ")", e);
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
