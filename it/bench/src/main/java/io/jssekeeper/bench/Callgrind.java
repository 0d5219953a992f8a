package io.jssekeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A JVM with a {@link HandshakeWorker} in Valgrind's Callgrind, which counts the instructions of
 * all its threads.
 *
 * <p>For one thread at a time.
 */
final class Callgrind implements AutoCloseable {
  private static final String TOTALS = "totals: ";

  /** A line of Valgrind's {@code v.info scheduler}: its thread's number, and the system's. */
  private static final Pattern THREAD =
      Pattern.compile("^Thread (\\d+): status = .*\\(lwpid ([1-9]\\d*)\\)", Pattern.MULTILINE);

  private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

  private final Path folder;
  private final AnsweringJvm jvm;

  /**
   * @param folder for Callgrind's files; exists, and is empty
   */
  Callgrind(Path folder, List<String> options, String protocol, String call) throws IOException {
    this.folder = folder;
    List<String> all = new ArrayList<>(List.of("-Xms256m", "-Xmx256m"));
    // So that code is compiled at the same points in each run.
    all.addAll(List.of("-Xbatch", "-XX:+UseSerialGC"));
    all.addAll(options);
    List<String> valgrind =
        List.of(
            "valgrind",
            "--tool=callgrind",
            "--instr-atstart=no",
            "--separate-threads=yes",
            // The JVM patches its code, and reads registers where a null check traps.
            "--smc-check=all-non-file",
            "--vex-iropt-register-updates=allregs-at-each-insn",
            "--callgrind-out-file=" + folder.resolve("counts"));
    ProcessBuilder.Redirect messages =
        ProcessBuilder.Redirect.to(folder.resolve("messages").toFile());
    jvm = new AnsweringJvm(valgrind, messages, all, HandshakeWorker.class, protocol, call);
  }

  /** Makes handshakes without counting. */
  void warmUp(int handshakes) throws IOException {
    jvm.tell(Integer.toString(handshakes));
    jvm.line();
  }

  /** The instructions of so many handshakes. */
  Instructions count(int handshakes) throws IOException {
    control("--instr=on");
    warmUp(handshakes / 10);
    control("--zero");
    warmUp(handshakes);
    control("--dump");
    return new Instructions(counted(), handshakes);
  }

  private void control(String command) throws IOException {
    run("control", "callgrind_control", command, Long.toString(jvm.pid()));
  }

  /** Returns its output. */
  private String run(String name, String... command) throws IOException {
    Path output = folder.resolve(name);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
    return Files.readString(output);
  }

  /** Of each thread but the JVM's compilers, which are still at work on what is seldom called. */
  private long[] counted() throws IOException {
    String threads = run("threads", "vgdb", "--pid=" + jvm.pid(), "v.info scheduler");
    List<Long> counts = new ArrayList<>();
    Matcher thread = THREAD.matcher(threads);
    while (thread.find()) {
      Path name = Path.of("/proc", Long.toString(jvm.pid()), "task", thread.group(2), "comm");
      String number = String.format("%02d", Integer.parseInt(thread.group(1)));
      Path file = folder.resolve("counts.1-" + number);
      if (Files.exists(file) && !COMPILER.matcher(Files.readString(name)).lookingAt()) {
        counts.add(total(file));
      }
    }
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private static long total(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(TOTALS))
          .mapToLong(line -> Long.parseLong(line.substring(TOTALS.length()).trim()))
          .sum();
    }
  }

  /** Kills it: it would write its counts once more. */
  @Override
  public void close() {
    jvm.kill();
  }

  /** Per handshake, both sides together. */
  static final class Instructions {
    /** Of the thread that makes the handshakes: by far the most. */
    final double own;

    /** Of all threads but the compilers'. */
    final double ofAllThreads;

    private Instructions(long[] ofThreads, int handshakes) {
      own = (double) LongStream.of(ofThreads).max().orElseThrow() / handshakes;
      ofAllThreads = (double) LongStream.of(ofThreads).sum() / handshakes;
    }
  }
}
