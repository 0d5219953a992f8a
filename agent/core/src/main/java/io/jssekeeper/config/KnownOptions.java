package io.jssekeeper.config;

import io.jssekeeper.config.value.DurationKind;
import io.jssekeeper.config.value.Endpoint;
import io.jssekeeper.config.value.EndpointKind;
import io.jssekeeper.config.value.LogTarget;
import io.jssekeeper.config.value.LogTargetKind;
import io.jssekeeper.config.value.MemorySize;
import io.jssekeeper.config.value.NumberKind;
import io.jssekeeper.config.value.OptionType;
import io.jssekeeper.config.value.PathKind;
import io.jssekeeper.config.value.PortSetKind;
import io.jssekeeper.config.value.SizeKind;
import io.jssekeeper.config.value.WordKind;
import io.jssekeeper.config.value.WordSetKind;
import io.jssekeeper.model.Ftps;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of options: one row each, in display order. The {@code server.keys} options are in
 * {@link ServerKeyOptions}.
 */
public final class KnownOptions {
  private static final List<Option<?>> ROWS = new ArrayList<>(40);

  private static final OptionType<Duration> TIMEOUT = DurationKind.sessionTimeout();
  private static final OptionType<Duration> SWEEP_INTERVAL =
      DurationKind.between(Duration.ofMillis(10), Duration.ofHours(1));
  private static final OptionType<Integer> CAPACITY = new NumberKind(0, Integer.MAX_VALUE);
  private static final OptionType<Boolean> SWITCH = new WordKind<>(List.of(true, false));

  private static final Default JDK_TIMEOUT =
      Default.words("the JDK's (24h, or what the application sets)");
  private static final Default JDK_CAPACITY =
      Default.words("the JDK's (20480, or what the application sets)");

  public static final Option<Boolean> ENABLED =
      row(
          new Option<>(
                  "enabled",
                  SWITCH,
                  Default.value("true"),
                  "false disables the keeper: it prints one line, and the application runs without"
                      + " it")
              .atStartOnly());

  public static final Option<Duration> CLIENT_TIMEOUT =
      row(
          new Option<>(
              "client.timeout",
              TIMEOUT,
              JDK_TIMEOUT,
              "session timeout of every client context; overrides the application's setting"));

  public static final Option<Duration> SERVER_TIMEOUT =
      row(
          new Option<>(
              "server.timeout",
              TIMEOUT,
              JDK_TIMEOUT,
              "session timeout of every server context; overrides the application's setting"));

  public static final Option<Integer> CLIENT_CAPACITY =
      row(
          new Option<>(
              "client.capacity",
              CAPACITY,
              JDK_CAPACITY,
              "maximum number of sessions per client context; 0 is no limit"));

  public static final Option<Integer> SERVER_CAPACITY =
      row(
          new Option<>(
              "server.capacity",
              CAPACITY,
              JDK_CAPACITY,
              "maximum number of sessions per server context; 0 is no limit"));

  public static final Option<Integer> CLIENT_TICKETS =
      row(
          new Option<>(
              "client.tickets",
              new NumberKind(0, 1000),
              Default.value("10"),
              "maximum number of unused TLS 1.3 tickets kept per peer"));

  public static final Option<Ftps> CLIENT_FTPS =
      row(
          new Option<>(
              "client.ftps",
              new WordKind<>(List.of(Ftps.values())),
              Default.value("off"),
              "whether FTPS data connections resume their control connection's session; strict"
                  + " never offers a TLS 1.3 ticket twice"));

  public static final Option<Set<Integer>> CLIENT_FTPS_PORTS =
      row(
          new Option<>(
              "client.ftps.ports",
              new PortSetKind(),
              Default.value("21+990"),
              "ports of FTPS control connections"));

  public static final Option<Integer> SERVER_TICKETS =
      row(
          new Option<>(
              "server.tickets",
              new NumberKind(0, 10),
              Default.words("the JDK's (1)"),
              "number of TLS 1.3 tickets a server sends after a handshake"));

  static {
    ROWS.addAll(ServerKeyOptions.all());
  }

  public static final Option<MemorySize> MEMORY =
      row(
          new Option<>(
              "memory",
              new SizeKind(),
              Default.value("2%"),
              "heap that sessions may hold strongly, over all contexts; beyond it the least"
                  + " recently used are held softly"));

  public static final Option<Duration> SWEEP =
      row(
          new Option<>(
              "sweep",
              SWEEP_INTERVAL,
              Default.value("1s"),
              "how long an expired session may stay reachable"));

  public static final Option<Set<Protection>> KEEP =
      row(
          new Option<>(
              "keep",
              WordSetKind.allOrNone(List.of(Protection.values())),
              Default.value("all"),
              "which session losses to prevent; none only observes"));

  public static final Option<CertificateExpiry> CERTIFICATES =
      row(
          new Option<>(
                  "certificates",
                  new WordKind<>(List.of(CertificateExpiry.values())),
                  Default.value("ignore"),
                  "end-sessions ends a session when a certificate that the peer presented expires")
              .atStartOnly());

  public static final Option<LogTarget> LOG =
      row(
          new Option<>(
              "log",
              new LogTargetKind(),
              Default.value("auto"),
              "where handshake records go; auto is the application's SLF4J if it has one, else"
                  + " standard error"));

  public static final Option<LogFormat> LOG_FORMAT =
      row(
          new Option<>(
              "log.format",
              new WordKind<>(List.of(LogFormat.values())),
              Default.value("text"),
              "format of handshake records; otel and ecs are JSON with the names of OpenTelemetry and ECS"));

  public static final Option<Set<Result>> LOG_RESULTS =
      row(
          new Option<>(
              "log.results",
              WordSetKind.oneOrMore(List.of(Result.values())),
              Default.value("full+resumed+failed"),
              "which handshake results to log"));

  public static final Option<Boolean> JMX =
      row(new Option<>("jmx", SWITCH, Default.value("true"), "register the MBeans").atStartOnly());

  public static final Option<Boolean> JFR =
      row(
          new Option<>(
                  "jfr",
                  SWITCH,
                  Default.value("true"),
                  "emit JFR events, which cost nothing until a recording enables them")
              .atStartOnly());

  public static final Option<MetricsTarget> METRICS =
      row(
          new Option<>(
                  "metrics",
                  new WordKind<>(List.of(MetricsTarget.values())),
                  Default.value("auto"),
                  "where metrics go; auto is the application's Micrometer global registry if it has"
                      + " one")
              .atStartOnly());

  public static final Option<Optional<Endpoint>> METRICS_HTTP =
      row(
          new Option<>(
                  "metrics.http",
                  new EndpointKind(),
                  Default.value("off"),
                  "address of a Prometheus endpoint, /metrics, and of the status page, /; loopback"
                      + " unless a host is given")
              .atStartOnly());

  public static final Option<Boolean> METRICS_PEERS =
      row(
          new Option<>(
                  "metrics.peers",
                  SWITCH,
                  Default.value("false"),
                  "list the last handshakes, with their peers, on the status page of metrics.http")
              .atStartOnly());

  public static final Option<Set<OtelSignal>> OTEL =
      row(
          new Option<>(
                  "otel",
                  WordSetKind.allOrNone(List.of(OtelSignal.values())),
                  Default.value("none"),
                  "what goes to the application's OpenTelemetry, if it uses its API: metrics is a"
                      + " histogram of handshakes, events are those of clients, on current spans")
              .atStartOnly());

  public static final Option<Integer> HISTORY =
      row(
          new Option<>(
                  "history",
                  new NumberKind(0, 1_000_000),
                  Default.value("1000"),
                  "number of recent handshake records that JMX and the command line can show")
              .atStartOnly());

  public static final Option<Integer> ERRORS =
      row(
          new Option<>(
              "errors",
              new NumberKind(0, 1_000_000),
              Default.value("100"),
              "internal errors per minute after which the keeper removes its weaves;"
                  + " OutOfMemoryError does not count; 0 is no limit"));

  public static final Option<Boolean> SELFCHECK =
      row(
          new Option<>(
                  "selfcheck",
                  SWITCH,
                  Default.value("true"),
                  "make a few handshakes in memory, after the first TLS context, to check that the"
                      + " weaves work")
              .atStartOnly());

  public static final Option<Path> CONFIG =
      row(
          new Option<>(
                  "config",
                  new PathKind("the path of a Java properties file"),
                  Default.words("none"),
                  "a Java properties file with options; every other source overrides it")
              .atStartOnly());

  private KnownOptions() {}

  private static <T> Option<T> row(Option<T> option) {
    ROWS.add(option);
    return option;
  }

  public static List<Option<?>> all() {
    return Collections.unmodifiableList(ROWS);
  }

  /** The option with exactly this key. */
  public static Optional<Option<?>> find(String key) {
    for (Option<?> option : ROWS) {
      if (option.key().equals(key)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
