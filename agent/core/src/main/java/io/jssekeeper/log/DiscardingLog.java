package io.jssekeeper.log;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.Set;

/** Replaces a log that could not be opened: counts the lost records. */
final class DiscardingLog implements Sink {
  private final Set<Result> results;
  private final LogSink.Trouble errors;

  DiscardingLog(Set<Result> results, LogSink.Trouble errors) {
    this.results = results;
    this.errors = errors;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (results.contains(record.result())) {
      errors.lost(1);
    }
  }

  @Override
  public String toString() {
    return "nowhere: records are lost";
  }
}
