package io.jssekeeper.checkpoint;

/** Takes part in checkpoints. Called by the thread that takes them; may throw. */
public interface Checkpointed {
  /** The image is about to be written: nothing held here may be in it. */
  void beforeCheckpoint() throws Exception;

  /** The JVM continues, here or elsewhere, soon or much later; or there was no checkpoint. */
  void afterRestore() throws Exception;

  /** One of the above, or finding the checkpoint API, has failed. Never throws. */
  void failed(String what, Throwable why);
}
