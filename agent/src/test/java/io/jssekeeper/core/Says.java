package io.jssekeeper.core;

/** An exception whose message must not be shown as it is. */
public final class Says {
  private Says() {}

  public static void main(String[] args) {
    Notices.print("a\nb\rc\r\nd\u2028e\u2029f\u0085g\u000bh\fi\u001b[2Jj");
    SuppressedErrors swallowed = new SuppressedErrors();
    System.out.println("last is empty: " + swallowed.last().isEmpty());
    for (int i = 0; i < 5; i++) {
      swallowed.accept("sweep", new IllegalStateException("number\n" + i));
    }
    swallowed.accept("sink", new Unspeakable());
    System.out.println("count " + swallowed.count());
    System.out.println("last " + swallowed.last());
  }

  /** Does not even reveal its type. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
