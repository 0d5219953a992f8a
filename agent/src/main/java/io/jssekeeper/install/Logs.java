package io.jssekeeper.install;

import io.jssekeeper.config.LogFormat;
import io.jssekeeper.config.LogResult;
import io.jssekeeper.config.LogTarget;
import io.jssekeeper.config.Options;
import io.jssekeeper.record.Result;
import io.jssekeeper.record.Sink;
import io.jssekeeper.sink.JsonLine;
import io.jssekeeper.sink.LineFormat;
import io.jssekeeper.sink.LogSink;
import io.jssekeeper.sink.LogStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Opens the log that the options ask for. */
final class Logs {
  private Logs() {}

  /** {@link Sink#NONE} if no log is asked for. That one cannot be opened is said. */
  static Sink open(Options options, LogTrouble trouble) {
    LogTarget target = options.log();
    Set<Result> results = results(options.logResults());
    LineFormat format = format(options);
    if (target.equals(LogTarget.OFF)) {
      return Sink.NONE;
    }
    if (!target.file().isPresent()) {
      return new LogSink("standard error", LogStreams.standardError(), format, results, trouble);
    }
    Path file = target.file().get();
    try {
      return new LogSink(file.toString(), LogStreams.file(file), format, results, trouble);
    } catch (IOException e) {
      trouble.failing(file.toString(), e);
      return new LostLog(results, trouble);
    }
  }

  private static LineFormat format(Options options) {
    return options.logFormat() == LogFormat.JSON ? new JsonLine() : LineFormat.TEXT;
  }

  /** Whether both ask for the same log. */
  static boolean areSame(Options one, Options other) {
    return one.log().equals(other.log())
        && one.logFormat() == other.logFormat()
        && one.logResults().equals(other.logResults());
  }

  private static Set<Result> results(Set<LogResult> wanted) {
    Set<Result> results = EnumSet.noneOf(Result.class);
    for (LogResult result : wanted) {
      results.add(Result.valueOf(result.name()));
    }
    return results;
  }
}
