package io.jssekeeper.install;

import java.util.Set;

/** Prints what of the keeper is in its JVM. */
public final class Residue {
  private Residue() {}

  public static void main(String[] args) {
    print();
  }

  static void print() {
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    threads.stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("jsse-keeper"))
        .sorted()
        .forEach(name -> System.out.println("thread " + name));
    try {
      Class.forName("sun.security.ssl.Keeper1Hooks", false, null);
      System.out.println("inside room");
    } catch (ClassNotFoundException e) {
      System.out.println("nothing inside");
    }
  }
}
