package io.jssekeeper.store;

/** Room for everything. */
final class UnboundedRoom implements StrongRoom {
  @Override
  public boolean fits(int bytes) {
    return true;
  }

  @Override
  public void changed(long bytes) {}

  @Override
  public void settle() {}
}
