package io.jssekeeper.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Starts the demo's server with each agent in turn and prints the cost; see start-cost.
 *
 * <p>Arguments: ROUNDS WORK_DIRECTORY SERVER_JAR, then for each candidate
 * NAME[=AGENT_JAR[=OPTIONS]]. The others are compared with the first candidate.
 */
final class StartCost {
  private static final String SERVER = "io.jssekeeper.demo.app.PageServer";
  private static final long LIMIT_SECONDS = 60;
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  private final Path work;
  private final String serverJar;
  private final SSLContext tls;

  private StartCost(Path work, String serverJar) throws Exception {
    this.work = work;
    this.serverJar = serverJar;
    this.tls = trusting(work.resolve("server.p12"));
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    StartCost bench = new StartCost(Path.of(args[1]), args[2]);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 3; i < args.length; i++) {
      candidates.add(Candidate.parse(args[i]));
    }
    Map<Candidate, List<Start>> starts = bench.inTurn(candidates, rounds);
    System.out.printf(
        "JDK %s, %d processors, medians of %d rounds%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
    print("when it says 'listening'", starts, start -> start.listening);
    print("after one handshake", starts, start -> start.used);
  }

  /** All candidates once a round, so that other load on the machine affects all of them alike. */
  private Map<Candidate, List<Start>> inTurn(List<Candidate> candidates, int rounds)
      throws Exception {
    Map<Candidate, List<Start>> starts = new LinkedHashMap<>();
    candidates.forEach(candidate -> starts.put(candidate, new ArrayList<>()));
    for (int round = 0; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        System.err.printf("round %d of %d: %s%n", round, rounds, candidate.name);
        Start start = start(candidate);
        if (round > 0) {
          starts.get(candidate).add(start);
        }
      }
    }
    return starts;
  }

  private Start start(Candidate candidate) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(JDK.resolve("bin/java").toString());
    command.addAll(candidate.jvmOptions());
    command.addAll(List.of("-cp", serverJar, SERVER, work.resolve("server.p12").toString()));
    Path errors = work.resolve(candidate.name.split(" \\d")[0].replace(' ', '-') + ".stderr");
    Process server = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try {
      String line = firstLine(server);
      if (!line.startsWith("listening ")) {
        throw new IOException(candidate.name + " did not start: " + Files.readString(errors));
      }
      Sample listening = Sample.of(server);
      visit(Integer.parseInt(line.substring("listening ".length())));
      return new Start(listening, Sample.of(server));
    } finally {
      end(server);
    }
  }

  private static String firstLine(Process server) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(server.getInputStream()));
    return CompletableFuture.supplyAsync(() -> lines.lines().findFirst().orElse("(nothing)"))
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private void visit(int port) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: bench.example\r\n\r\n".getBytes());
      socket.getInputStream().readAllBytes();
    }
  }

  /** The server ends when its input does; by force if it does not. */
  private static void end(Process server) throws Exception {
    server.getOutputStream().close();
    if (!server.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
  }

  private static SSLContext trusting(Path keyStore) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(keyStore.toFile(), "changeit".toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void print(String when, Map<Candidate, List<Start>> starts, Moment moment)
      throws IOException {
    System.out.printf(
        "%n%-24s %8s %8s %8s %8s %8s%n", when, "CPU s", "ratio", "RSS MB", "classes", "jar kB");
    List<Sample> base = moment.of(starts.values().iterator().next());
    for (Map.Entry<Candidate, List<Start>> entry : starts.entrySet()) {
      List<Sample> samples = moment.of(entry.getValue());
      System.out.printf(
          Locale.ROOT,
          "%-24s %8.2f %8.2f %8.1f %8.0f %8d%n",
          entry.getKey().name,
          median(samples, sample -> sample.cpuSeconds),
          medianRatio(samples, base),
          median(samples, sample -> sample.residentMegabytes),
          median(samples, sample -> sample.classes),
          entry.getKey().jarKilobytes());
    }
  }

  private static double medianRatio(List<Sample> samples, List<Sample> base) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < samples.size(); round++) {
      ratios.add(samples.get(round).cpuSeconds / base.get(round).cpuSeconds);
    }
    return median(ratios, ratio -> ratio);
  }

  private static <T> double median(List<T> values, ToDoubleFunction<T> of) {
    double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** One of a start's two samples. */
  private interface Moment {
    Sample in(Start start);

    default List<Sample> of(List<Start> starts) {
      return starts.stream().map(this::in).collect(Collectors.toList());
    }
  }

  /** One run of the server. */
  private static final class Start {
    private final Sample listening;
    private final Sample used;

    Start(Sample listening, Sample used) {
      this.listening = listening;
      this.used = used;
    }
  }

  /** An agent with its options, or none: the parts of its {@code -javaagent} option. */
  private static final class Candidate {
    private final String name;
    private final List<String> agent;

    Candidate(String name, List<String> agent) {
      this.name = name;
      this.agent = agent;
    }

    static Candidate parse(String argument) {
      List<String> parts = List.of(argument.split("=", 2));
      return new Candidate(parts.get(0), parts.subList(1, parts.size()));
    }

    List<String> jvmOptions() {
      return agent.stream()
          .map(jarAndOptions -> "-javaagent:" + jarAndOptions)
          .collect(Collectors.toList());
    }

    long jarKilobytes() throws IOException {
      return agent.isEmpty() ? 0 : Files.size(Path.of(agent.get(0).split("=")[0])) / 1000;
    }
  }

  /** What a process has used so far. CPU time is read first, and the rest afterwards. */
  private static final class Sample {
    private final double cpuSeconds;
    private final double residentMegabytes;
    private final long classes;

    Sample(double cpuSeconds, double residentMegabytes, long classes) {
      this.cpuSeconds = cpuSeconds;
      this.residentMegabytes = residentMegabytes;
      this.classes = classes;
    }

    static Sample of(Process process) throws Exception {
      // On Linux: utime + stime of /proc/PID/stat, in steps of 10 ms.
      Duration cpu = process.info().totalCpuDuration().orElseThrow();
      return new Sample(
          cpu.toMillis() / 1000.0, residentMegabytes(process.pid()), classes(process.pid()));
    }

    private static double residentMegabytes(long pid) throws IOException {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          * 1024
          / 1e6;
    }

    private static long classes(long pid) throws Exception {
      Process jstat =
          new ProcessBuilder(JDK.resolve("bin/jstat").toString(), "-class", Long.toString(pid))
              .start();
      String output = new String(jstat.getInputStream().readAllBytes());
      return Long.parseLong(output.lines().skip(1).findFirst().orElseThrow().trim().split(" +")[0]);
    }
  }
}
