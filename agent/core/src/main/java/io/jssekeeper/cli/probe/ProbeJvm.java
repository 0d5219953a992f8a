package io.jssekeeper.cli.probe;

import io.jssekeeper.cli.jvm.RefusedException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A JVM, started by the command, that probes with the keeper in it. */
public final class ProbeJvm {
  private static final long MAX_END_SECONDS = 10;

  private final ProbeTarget target;
  private final int connections;

  /**
   * @param connections for each way to resume, 2 or more
   */
  public ProbeJvm(ProbeTarget target, int connections) {
    this.target = target;
    this.connections = connections;
  }

  /**
   * Probes by tickets or by ids.
   *
   * @param found receives each finding immediately
   * @throws RefusedException if nothing can be found out
   */
  public void run(boolean byTicket, Consumer<Finding> found) throws RefusedException {
    List<String> last = new ArrayList<>();
    try {
      Process jvm = new ProcessBuilder(command(byTicket)).redirectErrorStream(true).start();
      jvm.getOutputStream().close();
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Finding finding = Finding.of(line);
          if (finding != null) {
            found.accept(finding);
          } else {
            last.add(line);
          }
        }
      } finally {
        end(jvm);
      }
      if (jvm.exitValue() != 0) {
        throw new RefusedException("cannot probe " + target + ": " + reason(last));
      }
    } catch (IOException | URISyntaxException e) {
      throw new RefusedException("cannot start the probing JVM: " + e.getMessage(), e);
    }
  }

  private static void end(Process jvm) {
    try {
      if (!jvm.waitFor(MAX_END_SECONDS, TimeUnit.SECONDS)) {
        jvm.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      jvm.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(List<String> lines) {
    for (String line : lines) {
      int thrown = line.indexOf("Exception: ");
      if (thrown >= 0) {
        String reason = line.substring(thrown + "Exception: ".length());
        return line.contains("UnknownHostException") ? "unknown host " + reason : reason;
      }
    }
    return lines.isEmpty() ? "its JVM printed nothing" : lines.get(0);
  }

  private List<String> command(boolean byTicket) throws URISyntaxException {
    Path jar = Path.of(ProbeJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djdk.tls.client.enableSessionTicketExtension=" + byTicket);
    if (byTicket && jar.toString().endsWith(".jar")) {
      command.add("-javaagent:" + jar + "=log=off,selfcheck=false");
    } else {
      command.add("-D" + ProbeRun.WITHOUT_KEEPER + "=true");
    }
    command.add("-cp");
    // Twice: the keeper does nothing in a JVM whose class path is only its own jar, as for a
    // command.
    command.add(jar + File.pathSeparator + jar);
    command.add(ProbeRun.class.getName());
    command.addAll(target.words());
    command.add(Integer.toString(connections));
    return command;
  }
}
