package io.jssekeeper.bench.weaver;

/**
 * What ByteBuddy's weaves call: does nothing.
 *
 * <p>The build moves it to the JDK's TLS package, where the agent defines it, as jsse-keeper's
 * hooks are defined.
 */
public final class WeaverCostHook {
  private WeaverCostHook() {}

  public static void called(Object a) {}

  public static void called(Object a, Object b) {}

  public static void called(Object a, Object b, Object c, Object d) {}
}
