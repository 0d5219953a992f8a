package io.jssekeeper.demo;

/** The reason why the demo cannot go on, in one message. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
