package io.jssekeeper.it.program;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What becomes of one record of a connection; all others pass as they are. For one thread. */
final class Spoiling {
  static final Spoiling NONE = new Spoiling(new Random(0), false, -1);

  private static final int HEADER = 5;
  private static final int WAYS = 9;

  private final Random random;
  private final boolean ofClient;
  private final int index;

  /**
   * @param ofClient whether the client sends it, or the server
   * @param index how many that side has sent before it; -1 is none
   */
  Spoiling(Random random, boolean ofClient, int index) {
    this.random = random;
    this.ofClient = ofClient;
    this.index = index;
  }

  /** What arrives instead of a record. */
  List<byte[]> of(byte[] record, boolean fromClient, int before) {
    if (before != index || fromClient != ofClient) {
      return Collections.singletonList(record);
    }
    switch (random.nextInt(WAYS)) {
      case 0:
        return Collections.emptyList();
      case 1:
        return Arrays.asList(record, record);
      case 2:
        return Collections.singletonList(Arrays.copyOf(record, random.nextInt(record.length)));
      case 3:
        return Collections.singletonList(withLength(shorter(record)));
      case 4:
        return Collections.singletonList(withLength(longer(record)));
      case 5:
        return Arrays.asList(noise(record), record);
      case 6:
        return Collections.singletonList(changed(record, random.nextInt(HEADER)));
      default:
        return Collections.singletonList(bent(record, random));
    }
  }

  /** One to three bits or bytes of it changed, or its end cut off. */
  static byte[] bent(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int times = 1 + random.nextInt(3); times > 0 && copy.length > 0; times--) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length + 1)) : copy;
  }

  private byte[] changed(byte[] record, int at) {
    byte[] copy = record.clone();
    copy[at] = (byte) random.nextInt(256);
    return copy;
  }

  private byte[] shorter(byte[] record) {
    int body = record.length - HEADER;
    return Arrays.copyOf(record, HEADER + (body == 0 ? 0 : random.nextInt(body)));
  }

  private byte[] longer(byte[] record) {
    byte[] copy = Arrays.copyOf(record, record.length + 1 + random.nextInt(64));
    for (int i = record.length; i < copy.length; i++) {
      copy[i] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private byte[] noise(byte[] like) {
    byte[] noise = new byte[HEADER + random.nextInt(64)];
    random.nextBytes(noise);
    System.arraycopy(like, 0, noise, 0, HEADER);
    return withLength(noise);
  }

  private static byte[] withLength(byte[] record) {
    int body = record.length - HEADER;
    record[3] = (byte) (body >> 8);
    record[4] = (byte) body;
    return record;
  }
}
