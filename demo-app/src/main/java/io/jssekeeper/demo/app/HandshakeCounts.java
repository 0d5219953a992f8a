package io.jssekeeper.demo.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many handshakes were full and how many resumed.
 *
 * <p>The client prints its text form, and the demo parses it.
 */
public record HandshakeCounts(long full, long resumed) {
  public static final HandshakeCounts NONE = new HandshakeCounts(0, 0);

  private static final Pattern TEXT = Pattern.compile("full=(\\d+) resumed=(\\d+)");

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if the text is not in that form
   */
  public static HandshakeCounts parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not counts of handshakes: " + text);
    }
    return new HandshakeCounts(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  public HandshakeCounts plus(HandshakeCounts other) {
    return new HandshakeCounts(full + other.full, resumed + other.resumed);
  }

  @Override
  public String toString() {
    return "full=" + full + " resumed=" + resumed;
  }
}
