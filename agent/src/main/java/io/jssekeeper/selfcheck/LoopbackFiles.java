package io.jssekeeper.selfcheck;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The key and certificate in the agent's jar, read once: the jar may have been overwritten by the
 * time of a later check. For one thread.
 */
final class LoopbackFiles {
  private byte[] key;
  private byte[] certificate;

  /** An RSA key as PKCS #8. */
  byte[] key() throws IOException {
    if (key == null) {
      key = read("trial.key");
    }
    return key;
  }

  /** An X.509 certificate. */
  byte[] certificate() throws IOException {
    if (certificate == null) {
      certificate = read("trial.cer");
    }
    return certificate;
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream stream = LoopbackFiles.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new FileNotFoundException("the agent's jar lacks " + resource);
      }
      return stream.readAllBytes();
    }
  }
}
