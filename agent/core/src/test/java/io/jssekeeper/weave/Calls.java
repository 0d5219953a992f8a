package io.jssekeeper.weave;

import java.util.ArrayList;
import java.util.List;

/** Targets of a test's hooks. */
public final class Calls {
  static List<Object> list = new ArrayList<>();

  private Calls() {}

  public static void body(String which) {
    list.add(which);
  }

  public static void made(Object worker) {
    list.add("made");
  }

  public static void entered(Object worker, Object argument, Object last) {
    list.add("entered " + argument + " " + last);
  }

  public static void left(Object result, Object worker) {
    list.add("left " + result);
  }

  public static long clock() {
    list.add("clock");
    return 1;
  }

  public static long clocked(int factor) {
    list.add("clocked " + factor);
    return 2;
  }

  public static int read(int value) {
    list.add("read " + value);
    return value + 1;
  }
}
