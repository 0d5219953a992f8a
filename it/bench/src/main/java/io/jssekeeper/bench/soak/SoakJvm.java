package io.jssekeeper.bench.soak;

import io.jssekeeper.bench.AnsweringJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JVM with a {@link SoakWorker}. */
final class SoakJvm implements AutoCloseable {
  private final AnsweringJvm jvm;

  SoakJvm(Path work, List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-Xms256m", "-Xmx256m", "-XX:SoftRefLRUPolicyMSPerMB=100"));
    all.add("-Djava.io.tmpdir=" + work);
    jvm =
        new AnsweringJvm(
            ProcessBuilder.Redirect.INHERIT,
            all,
            SoakWorker.class,
            work.resolve("keys.p12").toString(),
            work.resolve("other.p12").toString(),
            work.resolve("scratch.jfr").toString());
  }

  List<String> ask(String command) throws IOException {
    jvm.tell(command);
    List<String> lines = new ArrayList<>();
    for (String line = jvm.line(); !line.equals("done"); line = jvm.line()) {
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

  @Override
  public void close() {
    jvm.close();
  }
}
