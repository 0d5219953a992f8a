package io.jssekeeper.config;

import io.jssekeeper.config.value.Endpoint;
import io.jssekeeper.config.value.LogTarget;
import io.jssekeeper.config.value.MemorySize;
import io.jssekeeper.model.Ftps;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;

/**
 * The agent's configuration: every option's value, and where it came from.
 *
 * <p>Immutable and thread-safe. Two are equal if all values are, whatever their sources; {@code
 * config} is not compared, since it only names a source.
 */
public final class Options {
  private final Map<String, Setting<?>> settings;
  private final ServerKeys serverKeys;

  private Options(Map<String, Setting<?>> settings) {
    this.settings = settings;
    this.serverKeys = new ServerKeys(this);
  }

  /**
   * Reads, in rising priority: defaults; the file named by {@code config}; environment {@code
   * JSSE_KEEPER_OPTIONS}; system properties {@code jssekeeper.KEY}; the agent argument.
   *
   * <p>Argument and environment are written {@code key=value,key=value}. A comma always ends a
   * value there, so a path that contains one must go into the file or into a system property.
   *
   * @param agentArgument null if there is none, as the JVM gives it
   * @param environment as {@link System#getenv()} gives it
   * @param systemProperties as {@link System#getProperties()} gives them
   * @throws InvalidOptionException for the first unknown key, repeated key within one source, empty
   *     or invalid value, in any source, even if a higher one overrides it
   */
  public static Options load(
      String agentArgument, Map<String, String> environment, Properties systemProperties)
      throws InvalidOptionException {
    return new Options(Sources.read(agentArgument, environment, systemProperties));
  }

  /**
   * A copy with some options changed while the keeper is running.
   *
   * @param assignments written like the agent argument
   * @throws InvalidOptionException as {@link #load}, and for an option that takes effect only at
   *     startup
   */
  public Options with(String assignments) throws InvalidOptionException {
    OptionsBuilder draft = new OptionsBuilder();
    KeyValueList.read(assignments, new SourceReader(Source.LIVE, draft));
    for (Setting<?> setting : draft.offered()) {
      if (!setting.option.isLive()) {
        throw InvalidOptionException.atStartOnly(setting);
      }
    }
    for (Setting<?> setting : settings.values()) {
      draft.offer(setting);
    }
    return new Options(draft.finish());
  }

  /**
   * The value of an option; empty if it has none, because it was not set and its default is left to
   * the JDK.
   */
  public <T> Optional<T> find(Option<T> option) {
    Setting<?> setting = settings.get(option.key());
    if (setting == null) {
      return Optional.empty();
    }
    // Set from an option with this key, of which there is only one.
    @SuppressWarnings("unchecked")
    T value = (T) setting.value;
    return Optional.of(value);
  }

  <T> T get(Option<T> option) {
    return find(option).orElseThrow();
  }

  private OptionalInt findInt(Option<Integer> option) {
    Optional<Integer> value = find(option);
    return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
  }

  /** If false, nothing is woven, opened or started. */
  public boolean enabled() {
    return get(KnownOptions.ENABLED);
  }

  /**
   * The session timeout of one side's contexts, in whole seconds, 0 to {@code Integer.MAX_VALUE}; 0
   * is no limit. Empty: the JDK's, or the application's.
   */
  public Optional<Duration> timeout(Side side) {
    return find(side == Side.SERVER ? KnownOptions.SERVER_TIMEOUT : KnownOptions.CLIENT_TIMEOUT);
  }

  /**
   * How many sessions a context of one side holds, 0 or more; 0 is no limit. Empty: the JDK's, or
   * the application's.
   */
  public OptionalInt capacity(Side side) {
    return findInt(
        side == Side.SERVER ? KnownOptions.SERVER_CAPACITY : KnownOptions.CLIENT_CAPACITY);
  }

  /** Unused TLS 1.3 tickets kept per peer, 0 to 1000. */
  public int clientTickets() {
    return get(KnownOptions.CLIENT_TICKETS);
  }

  /** Whether FTPS data connections resume their control connection's session. */
  public Ftps clientFtps() {
    return get(KnownOptions.CLIENT_FTPS);
  }

  /** The ports of FTPS control connections; unmodifiable, and never empty. */
  public Set<Integer> clientFtpsPorts() {
    return get(KnownOptions.CLIENT_FTPS_PORTS);
  }

  /** TLS 1.3 tickets sent after a handshake, 0 to 10. Empty: the JDK's. */
  public OptionalInt serverTickets() {
    return findInt(KnownOptions.SERVER_TICKETS);
  }

  /** How keys of stateless tickets are shared. */
  public ServerKeys serverKeys() {
    return serverKeys;
  }

  /** How much heap sessions may hold strongly, over all contexts. */
  public MemorySize memory() {
    return get(KnownOptions.MEMORY);
  }

  /** How long an expired session may stay reachable, 10 ms to 1 h. */
  public Duration sweep() {
    return get(KnownOptions.SWEEP);
  }

  /** Unmodifiable; empty: observe only. */
  public Set<Protection> keep() {
    return get(KnownOptions.KEEP);
  }

  public CertificateExpiry certificates() {
    return get(KnownOptions.CERTIFICATES);
  }

  public LogTarget log() {
    return get(KnownOptions.LOG);
  }

  public LogFormat logFormat() {
    return get(KnownOptions.LOG_FORMAT);
  }

  /** Unmodifiable, and never empty. */
  public Set<Result> logResults() {
    return get(KnownOptions.LOG_RESULTS);
  }

  public boolean jmx() {
    return get(KnownOptions.JMX);
  }

  public boolean jfr() {
    return get(KnownOptions.JFR);
  }

  public MetricsTarget metrics() {
    return get(KnownOptions.METRICS);
  }

  /** Whether the status page lists handshakes with their peers. */
  public boolean metricsPeers() {
    return get(KnownOptions.METRICS_PEERS);
  }

  /** Where to serve {@code /metrics}; empty: nowhere. */
  public Optional<Endpoint> metricsHttp() {
    return get(KnownOptions.METRICS_HTTP);
  }

  /** What goes to the application's OpenTelemetry; unmodifiable. */
  public Set<OtelSignal> otel() {
    return get(KnownOptions.OTEL);
  }

  /** Recent handshake records to hold, 0 to 1,000,000. */
  public int history() {
    return get(KnownOptions.HISTORY);
  }

  /** Internal errors per minute after which the keeper removes its weaves; 0 is no limit. */
  public int errors() {
    return get(KnownOptions.ERRORS);
  }

  public boolean selfCheck() {
    return get(KnownOptions.SELFCHECK);
  }

  /** Reports that the log cannot be used, for a reason found only by using it. */
  public InvalidOptionException unusableLog(String wrong) {
    Setting<?> setting = settings.get(KnownOptions.LOG.key());
    return InvalidOptionException.impossible(
        KnownOptions.LOG, setting.text(), setting.source, wrong);
  }

  /** The file that was read. */
  public Optional<Path> config() {
    return find(KnownOptions.CONFIG);
  }

  /**
   * Where a value came from: {@code default}, {@code file NAME}, {@code environment}, {@code system
   * property} {@code argument} or {@code set live}.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public String origin(String key) {
    if (KnownOptions.find(key).isEmpty()) {
      throw new IllegalArgumentException(key);
    }
    Setting<?> setting = settings.get(key);
    return setting == null ? Source.DEFAULT.name() : setting.source.name();
  }

  /** Canonical texts by key, in table order; a key without a value is absent. Unmodifiable. */
  public Map<String, String> asMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Setting<?> setting : settings.values()) {
      texts.put(setting.option.key(), setting.text());
    }
    return Collections.unmodifiableMap(texts);
  }

  /**
   * The values that differ from the default, as an agent argument: loading it gives equal {@code
   * Options}.
   *
   * <p>Self-contained: {@code config} is left out, and the file's settings are included. The
   * exception is a path with a comma, which no agent argument can contain.
   */
  @Override
  public String toString() {
    StringBuilder argument = new StringBuilder();
    for (Setting<?> setting : settings.values()) {
      if (setting.option != KnownOptions.CONFIG && !setting.isDefault()) {
        argument.append(argument.length() == 0 ? "" : ",").append(setting);
      }
    }
    return argument.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Options && values().equals(((Options) other).values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  private Map<String, String> values() {
    Map<String, String> texts = new LinkedHashMap<>(asMap());
    texts.remove(KnownOptions.CONFIG.key());
    return texts;
  }
}
