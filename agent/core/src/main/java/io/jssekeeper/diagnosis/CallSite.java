package io.jssekeeper.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in the application's code: the innermost frames of each of the innermost libraries on the
 * stack, so that both of two nested libraries are named, and the application.
 */
final class CallSite {
  private static final int MAX_LIBRARIES = 4;
  private static final int FRAMES_OF_ONE_OF_SEVERAL = 2;
  private static final int FRAMES_OF_THE_ONLY_ONE = 4;

  private static final String[] OURS = {
    "io.jssekeeper.diagnosis.", "io.jssekeeper.bridge.", "io.jssekeeper.selfcheck."
  };

  /** These prefixes cover many different libraries; elsewhere two parts identify one. */
  private static final Set<String> UMBRELLAS =
      new HashSet<>(
          Arrays.asList(
              "com.amazonaws",
              "com.azure",
              "com.github",
              "com.google",
              "com.ibm",
              "com.microsoft",
              "com.oracle",
              "com.sun",
              "io.github",
              "org.apache",
              "org.eclipse",
              "org.jboss",
              "org.wildfly",
              "software.amazon"));

  private CallSite() {}

  /** Frames of the application and its libraries, innermost first; empty if there is none. */
  static String ofCaller() {
    return of(new Throwable().getStackTrace());
  }

  static String of(StackTraceElement[] stack) {
    Map<String, List<StackTraceElement>> libraries = new LinkedHashMap<>();
    String inner = "";
    for (StackTraceElement frame : stack) {
      if (isOfTheApplication(frame)) {
        String library = library(frame.getClassName());
        boolean isBack = !library.equals(inner) && libraries.containsKey(library);
        if (!isBack) {
          add(libraries, library, frame);
        }
        inner = library;
      }
    }
    return text(libraries);
  }

  private static void add(
      Map<String, List<StackTraceElement>> libraries, String library, StackTraceElement frame) {
    List<StackTraceElement> frames = libraries.get(library);
    if (frames == null && libraries.size() < MAX_LIBRARIES) {
      frames = new ArrayList<>(FRAMES_OF_THE_ONLY_ONE);
      libraries.put(library, frames);
    }
    if (frames != null && frames.size() < FRAMES_OF_THE_ONLY_ONE) {
      frames.add(frame);
    }
  }

  private static String text(Map<String, List<StackTraceElement>> libraries) {
    int most = libraries.size() > 1 ? FRAMES_OF_ONE_OF_SEVERAL : FRAMES_OF_THE_ONLY_ONE;
    StringBuilder place = new StringBuilder();
    for (List<StackTraceElement> frames : libraries.values()) {
      for (StackTraceElement frame : frames.subList(0, Math.min(most, frames.size()))) {
        place.append(place.length() == 0 ? "" : " < ").append(frame);
      }
    }
    return place.toString();
  }

  /**
   * The JDK's frames are recognised by their modules: libraries have names like {@code com.sun}
   * too.
   */
  private static boolean isOfTheApplication(StackTraceElement frame) {
    String module = frame.getModuleName();
    String name = frame.getClassName();
    if (module != null && (module.startsWith("java.") || module.startsWith("jdk."))) {
      return false;
    }
    for (String ours : OURS) {
      if (name.startsWith(ours)) {
        return false;
      }
    }
    return !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.");
  }

  /** The first parts of its package, which identify a library. */
  private static String library(String className) {
    int end = className.lastIndexOf('.');
    String name = className.substring(0, Math.max(0, end));
    String two = parts(name, 2);
    return UMBRELLAS.contains(two) ? parts(name, 3) : two;
  }

  private static String parts(String name, int count) {
    int end = -1;
    for (int i = 0; i < count; i++) {
      end = name.indexOf('.', end + 1);
      if (end < 0) {
        return name;
      }
    }
    return name.substring(0, end);
  }
}
