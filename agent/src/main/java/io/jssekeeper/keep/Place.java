package io.jssekeeper.keep;

/** Where in the application's code something is done. */
final class Place {
  private static final int MOST_FRAMES = 4;
  private static final String[] NOT_THE_APPLICATION = {
    "io.jssekeeper.keep.",
    "io.jssekeeper.install.",
    "io.jssekeeper.trial.",
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun."
  };

  private Place() {}

  /** The innermost frames of the application, innermost first; empty if there is none. */
  static String ofCaller() {
    StringBuilder place = new StringBuilder();
    int frames = 0;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frames < MOST_FRAMES && isOfTheApplication(frame.getClassName())) {
        place.append(frames++ == 0 ? "" : " < ").append(frame);
      }
    }
    return place.toString();
  }

  private static boolean isOfTheApplication(String className) {
    for (String prefix : NOT_THE_APPLICATION) {
      if (className.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }
}
