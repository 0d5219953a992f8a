package io.jssekeeper.it.program;

/**
 * Takes a checkpoint of this JVM through one of the two CRaC APIs, {@code api=jdk.crac} or {@code
 * api=org.crac}, step by step: {@code resources}, {@code checkpoint}, {@code restore}.
 */
final class Checkpoint {
  private Checkpoint() {}

  static Console on(Console console) {
    return console
        .on("resources", asked -> "resources count=" + call(asked, "count"))
        .on("checkpoint", asked -> "checkpointed" + end(call(asked, "checkpoint")))
        .on("restore", asked -> "restored" + end(call(asked, "restore")));
  }

  private static Object call(Arguments asked, String step) throws Exception {
    return Class.forName(asked.text("api") + ".Core").getMethod(step).invoke(null);
  }

  private static String end(Object nothing) {
    return nothing == null ? "" : " answer=" + nothing;
  }
}
