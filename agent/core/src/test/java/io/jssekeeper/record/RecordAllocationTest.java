package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How much memory a record costs the handshake's thread. */
class RecordAllocationTest {
  private static final int MANY = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final byte[] id = new byte[32];
  private final CompositeSink sinks =
      new CompositeSink(
          Arrays.asList(new HandshakeTotals(), new ReasonTotals(), new History(100)),
          (sink, failure) -> {
            throw new AssertionError(sink, failure);
          });
  private final Recorder recorder = new Recorder(sinks, new ThreadCpuTimer());

  @Test
  void record_ofAHandshake_allocatesLessThanAKilobyteOnItsThread() {
    record(MANY);
    long before = threads.getCurrentThreadAllocatedBytes();
    record(MANY);

    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / MANY).isBetween(100L, 1_023L);
  }

  private void record(int handshakes) {
    for (int i = 0; i < handshakes; i++) {
      Object handshake = new Object();
      recorder.began(handshake, new HandshakeOrigin(Side.SERVER, "192.0.2.1", 40_000), false);
      for (int message = 0; message < 4; message++) {
        recorder.workBegins(handshake);
        recorder.workEnds(handshake);
      }
      recorder.noteIfFull(handshake, Reason.DECLINED, null);
      id[i % id.length]++;
      HandshakeDraft draft =
          new HandshakeDraft(Side.SERVER)
              .negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384")
              .peer("192.0.2.1", 40_000)
              .extensions("shop.example", "h2")
              .session(SessionHash.shownBytes(id));
      if (i % 2 == 0) {
        recorder.full(handshake, draft);
      } else {
        recorder.resumed(handshake, draft.resumption("ticket", 1_000));
      }
    }
  }
}
