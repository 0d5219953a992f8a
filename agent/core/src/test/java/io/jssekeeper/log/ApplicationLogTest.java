package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Before SLF4J is there. Logging to a real one: Slf4jIT. */
class ApplicationLogTest {
  private final KeptLog elsewhere = new KeptLog();
  private final Told told = new Told();
  private final Application application = new Application();
  private long now = Long.MAX_VALUE - 5; // nanoTime may wrap around

  @Test
  void accept_noSignOfSlf4j_goesElsewhereAtOnce() {
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    List<HandshakeRecord> records = accept(log, 3);

    assertThat(elsewhere.records).containsExactlyElementsOf(records);
    assertThat(log.isWaiting()).isFalse();
    log.flush();
    assertThat(elsewhere.flushedAt).isEqualTo(3);
  }

  @Test
  void promise_isWaitedFor_andThenGivenUp() {
    application.promises = true;
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    List<HandshakeRecord> records = accept(log, 3);
    pass(ApplicationLog.PATIENCE_NANOS - 1);
    log.flush();
    assertThat(elsewhere.records).isEmpty();
    assertThat(log.isWaiting()).isTrue();

    pass(ApplicationLog.BETWEEN_LOOKS_NANOS);
    log.flush();

    assertThat(elsewhere.records).containsExactlyElementsOf(records);
    assertThat(elsewhere.flushedAt).isEqualTo(3);
    assertThat(log.isWaiting()).isFalse();
    assertThat(told.messages).isEmpty();
  }

  @Test
  void close_whileWaiting_losesNothing() {
    application.promises = true;
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    List<HandshakeRecord> records = accept(log, 3);
    log.close();

    assertThat(elsewhere.records).containsExactlyElementsOf(records);
    assertThat(elsewhere.isClosed).isTrue();
  }

  @Test
  void accept_moreThanThereIsRoomFor_goesElsewhereOldestFirst() {
    application.promises = true;
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    List<HandshakeRecord> records = accept(log, ApplicationLog.CAPACITY + 2);

    assertThat(elsewhere.records).containsExactlyElementsOf(records.subList(0, 2));
  }

  @Test
  void insisting_waitsOn_andSaysSoOnce() {
    ApplicationLog log = log(ApplicationLog.Fallback.none(elsewhere));
    accept(log, 3);
    for (int i = 0; i < 3; i++) {
      pass(ApplicationLog.PATIENCE_NANOS);
      log.flush();
    }

    assertThat(elsewhere.records).isEmpty();
    assertThat(log.isWaiting()).isTrue();
    assertThat(told.messages)
        .containsExactly("the application's SLF4J: no SLF4J provider that writes anywhere yet");
  }

  /** Each search lists all classes of the JVM. */
  @Test
  void accept_noFallback_searchesEverMoreSeldom() {
    ApplicationLog log = log(ApplicationLog.Fallback.none(elsewhere));
    accept(log, 1);
    for (int tenths = 0; tenths < 36_000; tenths++) {
      pass(100_000_000);
      log.flush();
    }

    assertThat(application.looks).as("in an hour").isBetween(360, 450);
  }

  @Test
  void accept_manyRecords_searchesSeldom() {
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    accept(log, 1_000);
    assertThat(application.looks).isEqualTo(1);

    pass(ApplicationLog.MAX_PAUSE_NANOS);
    accept(log, 1_000);
    assertThat(application.looks).isEqualTo(2);
  }

  @Test
  void flush_noRecords_doesNotSearch() {
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere));
    log.flush();
    pass(ApplicationLog.MAX_PAUSE_NANOS);
    log.flush();

    assertThat(application.looks).isZero();
  }

  @Test
  void accept_resultThatIsNotWanted_isNotHeldBack() {
    application.promises = true;
    ApplicationLog log = log(ApplicationLog.Fallback.to(elsewhere), EnumSet.of(Result.FAILED));
    accept(log, 3);

    assertThat(log.isWaiting()).isFalse();
  }

  private ApplicationLog log(ApplicationLog.Fallback fallback) {
    return log(fallback, EnumSet.allOf(Result.class));
  }

  private ApplicationLog log(ApplicationLog.Fallback fallback, Set<Result> results) {
    LogSink.Lines lines = new LogSink.Lines(LineFormat.TEXT, results, told);
    return new ApplicationLog(application, fallback, lines, () -> now);
  }

  private static List<HandshakeRecord> accept(ApplicationLog log, int count) {
    List<HandshakeRecord> records = Records.numbered(0, count);
    records.forEach(log::accept);
    return records;
  }

  private void pass(long nanos) {
    now += nanos;
  }

  /** Has no SLF4J yet. */
  private static final class Application implements ApplicationLog.Search {
    boolean promises;
    int looks;

    @Override
    public Optional<Class<?>> find() {
      looks++;
      return Optional.empty();
    }

    @Override
    public boolean isPromising() {
      return promises;
    }
  }

  private static final class Told implements LogSink.Trouble {
    final List<String> messages = new ArrayList<>();

    @Override
    public void failing(String target, Throwable cause) {
      messages.add(target + ": " + cause.getMessage());
    }

    @Override
    public void lost(int records) {}
  }
}
