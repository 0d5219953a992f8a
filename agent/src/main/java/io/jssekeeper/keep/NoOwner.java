package io.jssekeeper.keep;

/** Stands for a context for which nothing is to be done. */
final class NoOwner implements Owner {
  @Override
  public void sweep() {}

  @Override
  public void setTimeout(int seconds) {}

  @Override
  public void setCapacity(int sessions) {}

  @Override
  public void release() {}
}
