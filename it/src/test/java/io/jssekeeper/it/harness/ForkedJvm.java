package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A program running in a separate JVM, controlled line by line. */
public final class ForkedJvm {
  private static final int START_SECONDS = 150;
  private static final int ANSWER_SECONDS = 180;
  private static final int MOST_LINES_BEFORE = 8;

  /** In that time a JVM may write an AOT cache. */
  private static final int STOP_SECONDS = 120;

  private static final Duration RECORDS_WAIT = Duration.ofSeconds(20);

  private final Jdk jdk;
  private final Agent agent;
  private final List<String> commandLine;
  private final Process process;
  private final Writer commands;
  private final Lines output;
  private final Lines errors;
  private Answer ready;

  ForkedJvm(Jdk jdk, Agent agent, List<String> commandLine, Process process) {
    this.jdk = jdk;
    this.agent = agent;
    this.commandLine = commandLine;
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.output = new Lines(process.getInputStream());
    this.errors = new Lines(process.getErrorStream());
  }

  /** Some flags make the JVM itself print something first. */
  void awaitReady() {
    ready = answer(START_SECONDS);
    for (int line = 1; line < MOST_LINES_BEFORE && !isReadyOrGone(); line++) {
      ready = answer(START_SECONDS);
    }
    assertThat(ready.what()).as("what %s says first", commandLine).isEqualTo("ready");
  }

  private boolean isReadyOrGone() {
    return ready.what().equals("ready") || ready.what().isEmpty();
  }

  /** Where the program listens. */
  public long port() {
    return port("port");
  }

  /** Where the part of the program with that name listens. */
  public long port(String name) {
    return ready.number(name);
  }

  /** The process id on this machine; inside a container it is different. */
  public long pid() {
    return Container.isOne(commandLine)
        ? process.children().findFirst().orElseThrow().pid()
        : process.pid();
  }

  public Jdk jdk() {
    return jdk;
  }

  /** The answer to a command, which must not be an error. */
  public Answer ask(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    Answer answer = answer(ANSWER_SECONDS);
    assertThat(answer.what()).as("%s: %s", command, answer).isNotEmpty().isNotEqualTo("error");
    return answer;
  }

  private Answer answer(int seconds) {
    try {
      return new Answer(output.next(seconds));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What the JVM has written to standard error so far. */
  public List<String> errorLines() {
    return errors.all();
  }

  /** The agent's messages, apart from records. */
  public List<String> notices() {
    return errors.all().stream().filter(line -> line.startsWith("jsse-keeper:")).toList();
  }

  /** The handshake records written so far. */
  public List<HandshakeRecord> records() {
    return HandshakeRecord.among(errors.all());
  }

  /** Waits for that many records, then ends the JVM, so that no more can come. */
  public List<HandshakeRecord> recordsAtEnd(int atLeast) {
    Awaitility.await()
        .atMost(RECORDS_WAIT)
        .untilAsserted(() -> assertThat(records()).hasSizeGreaterThanOrEqualTo(atLeast));
    stop();
    return records();
  }

  /** Checks the agent's state, then ends the program and waits for its last line. */
  public void stop() {
    checkHealth();
    try {
      commands.close();
      assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)).as("the program ends").isTrue();
      errors.awaitEnd(STOP_SECONDS);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
    assertThat(process.exitValue()).as("exit status").isZero();
  }

  /** There is nothing to check without an agent, or with one that is expected to report errors. */
  void checkHealth() {
    if (agent.health() == Agent.Health.ANY || !process.isAlive()) {
      return;
    }
    try (JmxClient jmx = jmx()) {
      Bean keeper = jmx.keeper();
      checkErrors(keeper);
      assertThat(keeper.rows("HandshakesByReason"))
          .as("full handshakes for a reason that the keeper does not know")
          .noneMatch(row -> row.get("reason").equals("unknown"));
    }
    assertThat(notices()).as("notices of trouble").allMatch(this::isExcused);
  }

  private void checkErrors(Bean keeper) {
    String last = String.valueOf(keeper.value("LastError"));
    if (!isExcused(last)) {
      assertThat(keeper.number("ErrorsSwallowed"))
          .as("errors swallowed; the last: %s", last)
          .isZero();
    }
  }

  /** In a JVM whose heap was full, the agent may report that. */
  private boolean isExcused(String trouble) {
    return agent.health() == Agent.Health.PRESSED
        && trouble.contains(OutOfMemoryError.class.getName());
  }

  public JmxClient jmx() {
    return JmxClient.attach(pid());
  }

  /** Waits until its agent is in JMX; from then on the CPU time of handshakes is measured. */
  public void awaitKeeper() {
    try (JmxClient jmx = jmx()) {
      jmx.keeper();
    }
  }

  /** The live objects of the JVM, after a full collection. */
  public Histogram histogram() {
    return Histogram.of(jcmd());
  }

  /** Whether it has loaded that class, which need not have any instance. */
  public boolean hasLoaded(String className) {
    return jcmd().hasLoaded(className);
  }

  /** Null if it is not set. */
  public String systemProperty(String name) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid()));
      try {
        return machine.getSystemProperties().getProperty(name);
      } finally {
        machine.detach();
      }
    } catch (IOException | AttachNotSupportedException failed) {
      throw new IllegalStateException("no properties of " + pid(), failed);
    }
  }

  /** Stops or continues the process with that signal. */
  public void signal(String name) {
    Command.run(List.of("kill", "-" + name, Long.toString(pid())));
  }

  /** Whether any live object of the JVM contains those bytes. */
  public boolean holds(byte[] bytes) {
    return liveHeap().contains(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** All live objects of the JVM, from a heap dump, one character for each byte. */
  public String liveHeap() {
    return jcmd().liveHeap();
  }

  /** The names of its Java threads. */
  public List<String> threads() {
    return JavaThreads.of(jcmd()).names();
  }

  /** The CPU time of all threads whose names begin so, in milliseconds. */
  public double cpuMillis(String prefix) {
    return JavaThreads.of(jcmd()).cpuMillis(prefix);
  }

  /** Waits until no thread has that name: one that has been told to end takes a moment. */
  public void awaitNoThread(Predicate<String> name) {
    Awaitility.await().untilAsserted(() -> assertThat(threads()).noneMatch(name));
  }

  /** The names of the threads that keep it alive. */
  public List<String> lastingThreads() {
    return JavaThreads.of(jcmd()).lasting();
  }

  private Jcmd jcmd() {
    return new Jcmd(jdk, pid());
  }

  /** How much metaspace its classes used at the last collection, in KiB. */
  public long metaspaceKib() {
    List<String> line = List.of(jdk.tool("jstat").toString(), "-gc", Long.toString(pid()));
    List<String[]> rows =
        Command.run(line).lines().stream().map(text -> text.trim().split(" +")).toList();
    int used = List.of(rows.get(0)).indexOf("MU");
    assertThat(used).as("%s", List.of(rows.get(0))).isNotNegative();
    return Math.round(Double.parseDouble(rows.get(1)[used].replace(',', '.')));
  }

  /** Its open files and sockets, as the system names them. */
  public List<String> openFiles() {
    return OpenFiles.names(pid());
  }

  /** How many files and sockets it has open. */
  public long handles() {
    return OpenFiles.count(pid());
  }

  /** How many TLS sessions are live, after finalizers have run. */
  public long liveSessions() {
    return settledHistogram().sessions();
  }

  /** The live objects, after finalizers have run. */
  public Histogram settledHistogram() {
    ask("collect");
    return histogram();
  }

  void destroy() {
    process.destroyForcibly();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command line and both streams, for analysing a failure. */
  String transcript() {
    return String.join(" ", commandLine)
        + "\n--- standard output\n"
        + String.join("\n", output.all())
        + "\n--- standard error\n"
        + String.join("\n", errors.all())
        + "\n";
  }
}
