package io.jssekeeper.ticketkeys;

import java.util.List;

/**
 * Where secrets come from: a file, Redis, this JVM. For one thread, which may block here. A new
 * source is one class and one line in {@link KeyPlan}.
 */
interface SecretSource extends AutoCloseable {
  /**
   * The secrets to use from now on, in the order in which they will seal. Any others are forgotten.
   *
   * @param now the current ring, whose entries may be part of the result, and the time
   * @throws UnusableSecretsException to keep the current ring
   */
  List<RingEntry> read(Moment now) throws UnusableSecretsException;

  /** Age in milliseconds of the sealing secret; negative if its age is of no interest. */
  long ageMillis(long nowMillis);

  /** Never throws. */
  @Override
  void close();

  /** What a source needs to know about the current state. */
  final class Moment {
    final SecretRing ring;
    final long millis;

    /** How long tickets may be used, the maximum over all contexts. */
    final long lifeMillis;

    Moment(SecretRing ring, long millis, long lifeMillis) {
      this.ring = ring;
      this.millis = millis;
      this.lifeMillis = lifeMillis;
    }

    /** Whether tickets of that period may still arrive. */
    boolean needs(Periods periods, long period) {
      return periods.endMillis(period) + lifeMillis >= millis;
    }
  }
}
