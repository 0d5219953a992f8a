package io.jssekeeper.ticketkeys;

import java.util.Collections;
import java.util.List;

/** How shared ticket keys are, for operators. Immutable; nothing in it is secret. */
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
   * {@code off}; {@code shared}; {@code stale}, when the source fails and the last secrets go on;
   * {@code local}, when there are none, and JSSE seals with keys of its own.
   */
  public String word() {
    return word;
  }

  /** What is wrong; empty if nothing is. */
  public String why() {
    return why;
  }

  /** How long ago the secret was last changed; negative if there is none. */
  public long ageMillis() {
    return ageMillis;
  }

  /** Of the secrets, in the order in which they are to seal. */
  public List<String> fingerprints() {
    return fingerprints;
  }
}
