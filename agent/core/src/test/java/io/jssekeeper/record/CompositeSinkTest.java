package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeSinkTest {
  private final List<Throwable> failures = new ArrayList<>();
  private final List<HandshakeRecord> accepted = new ArrayList<>();
  private final CompositeSink sinks =
      new CompositeSink(
          List.of(new Broken(), accepted::add), (where, failure) -> failures.add(failure));

  @Test
  void accept_whenOneThrows_continuesWithTheNextAndReportsIt() {
    HandshakeRecord record = Records.numbered(1);
    sinks.accept(record);
    sinks.accept(record);

    assertThat(accepted).containsExactly(record, record);
    assertThat(failures).hasSize(2).allMatch(StackOverflowError.class::isInstance);
  }

  @Test
  void flush_whenOneThrows_continuesWithTheNextAndReportsIt() {
    List<String> flushed = new ArrayList<>();
    Sink next =
        new Sink() {
          @Override
          public void accept(HandshakeRecord record) {}

          @Override
          public void flush() {
            flushed.add("next");
          }
        };
    new CompositeSink(List.of(new Broken(), next), (where, failure) -> failures.add(failure))
        .flush();

    assertThat(flushed).containsExactly("next");
    assertThat(failures).hasSize(1).allMatch(IllegalStateException.class::isInstance);
  }

  private static final class Broken implements Sink {
    @Override
    public void accept(HandshakeRecord record) {
      throw new StackOverflowError();
    }

    @Override
    public void flush() {
      throw new IllegalStateException();
    }
  }
}
