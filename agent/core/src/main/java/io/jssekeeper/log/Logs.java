package io.jssekeeper.log;

import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.LogFormat;
import io.jssekeeper.config.Options;
import io.jssekeeper.config.value.LogTarget;
import io.jssekeeper.log.lines.EcsLine;
import io.jssekeeper.log.lines.OtelLine;
import io.jssekeeper.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Opens the log that the options ask for. Thread-safe. */
public final class Logs {
  /** The application waits for no disk longer than this. */
  private static final long MAX_MILLIS = 1_000;

  private final ApplicationLog.Search slf4j;
  private final LogErrors errors;

  Logs(ApplicationLog.Search slf4j, LogErrors errors) {
    this.slf4j = slf4j;
    this.errors = errors;
  }

  /**
   * A log for one thread; {@link Sink#NONE} if none is asked for. Reports a log that cannot be
   * opened.
   */
  public Sink open(Options options) {
    Sink log = unbounded(options);
    return log == Sink.NONE
        ? log
        : new ProbeGate(new FloodGate(log, new NanoTime()), new NanoTime());
  }

  private Sink unbounded(Options options) {
    LogTarget target = options.log();
    if (target.equals(LogTarget.OFF)) {
      return Sink.NONE;
    }
    if (target.equals(LogTarget.AUTO)) {
      return slf4j(options, ApplicationLog.Fallback.to(standardError(options)));
    }
    if (target.equals(LogTarget.SLF4J)) {
      Sink lost = new DiscardingLog(options.logResults(), errors);
      return slf4j(options, ApplicationLog.Fallback.none(lost));
    }
    if (target.file().isPresent()) {
      return file(target.file().get(), options);
    }
    return standardError(options);
  }

  private Sink slf4j(Options options, ApplicationLog.Fallback fallback) {
    ApplicationLog log = new ApplicationLog(slf4j, fallback, lines(options), new NanoTime());
    return new EchoGate(log, new Applications(log), new EchoNotice(), new NanoTime());
  }

  private static final class Applications implements BooleanSupplier {
    private final ApplicationLog log;

    Applications(ApplicationLog log) {
      this.log = log;
    }

    @Override
    public boolean getAsBoolean() {
      return log.isApplications();
    }
  }

  private Sink file(Path file, Options options) {
    FileOpening opening = new FileOpening(file);
    try {
      return stream(file.toString(), opening.await(MAX_MILLIS), options);
    } catch (IOException e) {
      errors.failing(file.toString(), e);
      return new LateLog(opening, new DiscardingLog(options.logResults(), errors)) {
        @Override
        Sink to(OutputStream late) {
          return stream(file.toString(), late, options);
        }
      };
    }
  }

  /** Refuses a file that cannot be opened, if there is a caller to tell. */
  public static void requireUsable(Options options) throws InvalidOptionException {
    Optional<Path> file = options.log().file();
    if (file.isPresent()) {
      FileOpening opening = new FileOpening(file.get());
      try {
        opening.await(MAX_MILLIS);
        opening.abandon();
      } catch (IOException e) {
        abandon(opening);
        throw options.unusableLog("that file cannot be opened (" + LogErrors.why(e) + ")");
      }
    }
  }

  private static void abandon(FileOpening opening) {
    try {
      opening.abandon();
    } catch (IOException e) {
      // It is not open.
    }
  }

  private Sink standardError(Options options) {
    return stream("standard error", LogStreams.standardError(), options);
  }

  private Sink stream(String name, OutputStream out, Options options) {
    return new LogSink(name, out, lines(options));
  }

  private LogSink.Lines lines(Options options) {
    return new LogSink.Lines(format(options.logFormat()), options.logResults(), errors);
  }

  private static LineFormat format(LogFormat wanted) {
    switch (wanted) {
      case JSON:
        return new JsonLine();
      case OTEL:
        return new OtelLine();
      case ECS:
        return new EcsLine();
      default:
        return LineFormat.TEXT;
    }
  }

  /** Whether both ask for the same log. */
  public static boolean areSame(Options one, Options other) {
    return one.log().equals(other.log())
        && one.logFormat() == other.logFormat()
        && one.logResults().equals(other.logResults());
  }

  /** {@link System#nanoTime} as an object. */
  private static final class NanoTime implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.nanoTime();
    }
  }
}
