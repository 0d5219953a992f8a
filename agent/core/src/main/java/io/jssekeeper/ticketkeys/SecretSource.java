package io.jssekeeper.ticketkeys;

import java.util.List;

/**
 * Where secrets come from: a file, Redis, this JVM. For one thread, which may wait here; a third
 * one is one class, and a line in {@link KeyPlan}.
 */
interface SecretSource extends AutoCloseable {
  /**
   * The secrets to use from now on, in the order in which they are to seal. What is not among them
   * any more is forgotten.
   *
   * @param now the present ring, whose entries may be among the result, and the time
   * @throws UnusableSecretsException and the present ring stays
   */
  List<RingEntry> read(Moment now) throws UnusableSecretsException;

  /** How old what seals is, in milliseconds; negative where its age tells nothing. */
  long ageMillis(long nowMillis);

  /** Throws nothing. */
  @Override
  void close();

  /** What a source has to know of the present. */
  final class Moment {
    final SecretRing ring;
    final long millis;

    /** For how long tickets may be used, over all contexts. */
    final long lifeMillis;

    Moment(SecretRing ring, long millis, long lifeMillis) {
      this.ring = ring;
      this.millis = millis;
      this.lifeMillis = lifeMillis;
    }

    /** Whether tickets of that period may still come. */
    boolean needs(Periods periods, long period) {
      return periods.endMillis(period) + lifeMillis >= millis;
    }
  }
}
