package io.jssekeeper.otel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.config.OtelSignal;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import io.jssekeeper.record.Sink;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtelSinkTest {
  private final GivenJvm jvm = new GivenJvm();
  private final SuppressedErrors errors = new SuppressedErrors();
  private final Telemetries telemetries =
      new Telemetries(EnumSet.allOf(OtelSignal.class), jvm, errors, () -> {});
  private final List<HandshakeRecord> measured = new ArrayList<>();
  private final Sink sink = new OtelSink(telemetries, measured::add);

  @BeforeEach
  void start() {
    telemetries.start();
  }

  @AfterEach
  void leave() {
    telemetries.release();
  }

  @Test
  void accept_inASpan_makesOneEvent() {
    jvm.initialized.add("LazyStorage");
    telemetries.flush();
    RecordingSpan span = new RecordingSpan(() -> {});
    accept(span, Records.timed());

    assertThat(span.events)
        .singleElement()
        .satisfies(
            attributes -> {
              assertThat(attributes.get(AttributeKey.booleanKey("tls.resumed"))).isTrue();
              assertThat(attributes.get(AttributeKey.stringKey("tls.protocol.version")))
                  .isEqualTo("1.3");
              assertThat(attributes.get(AttributeKey.doubleKey("jsse.handshake.duration")))
                  .isEqualTo(0.001);
              assertThat(attributes.get(AttributeKey.longKey("server.port"))).isNull();
            });
    assertThat(measured).as("without a global OpenTelemetry").isEmpty();
    assertThat(errors.count()).isZero();
  }

  @Test
  void accept_beforeTheApplicationAskedForAContext_makesNone() {
    telemetries.flush();
    RecordingSpan span = new RecordingSpan(() -> {});
    accept(span, Records.timed());

    assertThat(span.events).isEmpty();
    assertThat(telemetries.isWaiting()).isTrue();
  }

  /** As where an event makes a connection by TLS. */
  @Test
  void accept_insideAnEvent_makesNone() {
    jvm.initialized.add("LazyStorage");
    telemetries.flush();
    RecordingSpan span = new RecordingSpan(() -> sink.accept(Records.timed()));
    accept(span, Records.timed());
    accept(span, Records.timed());

    assertThat(span.events).hasSize(2);
    assertThat(errors.count()).isZero();
  }

  /** It was another thread's. */
  @Test
  void accept_anAbandonedHandshake_makesNone() {
    jvm.initialized.add("LazyStorage");
    telemetries.flush();
    RecordingSpan span = new RecordingSpan(() -> {});
    accept(span, Records.client("peer.example", 443, "TLS_AES_128"));
    accept(span, Records.resumed(Records.draft()));

    assertThat(span.events).isEmpty();
  }

  @Test
  void accept_aSpanThatThrows_isNotAskedAgain() {
    jvm.initialized.add("LazyStorage");
    telemetries.flush();
    RecordingSpan span =
        new RecordingSpan(
            () -> {
              throw new IllegalStateException("a defect");
            });
    accept(span, Records.timed());
    accept(span, Records.timed());

    assertThat(span.events).hasSize(1);
    assertThat(errors.count()).isEqualTo(1);
  }

  private void accept(RecordingSpan span, HandshakeRecord record) {
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      sink.accept(record);
    }
  }
}
