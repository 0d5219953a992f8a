package io.jssekeeper.bench.peers;

import io.jssekeeper.bench.AnsweringJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM that answers each line with a line, within a minute; killed in the end. */
final class CommandedJvm implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final AnsweringJvm jvm;
  private final Path errors;

  /** Returns once it is ready. */
  CommandedJvm(Path errors, List<String> options, Class<?> main, String... args)
      throws IOException {
    this.errors = errors;
    jvm = new AnsweringJvm(ProcessBuilder.Redirect.appendTo(errors.toFile()), options, main, args);
    try {
      line();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  String ask(String command) throws IOException {
    jvm.tell(command);
    return line();
  }

  private String line() throws IOException {
    try {
      String line =
          CompletableFuture.supplyAsync(this::nextLine).get(LIMIT_SECONDS, TimeUnit.SECONDS);
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

  private String nextLine() {
    try {
      return jvm.line();
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  long pid() {
    return jvm.pid();
  }

  @Override
  public void close() {
    jvm.kill();
  }
}
