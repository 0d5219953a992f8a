package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallIT {
  private static final List<String> ONLY_FOR_METRICS =
      List.of(
          "io.jssekeeper.shaded.micrometer.",
          "io.jssekeeper.shaded.prometheus.",
          "io.jssekeeper.metrics.endpoint.",
          "io.jssekeeper.metrics.meters.",
          "io.jssekeeper.otel.");

  @TempDir private Path folder;

  @Test
  void install_badOption_printsOneLineAndTheHostRuns() throws Exception {
    ChildJvm jvm = ChildJvm.run(ChildJvm.AGENT + "=sweeep=1s", "-version");

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.notices().get(0)).contains("sweeep", "1s", "'sweep'");
  }

  @Test
  void install_badOption_changesNothing() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(Residue.class, ChildJvm.AGENT + "=sweep=never");

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.out()).containsExactly("nothing inside");
  }

  @Test
  void install_enabledFalse_printsOneLineAndChangesNothing() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(Residue.class, ChildJvm.AGENT + "=enabled=false");

    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.notices())
        .containsExactly(
            "jsse-keeper: enabled=false (argument); the keeper is off, and the application runs"
                + " without it");
    assertThat(jvm.out()).containsExactly("nothing inside");
  }

  @Test
  void install_whenAllIsWell_isSilentAndRecords() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(Loopback.class, ChildJvm.AGENT);

    assertRuns(jvm);
    assertThat(jvm.notices()).isEmpty();
    assertRecordedOnce(jvm);
    assertThat(jvm.out())
        .contains("bootstrap room", "thread jsse-keeper-records", "thread jsse-keeper-sweeper");
  }

  @Test
  void install_twiceInOneJvm_happensOnceAndSaysSo() throws Exception {
    Path copy = Files.copy(Path.of(ChildJvm.JAR), folder.resolve("another.jar"));
    ChildJvm jvm =
        ChildJvm.runProgram(Loopback.class, ChildJvm.AGENT, "-javaagent:" + copy + "=sweep=2s");

    assertRuns(jvm);
    assertRecordedOnce(jvm);
    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.notices().get(0)).contains("already");
    assertThat(jvm.out()).containsOnlyOnce("thread jsse-keeper-sweeper");
  }

  @Test
  void install_withoutJmxInTheJvm_records() throws Exception {
    ChildJvm jvm =
        ChildJvm.runProgram(
            Loopback.class, "--limit-modules", "java.base,java.instrument", ChildJvm.AGENT);

    assertRuns(jvm);
    assertThat(jvm.notices()).isEmpty();
    assertRecordedOnce(jvm);
  }

  @Test
  void metrics_notAskedFor_areNotLoaded() throws Exception {
    Path log = folder.resolve("classes.log");
    ChildJvm jvm =
        ChildJvm.runProgram(Loopback.class, "-Xlog:class+load:file=" + log, ChildJvm.AGENT);

    assertRuns(jvm);
    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded).anyMatch(line -> line.contains(" io.jssekeeper.metrics.Metering "));
    for (String rare : ONLY_FOR_METRICS) {
      assertThat(classesOfTheJar()).as("classes of the jar").anyMatch(name -> isIn(rare, name));
      assertThat(loaded).as("classes loaded").noneMatch(line -> line.contains(" " + rare));
    }
    assertThat(loaded).noneMatch(line -> line.contains(".httpserver."));
    assertThat(jvm.out()).noneMatch(line -> line.startsWith("thread jsse-keeper-met"));
  }

  private static boolean isIn(String packageName, String entry) {
    return entry.replace('/', '.').startsWith(packageName);
  }

  private static List<String> classesOfTheJar() throws IOException {
    try (JarFile jar = new JarFile(ChildJvm.JAR)) {
      return jar.stream().map(JarEntry::getName).toList();
    }
  }

  @Test
  void metricsHttp_withoutTheModuleForLogging_isServed() throws Exception {
    int port = Scraped.freePort();
    ChildJvm jvm =
        ChildJvm.runProgram(
            Scraped.class,
            "--limit-modules",
            "java.base,java.instrument,java.management",
            "-D" + Scraped.PORT + "=" + port,
            ChildJvm.AGENT + "=metrics.http=" + port);

    assertThat(jvm.notices()).as("%s", jvm).isEmpty();
    assertThat(jvm.out()).containsExactly("HTTP/1.1 200 OK", "modules of logging 0");
  }

  @Test
  void install_whoseWeavingFails_isOffAltogether() throws Exception {
    ChildJvm jvm =
        ChildJvm.runProgram(
            Loopback.class, "-javaagent:" + ChildJvm.agent(FaultyAgent.class, folder));

    assertRuns(jvm);
    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.notices().get(0)).contains("is off", "no class changed here");
    assertThat(jvm.records()).isEmpty();
    assertThat(jvm.out()).noneMatch(line -> line.startsWith("thread "));
  }

  @Test
  void log_thatCannotBeOpened_isOneLineAndTheHostRuns() throws Exception {
    Path log = folder.resolve("none").resolve("handshakes.log");
    ChildJvm jvm = ChildJvm.runProgram(Loopback.class, ChildJvm.AGENT + "=log=" + log);

    assertRuns(jvm);
    assertThat(jvm.notices()).hasSize(1);
    assertThat(jvm.notices().get(0))
        .containsOnlyOnce(log.toString())
        .contains("(no such directory)");
    assertThat(jvm.records()).isEmpty();
  }

  /** Opening it would wait for a reader, and so would {@code main}. */
  @Test
  void log_inUnreadPipe_printsOneLineAndTheHostRuns() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    ChildJvm jvm = ChildJvm.runProgram(Loopback.class, ChildJvm.AGENT + "=log=" + pipe);

    assertRuns(jvm);
    assertThat(jvm.notices())
        .singleElement()
        .asString()
        .contains(pipe.toString(), "a pipe without a reader", "TLS is not affected");
  }

  @Test
  void log_inAFile_hasTheRecordsOfTheLastMoment() throws Exception {
    Path log = folder.resolve("handshakes.log");
    ChildJvm jvm = ChildJvm.runProgram(Loopback.class, ChildJvm.AGENT + "=log=" + log);

    assertRuns(jvm);
    assertThat(jvm.records()).isEmpty();
    assertThat(Files.readAllLines(log)).hasSize(4).allMatch(line -> line.startsWith("handshake="));
  }

  @Test
  void context_touchedByManyThreadsAtOnce_hasOneStore() throws Exception {
    ChildJvm jvm = ChildJvm.runProgram(Contexts.class, ChildJvm.AGENT);

    assertThat(jvm.notices()).singleElement().asString().contains("more than 10 TLS contexts");
    assertThat(jvm.out()).containsExactly("contexts " + Contexts.ROUNDS + " of " + Contexts.ROUNDS);
  }

  private static void assertRuns(ChildJvm jvm) {
    assertThat(jvm.status()).as("%s", jvm).isZero();
    assertThat(jvm.out()).startsWith("answer 42", "answer 42");
  }

  private static void assertRecordedOnce(ChildJvm jvm) {
    assertThat(jvm.records()).hasSize(4);
    for (String side : new String[] {"client", "server"}) {
      assertThat(jvm.records().stream().filter(line -> line.contains(" side=" + side + " ")))
          .hasSize(2)
          .satisfiesExactly(
              first -> assertThat(first).startsWith("handshake=full "),
              second -> assertThat(second).startsWith("handshake=resumed "));
    }
  }
}
