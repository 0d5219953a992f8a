package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An OpenSSL server with client verification and without a session id context, which answers each
 * offered session with a fatal alert (redis/redis#7270): the tests' {@code forgetful_server.c},
 * compiled by {@code cc}.
 */
public final class ForgetfulServer implements AutoCloseable {
  private static final String SOURCE = "forgetful_server.c";
  private static final int START_SECONDS = 20;

  private final Process process;
  private final long port;

  private ForgetfulServer(Process process) throws InterruptedException {
    this.process = process;
    this.port =
        new Answer("at " + new Lines(process.getInputStream()).next(START_SECONDS)).number("port");
  }

  /** Skips the test, with the reason printed, if there is no C compiler, or no OpenSSL for it. */
  public static ForgetfulServer start() {
    Tool.require("cc");
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    try {
      List<String> line =
          List.of(program().toString(), keys.certificate().toString(), keys.pemKey().toString());
      return new ForgetfulServer(new ProcessBuilder(line).redirectErrorStream(true).start());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the server does not start", failed);
    }
  }

  private static Path program() {
    try (InputStream source = ForgetfulServer.class.getResourceAsStream(SOURCE)) {
      Path folder = Files.createTempDirectory(Settings.work(), "forgetful");
      Files.copy(source, folder.resolve(SOURCE));
      Path program = folder.resolve("server");
      List<String> line =
          List.of(
              "cc",
              "-o",
              program.toString(),
              folder.resolve(SOURCE).toString(),
              "-lssl",
              "-lcrypto");
      Command.Outcome outcome = Command.run(line);
      if (outcome.status() != 0) {
        Tool.skip("no OpenSSL to compile with: " + outcome.lines());
      }
      return program;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public long port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
