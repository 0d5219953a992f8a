package io.jssekeeper.it.program;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;

/** Permits no algorithm whose name contains one of the given words. */
final class Forbidding implements AlgorithmConstraints {
  private final String[] words;

  Forbidding(String... words) {
    this.words = words;
  }

  private boolean permits(String algorithm) {
    for (String word : words) {
      if (algorithm.contains(word)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
    return permits(algorithm);
  }

  @Override
  public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
    return true;
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
    return permits(algorithm);
  }
}
