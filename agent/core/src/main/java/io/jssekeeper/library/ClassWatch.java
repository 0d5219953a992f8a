package io.jssekeeper.library;

import io.jssekeeper.transform.Transformers;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The application's classes of certain names, in any class loader. Sees each being loaded, so that
 * no thread has to search for them.
 */
public final class ClassWatch implements ClassFileTransformer {
  /** A class is there some time after it was seen being loaded. */
  private static final int LOOKS = 10;

  private final String[] names;
  private final String[] files;
  private final Runnable seen;
  private final AtomicBoolean loading = new AtomicBoolean();
  private volatile Instrumentation instrumentation;
  private int looks;

  /**
   * @param seen is run, by any thread, when there is something to {@link #look} for
   * @param names of the classes; the build must not relocate them
   */
  public ClassWatch(Runnable seen, String... names) {
    this.seen = seen;
    this.names = names;
    this.files = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      files[i] = names[i].replace('.', '/');
    }
  }

  /** Looks out for them from now on. */
  public void start(Instrumentation newInstrumentation) {
    instrumentation = newInstrumentation;
    Transformers.add(instrumentation, this);
    if (isOneLoaded()) {
      lookSoon();
    }
  }

  /**
   * As when the keeper is attached, or when the JVM has the application's classes from an AOT cache
   * (JEP 483), which are not seen being loaded. Those of the boot loader are left out: they are
   * most of what there is when a JVM starts.
   */
  private boolean isOneLoaded() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() != null && isOneOf(names, type.getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String[] all, String one) {
    for (String each : all) {
      if (each.equals(one)) {
        return true;
      }
    }
    return false;
  }

  private void lookSoon() {
    loading.set(true);
    seen.run();
  }

  /** Changes nothing. */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    if (isOneOf(files, className)) {
      lookSoon();
    }
    return null;
  }

  /** Whether one was lately seen being loaded, so that {@link #look} may soon find it. */
  public boolean isLooking() {
    return looks > 0 || loading.get();
  }

  /**
   * Those that are loaded, found before or not; empty unless one was lately seen being loaded. Is
   * called by one thread, now and then.
   */
  public List<Class<?>> look() {
    if (loading.getAndSet(false)) {
      looks = LOOKS;
    }
    if (looks == 0) {
      return Collections.emptyList();
    }
    looks--;
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (isOneOf(names, type.getName())) {
        loaded.add(type);
      }
    }
    return loaded;
  }

  /** Sees no further ones from now on. */
  public void stop() {
    Instrumentation before = instrumentation;
    if (before != null) {
      Transformers.remove(before, this);
    }
  }
}
