package io.jssekeeper.ticketkeys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Parses secrets from the bytes of a file, and rejects anything else. */
final class SecretBytes {
  /** One secret, in the sizes that nginx, httpd and Envoy accept. */
  private static final List<Integer> RAW_LENGTHS = Arrays.asList(48, 80);

  private static final int MIN_BYTES = 32;
  private static final int MIN_DISTINCT = 8;
  private static final String WANTED =
      "write 48 or 80 random bytes, or lines of 32 bytes or more in base64 or hexadecimal digits";

  private SecretBytes() {}

  /**
   * The secrets of a file, in order.
   *
   * @param content is not changed
   */
  static List<byte[]> parse(byte[] content) throws UnusableSecretsException {
    if (content.length == 0) {
      throw new UnusableSecretsException("is empty; " + WANTED);
    }
    List<byte[]> secrets = new ArrayList<>();
    try {
      if (RAW_LENGTHS.contains(content.length)) {
        secrets.add(content.clone());
      } else {
        addLines(content, secrets);
      }
      for (byte[] secret : secrets) {
        refuseWeak(secret);
      }
      return secrets;
    } catch (UnusableSecretsException e) {
      wipe(secrets);
      throw e;
    }
  }

  private static void addLines(byte[] content, List<byte[]> secrets)
      throws UnusableSecretsException {
    int number = 0;
    int begin = 0;
    while (begin < content.length) {
      number++;
      int end = begin;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      byte[] line = trimmed(content, begin, end);
      if (line.length > 0 && line[0] != '#') {
        secrets.add(decoded(line, number));
      }
      Arrays.fill(line, (byte) 0);
      begin = end + 1;
    }
    if (secrets.isEmpty()) {
      throw new UnusableSecretsException("contains no secret; " + WANTED);
    }
  }

  private static byte[] trimmed(byte[] content, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isBlank(content[from])) {
      from++;
    }
    while (to > from && isBlank(content[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(content, from, to);
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }

  private static byte[] decoded(byte[] line, int number) throws UnusableSecretsException {
    byte[] secret = isHex(line) ? ofHex(line) : ofBase64(line);
    if (secret == null) {
      throw new UnusableSecretsException(
          "has a line " + number + " that is not a secret; " + WANTED);
    }
    return secret;
  }

  private static boolean isHex(byte[] line) {
    for (byte digit : line) {
      if (Character.digit(digit, 16) < 0) {
        return false;
      }
    }
    return line.length % 2 == 0;
  }

  private static byte[] ofHex(byte[] line) {
    byte[] secret = new byte[line.length / 2];
    for (int i = 0; i < secret.length; i++) {
      secret[i] =
          (byte) (Character.digit(line[2 * i], 16) << 4 | Character.digit(line[2 * i + 1], 16));
    }
    return secret;
  }

  private static byte[] ofBase64(byte[] line) {
    try {
      return Base64.getDecoder().decode(line);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void refuseWeak(byte[] secret) throws UnusableSecretsException {
    if (secret.length < MIN_BYTES) {
      throw new UnusableSecretsException(
          "has a secret of " + secret.length + " bytes; the minimum is " + MIN_BYTES);
    }
    boolean[] seen = new boolean[256];
    int distinct = 0;
    for (byte each : secret) {
      distinct += seen[each & 0xff] ? 0 : 1;
      seen[each & 0xff] = true;
    }
    if (distinct < MIN_DISTINCT) {
      throw new UnusableSecretsException(
          "has a secret of "
              + distinct
              + (distinct == 1 ? " byte value" : " different byte values")
              + ", which is not random");
    }
  }

  static void wipe(List<byte[]> secrets) {
    for (byte[] secret : secrets) {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
