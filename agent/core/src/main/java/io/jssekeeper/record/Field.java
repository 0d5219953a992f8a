package io.jssekeeper.record;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The fields of a record, in the order in which they are shown. */
public enum Field {
  HANDSHAKE,
  REASON,
  FAILURE,
  ALERT,
  ERROR,
  DETAIL,
  SIDE,
  PROTOCOL,
  CIPHER,
  PEER,
  SNI,
  ALPN,
  /** A {@code Boolean}. */
  AUTHENTICATED,
  /** A {@code Long}, in days. */
  CERTIFICATE("d"),
  SESSION,
  VIA,
  CONTROL,
  /** A {@code Long}, in seconds. */
  AGE("s"),
  /** A {@code Double}, in milliseconds. */
  TOOK("ms"),
  /** A {@code Double}, in milliseconds. */
  CPU("ms"),
  /** A {@code Boolean}. */
  RENEGOTIATION,
  /** An {@code Integer}. */
  SIMILAR;

  private static final List<Field> ALL = Collections.unmodifiableList(Arrays.asList(values()));

  private final String word = name().toLowerCase(Locale.ROOT);
  private final String unit;

  Field() {
    this("");
  }

  Field(String unit) {
    this.unit = unit;
  }

  /** All fields, without a copy. */
  public static List<Field> all() {
    return ALL;
  }

  /** Its name in every log. */
  public String word() {
    return word;
  }

  /** The unit that follows its number in text; empty if it has none. */
  String unit() {
    return unit;
  }
}
