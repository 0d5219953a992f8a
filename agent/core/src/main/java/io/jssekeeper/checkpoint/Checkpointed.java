package io.jssekeeper.checkpoint;

/** What has to know of checkpoints. Called by the thread that takes them; may throw. */
public interface Checkpointed {
  /** The image is about to be written: of what this holds nothing may be in it. */
  void beforeCheckpoint() throws Exception;

  /** The JVM goes on, here or elsewhere, soon or much later; or there was no checkpoint. */
  void afterRestore() throws Exception;

  /** Something above, or finding out who takes checkpoints, has failed. Throws nothing. */
  void failed(String what, Throwable why);
}
