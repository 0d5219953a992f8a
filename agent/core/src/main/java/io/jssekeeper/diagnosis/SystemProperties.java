package io.jssekeeper.diagnosis;

import java.util.function.UnaryOperator;

/** The JVM's system properties, by key. */
public final class SystemProperties implements UnaryOperator<String> {
  @Override
  public String apply(String key) {
    return System.getProperty(key);
  }
}
