package io.jssekeeper.it.harness;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An agent by another vendor, which shows that it is at work. */
public final class OtherAgent {
  private final Kind kind;
  private final Path file = Settings.newFile("other-agent", ".out");

  /** Those that change classes of the JDK, or nearly all classes. */
  public enum Kind {
    /**
     * Adds a field and a method to each class of JSSE; told to instrument the whole JDK, it cannot
     * start a JVM even without the keeper.
     */
    JACOCO("jacoco", false, true),
    /** Weaves the same classes as the keeper. */
    EXTRACT_TLS_SECRETS("extract-tls-secrets", true, true),
    OPENTELEMETRY("opentelemetry", true, false),
    DATADOG("datadog", true, false);

    private final String library;
    private final boolean attaches;
    private final boolean small;

    Kind(String library, boolean attaches, boolean small) {
      this.library = library;
      this.attaches = attaches;
      this.small = small;
    }

    /** Whether it can be attached to a running JVM. */
    public boolean attaches() {
      return attaches;
    }

    /** Whether every build tests it; the others are tested in the full lane only. */
    public boolean isSmall() {
      return small;
    }
  }

  public OtherAgent(Kind kind) {
    this.kind = kind;
  }

  private Path jar() {
    return Settings.library(kind.library).get(0);
  }

  /** Its output goes only to its file or to standard error. */
  public List<String> settings() {
    return switch (kind) {
      case OPENTELEMETRY ->
          List.of(
              "-Dotel.traces.exporter=none",
              "-Dotel.metrics.exporter=none",
              "-Dotel.logs.exporter=none");
      case DATADOG ->
          List.of(
              "-Ddd.instrumentation.telemetry.enabled=false",
              "-Ddd.remote_configuration.enabled=false",
              "-Ddd.agent.host=127.0.0.1",
              "-Ddd.trace.agent.port=1");
      default -> List.of();
    };
  }

  public String flag() {
    return "-javaagent:" + jar() + (argument().isEmpty() ? "" : "=" + argument());
  }

  private String argument() {
    return switch (kind) {
      case JACOCO -> "destfile=" + file + ",inclbootstrapclasses=true,includes=sun.security.ssl.*";
      case EXTRACT_TLS_SECRETS -> file.toString();
      default -> "";
    };
  }

  /** Attaches it to a running JVM. */
  public void attachTo(ForkedJvm jvm) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
      try {
        machine.loadAgent(jar().toString(), argument());
      } finally {
        machine.detach();
      }
    } catch (Exception failed) {
      throw new IllegalStateException(kind + " cannot be attached", failed);
    }
  }

  /** Forgets what it has shown so far. */
  public void forget() {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Whether it is at work: since it was told to forget, if it reports each connection; or at the
   * end of the JVM, if it reports then.
   */
  public boolean works(ForkedJvm jvm) {
    try {
      return switch (kind) {
        case JACOCO -> Files.size(file) > 0;
        case EXTRACT_TLS_SECRETS -> Files.readString(file).contains("SECRET");
        case OPENTELEMETRY -> says(jvm, "opentelemetry-javaagent - version");
        case DATADOG -> says(jvm, "DATADOG TRACER CONFIGURATION");
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean says(ForkedJvm jvm, String text) {
    return jvm.errorLines().stream().anyMatch(line -> line.contains(text));
  }

  @Override
  public String toString() {
    return kind.library;
  }
}
