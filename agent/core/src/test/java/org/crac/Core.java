package org.crac;

/** The entry to the API of checkpoints, as the keeper uses it. */
public final class Core {
  public static final Context CONTEXT = new Context();

  private Core() {}

  public static Context getGlobalContext() {
    return CONTEXT;
  }
}
