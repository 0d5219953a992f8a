package io.jssekeeper.install;

/** Leaves this JVM when told so from outside. Not a lambda: this is made while the host starts. */
final class Leave implements Runnable {
  private final Installation installation;

  Leave(Installation installation) {
    this.installation = installation;
  }

  @Override
  public void run() {
    installation.leave();
  }
}
