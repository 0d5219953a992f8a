package io.jssekeeper.bench.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JVM with a {@link SoakWorker}. */
final class SoakJvm implements AutoCloseable {
  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;

  SoakJvm(Path work, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:SoftRefLRUPolicyMSPerMB=100"));
    command.addAll(List.of("-Djava.io.tmpdir=" + work));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SoakWorker.class.getName());
    command.add(work.resolve("keys.p12").toString());
    command.add(work.resolve("other.p12").toString());
    command.add(work.resolve("scratch.jfr").toString());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    to = new PrintStream(process.getOutputStream(), true);
    from = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  List<String> ask(String command) throws IOException {
    to.println(command);
    List<String> lines = new ArrayList<>();
    for (String line = from.readLine(); !"done".equals(line); line = from.readLine()) {
      if (line == null) {
        throw new IOException("the measured JVM has ended");
      }
      lines.add(line);
    }
    return lines;
  }

  /** Lets it make handshakes, and returns what it then holds. */
  Map<String, Double> work(int seconds, int rate) throws IOException {
    return figures("work " + seconds + " " + rate);
  }

  /** What it holds. */
  Map<String, Double> state() throws IOException {
    return figures("state");
  }

  private Map<String, Double> figures(String command) throws IOException {
    Map<String, Double> state = new LinkedHashMap<>();
    for (String line : ask(command)) {
      String[] both = line.split("=");
      state.put(both[0], Double.parseDouble(both[1]));
    }
    return state;
  }

  /** It ends with its input. */
  @Override
  public void close() {
    to.close();
    process.onExit().join();
  }
}
