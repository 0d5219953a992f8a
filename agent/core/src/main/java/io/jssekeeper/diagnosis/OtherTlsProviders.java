package io.jssekeeper.diagnosis;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Detects TLS libraries that the keeper does not cover, once they are loaded. Thread-safe. */
public final class OtherTlsProviders {
  private static final long MIN_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** By suffix of a class's name, since applications relocate libraries. */
  private static final Map<String, String> MARKS = new TreeMap<>();

  static {
    MARKS.put("org.conscrypt.NativeCrypto", "Conscrypt");
    MARKS.put("org.bouncycastle.jsse.provider.ProvSSLContextSpi", "Bouncy Castle JSSE");
    MARKS.put("io.netty.internal.tcnative.SSL", "Netty tcnative");
    MARKS.put("org.apache.tomcat.jni.SSL", "Tomcat Native");
    MARKS.put("org.apache.tomcat.util.openssl.openssl_h", "Tomcat OpenSSL (FFM)");
    MARKS.put("org.wildfly.openssl.OpenSSLContextSPI", "WildFly OpenSSL");
    MARKS.put("com.tencent.kona.ssl.KonaSSLProvider", "Tencent KonaSSL");
    MARKS.put("com.wolfssl.provider.jsse.WolfSSLContext", "wolfJSSE");
  }

  private final Instrumentation instrumentation;
  private String[] found = {};
  private long lookedNanos;
  private boolean looked;

  public OtherTlsProviders(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Their names, sorted. Examines all loaded classes, so not more often than twice a minute. */
  public synchronized String[] found() {
    long now = System.nanoTime();
    if (!looked || now - lookedNanos > MIN_INTERVAL_NANOS) {
      looked = true;
      lookedNanos = now;
      found = scan();
    }
    return found.clone();
  }

  private String[] scan() {
    Set<String> names = new TreeSet<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName();
      for (Map.Entry<String, String> mark : MARKS.entrySet()) {
        if (isMarked(name, mark.getKey())) {
          names.add(mark.getValue());
        }
      }
    }
    return names.toArray(new String[0]);
  }

  static boolean isMarked(String className, String mark) {
    int start = className.length() - mark.length();
    return className.endsWith(mark) && (start == 0 || className.charAt(start - 1) == '.');
  }
}
