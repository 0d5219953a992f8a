package io.jssekeeper.record;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.ArrayList;
import java.util.List;

/** Makes records as a recorder does. */
public final class Records {
  private Records() {}

  static HandshakeOrigin origin() {
    return origin(Side.CLIENT);
  }

  static HandshakeOrigin origin(Side side) {
    return new HandshakeOrigin(side, "192.0.2.1", 40_000);
  }

  public static HandshakeDraft draft() {
    return new HandshakeDraft(Side.SERVER).negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384");
  }

  public static HandshakeRecord full(HandshakeDraft draft) {
    return made(draft, Result.FULL);
  }

  static HandshakeRecord fullAt(HandshakeDraft draft, long timeMillis) {
    return new HandshakeRecord(draft, Result.FULL, Reason.FIRST_CONTACT, timeMillis, -1);
  }

  public static HandshakeRecord resumed(HandshakeDraft draft) {
    return made(draft, Result.RESUMED);
  }

  public static HandshakeRecord failed(HandshakeDraft draft) {
    return made(draft, Result.FAILED);
  }

  /** A client's, with any text as its cipher suite. */
  public static HandshakeRecord client(String host, int port, String cipher) {
    return full(new HandshakeDraft(Side.CLIENT).peer(host, port).negotiated("TLSv1.3", cipher));
  }

  /** A client's that has taken a millisecond. */
  public static HandshakeRecord timed() {
    HandshakeDraft draft = new HandshakeDraft(Side.CLIENT).negotiated("TLSv1.3", "TLS_AES_128");
    return new HandshakeRecord(draft, Result.RESUMED, null, 0, 1_000_000);
  }

  /** One that its number distinguishes from others. */
  public static HandshakeRecord numbered(int number) {
    return full(draft().peer("peer", number));
  }

  public static List<HandshakeRecord> numbered(int from, int to) {
    List<HandshakeRecord> records = new ArrayList<>();
    for (int i = from; i < to; i++) {
      records.add(numbered(i));
    }
    return records;
  }

  static int numberOf(HandshakeRecord record) {
    return Integer.parseInt(Texts.of(record).get("peer").substring("peer:".length()));
  }

  private static HandshakeRecord made(HandshakeDraft draft, Result result) {
    Reason reason = result == Result.FULL ? Reason.FIRST_CONTACT : null;
    return new HandshakeRecord(draft, result, reason, 0, -1);
  }
}
