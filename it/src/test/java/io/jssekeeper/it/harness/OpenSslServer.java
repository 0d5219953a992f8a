package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code openssl s_server}, whose page says whether the handshake was {@code New} or {@code
 * Reused}.
 */
public final class OpenSslServer implements AutoCloseable {
  private static final Pattern ACCEPT = Pattern.compile("ACCEPT .*:([0-9]+)");
  private static final int START_SECONDS = 20;

  private final Process process;
  private final Lines output;
  private final long port;

  private OpenSslServer(Process process, Lines output) throws InterruptedException {
    this.process = process;
    this.output = output;
    this.port = port(output);
  }

  public static OpenSslServer start(String... options) {
    Tool.require("openssl");
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    try {
      Process process = new ProcessBuilder(line(keys, options)).redirectErrorStream(true).start();
      return new OpenSslServer(process, new Lines(process.getInputStream()));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("openssl s_server does not start", failed);
    }
  }

  private static List<String> line(KeyMaterial.Pair keys, String... options) {
    Path key = keys.pemKey();
    List<String> line = new ArrayList<>(List.of("openssl", "s_server", "-www"));
    line.addAll(List.of("-accept", "127.0.0.1:0", "-cert", keys.certificate().toString()));
    line.addAll(List.of("-key", key.toString()));
    line.addAll(List.of(options));
    return line;
  }

  private static long port(Lines output) throws InterruptedException {
    for (String line = output.next(START_SECONDS); !line.isEmpty(); ) {
      Matcher matcher = ACCEPT.matcher(line);
      if (matcher.matches()) {
        return Long.parseLong(matcher.group(1));
      }
      line = output.next(START_SECONDS);
    }
    throw new AssertionError("openssl s_server does not say where it listens: " + output.all());
  }

  public long port() {
    return port;
  }

  /** Its output so far. */
  public List<String> output() {
    return output.all();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new UncheckedIOException(new IOException(stopped));
    }
  }
}
