package io.jssekeeper.demo;

/** Says in one message why the demo could not go on. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
