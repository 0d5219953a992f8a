package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Logfmt;
import io.jssekeeper.record.Records;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogSinkTest {
  private final Disk disk = new Disk();
  private final Told told = new Told();
  private final LogSink sink = sink(EnumSet.allOf(Result.class));

  private LogSink sink(Set<Result> results) {
    return new LogSink("the log", disk, new LogSink.Lines(LineFormat.TEXT, results, told));
  }

  @Test
  void flush_severalRecords_writesALineForEach() {
    sink.accept(Records.numbered(1));
    sink.accept(Records.numbered(2));
    sink.flush();

    assertThat(disk.text()).isEqualTo(line(1) + line(2));
    assertThat(told.messages).isEmpty();
  }

  @Test
  void accept_ofAResultThatIsNotWanted_writesNothing() {
    LogSink failures = sink(EnumSet.of(Result.FAILED));
    failures.accept(Records.full(Records.draft()));
    failures.accept(Records.resumed(Records.draft()));
    failures.flush();
    assertThat(disk.writes).isZero();

    failures.accept(Records.failed(Records.draft()));
    failures.flush();
    assertThat(disk.text()).startsWith("handshake=failed ").hasLineCount(1);
  }

  @Test
  void flush_batch_isOneWriteOfWholeLines() {
    List<HandshakeRecord> records = Records.numbered(0, 3_000);
    records.forEach(sink::accept);
    int beforeFlush = disk.writes;
    sink.flush();

    assertThat(beforeFlush).as("writes of a full batch").isBetween(1, 10);
    assertThat(disk.writes).isEqualTo(beforeFlush + 1);
    assertThat(disk.ends).as("what each write ends with").containsOnly('\n');
    assertThat(disk.text().lines()).hasSize(3_000);
  }

  @Test
  void flush_ofNothing_writesNothing() {
    sink.flush();
    sink.accept(Records.numbered(1));
    sink.flush();
    sink.flush();

    assertThat(disk.writes).isEqualTo(1);
  }

  @Test
  void flush_streamFails_isReportedOnceAndItsRecordsAreCounted() {
    disk.room = 0;
    for (int i = 0; i < 3; i++) {
      sink.accept(Records.numbered(i));
      sink.accept(Records.numbered(i));
      sink.flush();
    }

    assertThat(told.messages).containsExactly("the log: No space left on device");
    assertThat(told.lost).isEqualTo(6);
  }

  @Test
  void flush_streamWorksAgain_getsWhatComesThen() {
    disk.room = 0;
    sink.accept(Records.numbered(1));
    sink.flush();
    disk.room = Long.MAX_VALUE;
    sink.accept(Records.numbered(2));
    sink.flush();
    sink.accept(Records.numbered(3));
    sink.flush();

    assertThat(disk.text().lines().filter(line -> !line.isEmpty()))
        .containsExactly(line(2).strip(), line(3).strip());
    assertThat(told.lost).isEqualTo(1);
  }

  @Test
  void flush_streamFilledUpWithinALine_continuesOnANewLine() {
    disk.room = line(1).length() + 10;
    sink.accept(Records.numbered(1));
    sink.accept(Records.numbered(2));
    sink.flush();
    disk.room = Long.MAX_VALUE;
    sink.accept(Records.numbered(3));
    sink.flush();

    assertThat(disk.text()).isEqualTo(line(1) + line(2).substring(0, 10) + "\n" + line(3));
  }

  @Test
  void flush_streamThrowsSomethingElse_doesNotKeepTheRecords() {
    disk.broken = true;
    sink.accept(Records.numbered(1));
    assertThatThrownBy(sink::flush).isInstanceOf(IllegalStateException.class);
    disk.broken = false;
    sink.accept(Records.numbered(2));
    sink.flush();

    assertThat(disk.text().strip()).isEqualTo(line(2).strip());
    assertThat(told.lost).isEqualTo(1);
  }

  @Test
  void accept_lineThatCannotBeFinished_isLeftOut() {
    HalfLines format = new HalfLines();
    LogSink half =
        new LogSink("the log", disk, new LogSink.Lines(format, EnumSet.allOf(Result.class), told));
    half.accept(Records.numbered(1));
    format.breaks = true;
    assertThatThrownBy(() -> half.accept(Records.numbered(2))).isInstanceOf(OutOfMemoryError.class);
    format.breaks = false;
    half.accept(Records.numbered(3));
    half.flush();

    assertThat(disk.text()).isEqualTo(line(1) + line(3));
  }

  /** Fails in the middle of a line, as where the heap is full. */
  private static final class HalfLines implements LineFormat {
    private boolean breaks;

    @Override
    public String line(HandshakeRecord record) {
      return Logfmt.line(record);
    }

    @Override
    public void append(HandshakeRecord record, StringBuilder lines) {
      lines.append(line(record), 0, breaks ? 10 : line(record).length());
      if (breaks) {
        throw new OutOfMemoryError("of the test");
      }
    }
  }

  private static String line(int number) {
    return Logfmt.line(Records.numbered(number)) + "\n";
  }

  private static final class Told implements LogSink.Trouble {
    final List<String> messages = new ArrayList<>();
    int lost;

    @Override
    public void failing(String target, Throwable cause) {
      messages.add(target + ": " + cause.getMessage());
    }

    @Override
    public void lost(int records) {
      lost += records;
    }
  }
}
