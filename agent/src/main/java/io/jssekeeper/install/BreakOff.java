package io.jssekeeper.install;

/** What the breaker does. Not a lambda: this is made while the host starts. */
final class BreakOff implements Runnable {
  private final Installation installation;

  BreakOff(Installation installation) {
    this.installation = installation;
  }

  @Override
  public void run() {
    installation.breakOff();
  }
}
