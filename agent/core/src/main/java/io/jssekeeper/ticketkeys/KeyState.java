package io.jssekeeper.ticketkeys;

import java.util.Collections;
import java.util.List;

/** The state of the shared ticket keys, for operators. Immutable; contains nothing secret. */
public final class KeyState {
  private final String word;
  private final String why;
  private final long ageMillis;
  private final List<String> fingerprints;

  KeyState(String word, String why, long ageMillis, List<String> fingerprints) {
    this.word = word;
    this.why = why;
    this.ageMillis = ageMillis;
    this.fingerprints = Collections.unmodifiableList(fingerprints);
  }

  static KeyState off() {
    return new KeyState("off", "", -1, Collections.emptyList());
  }

  static KeyState local(String why) {
    return new KeyState("local", why, -1, Collections.emptyList());
  }

  boolean isOff() {
    return word.equals("off");
  }

  /**
   * {@code off}; {@code shared}; {@code stale} if the source fails and the last secrets stay in
   * use; {@code local} if there are none, and JSSE seals with its own keys.
   */
  public String word() {
    return word;
  }

  /** What is wrong; empty if nothing. */
  public String why() {
    return why;
  }

  /** How long ago the secret last changed; negative if there is none. */
  public long ageMillis() {
    return ageMillis;
  }

  /** Fingerprints of the secrets, in the order in which they will seal. */
  public List<String> fingerprints() {
    return fingerprints;
  }
}
