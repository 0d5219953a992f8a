package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Starts the processes of one test on one JDK, and ends them after it.
 *
 * <p>{@link OnEachJdk} gives one to each test class, and {@link StageCheck} ends what is left on it
 * after each test.
 */
public final class Stage {
  /**
   * Between two polls a test may attach to a JVM or take its histogram, which is slow on a busy
   * machine.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static {
    Awaitility.setDefaultTimeout(PATIENCE);
  }

  private final Jdk jdk;

  /** Separate for each test: the tests of a class share the stage, and may run in parallel. */
  private final ThreadLocal<List<ForkedJvm>> jvms = ThreadLocal.withInitial(ArrayList::new);

  Stage(Jdk jdk) {
    this.jdk = jdk;
  }

  /** The JDK on which all of it runs. */
  public Jdk jdk() {
    return jdk;
  }

  /** All JDKs of this test run, to make forks from, which are started on this stage. */
  public static List<Stage> all() {
    return Jdks.used().stream().map(Stage::new).toList();
  }

  /** A TLS server with an EC key. */
  public Fork server() {
    return server(KeyMaterial.shared().ec());
  }

  public Fork server(KeyMaterial.Pair keys) {
    return server("Server", keys);
  }

  /** The same, for an application that logs with SLF4J. */
  public Fork loggingServer() {
    return server("LoggingServer", KeyMaterial.shared().ec());
  }

  private Fork server(String program, KeyMaterial.Pair keys) {
    return server(jdk, program, keys);
  }

  private static Fork server(Jdk serving, String program, KeyMaterial.Pair keys) {
    return Fork.ofProgram(serving, program).with("keys", keys.store()).with("trust", keys.trust());
  }

  /** A TLS client that trusts both kinds of server. */
  public Fork client() {
    return Fork.ofProgram(jdk, "Client").with("trust", KeyMaterial.shared().trust());
  }

  /** An FTPS client on Apache Commons Net. */
  public Fork ftpsClient() {
    return Fork.ofProgram(jdk, "FtpsClient")
        .classPath(Settings.library("commons-net"))
        .with("trust", KeyMaterial.shared().trust());
  }

  /**
   * An FTPS server that requires data connections to resume their control connection's session. If
   * this JDK forgets a TLS 1.3 ticket after its first use, as no FTPS server does, the tests' own
   * JDK runs it.
   */
  public Fork ftpsServer() {
    Jdk serving = jdk.hasStatelessTickets() ? jdk : Jdk.running();
    return server(serving, "FtpsServer", KeyMaterial.shared().ec());
  }

  /** A DTLS client and its server. */
  public Fork datagrams() {
    return bothSides("Datagrams");
  }

  /** A program without keys. */
  public Fork program(String name) {
    return Fork.ofProgram(jdk, name);
  }

  /** A program that is both client and server. */
  public Fork bothSides(String program) {
    return Fork.ofProgram(jdk, program)
        .with("keys", KeyMaterial.shared().ec().store())
        .with("trust", KeyMaterial.shared().trust());
  }

  /** A TLS client that may use Micrometer. */
  public Fork meteredClient() {
    return Fork.ofProgram(jdk, "MeteredClient").with("trust", KeyMaterial.shared().trust());
  }

  /** A TLS client that may use OpenTelemetry. */
  public Fork tracedClient() {
    return Fork.ofProgram(jdk, "TracedClient").with("trust", KeyMaterial.shared().trust());
  }

  /** A Spring Boot application with an EC key, packaged as shipped: libraries within its jar. */
  public Fork springApplication() {
    return Fork.ofJar(jdk, Settings.springApplication())
        .flags("-Dserver.ssl.key-store=" + KeyMaterial.shared().ec().store());
  }

  /** A client that needs JDK 26. */
  public Fork http3Client() {
    return Fork.ofProgram(jdk, "Http3Client").with("trust", KeyMaterial.shared().trust());
  }

  /** All HTTP servers, with an EC key. */
  public Fork httpServers() {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    return Fork.ofHttpProgram(jdk, "HttpServers")
        .with("keys", keys.store())
        .with("trust", keys.trust());
  }

  /** All HTTP clients, which trust these servers. */
  public Fork httpClients() {
    return Fork.ofHttpProgram(jdk, "HttpClients").with("trust", KeyMaterial.shared().trust());
  }

  /** A client with an RSA key that can be replaced while it runs. */
  public Fork reloadingClient() {
    return Fork.ofHttpProgram(jdk, "ReloadingClient")
        .with("keys", KeyMaterial.shared().rsa().store())
        .with("trust", KeyMaterial.shared().trust());
  }

  /** GreenMail on an IMAP port, with or without TLS. */
  public Fork imapServer(boolean tls) {
    return asImapUser(Fork.ofMailProgram(jdk, "ImapServer"), tls)
        .flags("-Dgreenmail.tls.keystore.file=" + KeyMaterial.shared().ec().store())
        .flags("-Dgreenmail.tls.keystore.password=changeit");
  }

  /** An IMAP client whose sessions never resume. */
  public Fork imapClient(boolean tls) {
    return asImapUser(Fork.ofProgram(jdk, "ImapClient"), tls)
        .with("trust", KeyMaterial.shared().trust());
  }

  private static Fork asImapUser(Fork fork, boolean tls) {
    return fork.with("user", "user").with("password", "word").with("tls", tls ? "yes" : "no");
  }

  /** Tomcat with an HTTPS port and that web application. */
  public Fork tomcat(Path war) {
    return Fork.ofTomcatProgram(jdk, "WarServer")
        .with("keys", KeyMaterial.shared().ec().store())
        .with("war", war);
  }

  /** Jetty on an HTTPS port, as in jetty/jetty.project#12284. */
  public Fork checkedJetty() {
    return checkedJetty(KeyMaterial.shared().ec());
  }

  /** The same, with several keys chosen by SNI. */
  public Fork checkedJetty(KeyMaterial.Pair keys) {
    return Fork.ofHttpProgram(jdk, "CheckedJetty").with("keys", keys.store());
  }

  /** Starts a JVM and waits until its program is ready. */
  public ForkedJvm start(Fork fork) {
    ForkedJvm jvm = fork.start();
    jvms.get().add(jvm);
    jvm.awaitReady();
    return jvm;
  }

  /**
   * Ends all processes. After a test that passed, no hook may have swallowed anything; after one
   * that failed, both streams of every process are printed.
   */
  void clear(boolean wentWell) {
    boolean good = false;
    try {
      if (wentWell) {
        jvms.get().forEach(ForkedJvm::checkHealth);
        good = true;
      }
    } finally {
      jvms.get().forEach(ForkedJvm::destroy);
      if (!good) {
        jvms.get()
            .forEach(
                jvm -> System.out.println("\n=== a JVM of a failed test\n" + jvm.transcript()));
      }
      jvms.get().clear();
    }
  }

  @Override
  public String toString() {
    return jdk.toString();
  }
}
