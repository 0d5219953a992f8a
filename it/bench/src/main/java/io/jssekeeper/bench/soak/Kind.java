package io.jssekeeper.bench.soak;

/** What is attempted, and how often in a hundred. */
enum Kind {
  FULL_12("TLSv1.2", 6),
  FULL_13("TLSv1.3", 6),
  RESUMED_12("TLSv1.2", 63),
  RESUMED_13("TLSv1.3", 16),

  /** The client does not trust the server's certificate. */
  UNTRUSTED_12("TLSv1.2", 2),
  UNTRUSTED_13("TLSv1.3", 2),

  /** The client's cipher suites need another certificate than the server has. */
  NO_COMMON_CIPHER("TLSv1.2", 2),

  /** The connection breaks after the server's first answer. */
  CUT_12("TLSv1.2", 1),
  CUT_13("TLSv1.3", 2);

  private static final Kind[] ALL = values();

  final String protocol;
  private final int weight;

  Kind(String protocol, int weight) {
    this.protocol = protocol;
    this.weight = weight;
  }

  /**
   * @param random 0 to 99
   */
  static Kind at(int random) {
    int rest = random;
    for (Kind kind : ALL) {
      rest -= kind.weight;
      if (rest < 0) {
        return kind;
      }
    }
    throw new IllegalArgumentException("weights do not add up to 100");
  }

  boolean isResumed() {
    return this == RESUMED_12 || this == RESUMED_13;
  }

  boolean isUntrusted() {
    return this == UNTRUSTED_12 || this == UNTRUSTED_13;
  }

  boolean isCut() {
    return this == CUT_12 || this == CUT_13;
  }
}
