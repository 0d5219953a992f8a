package io.jssekeeper.cli.jvm;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The JVMs that this user can see. Finding them does not touch them. */
public final class LocalJvms {
  private static final int MAX_NAMED = 8;

  /** The API's name for a JVM that does not reveal its own ({@code HotSpotAttachProvider}). */
  private static final String NO_NAME = "Unknown";

  private LocalJvms() {}

  /** All but the one that runs this command, by process id. */
  public static List<LocalJvm> all() throws RefusedException {
    JvmAccess.requireAttachModule();
    Map<Long, LocalJvm> jvms = new TreeMap<>();
    for (LocalJvm seen : ProcJvms.all()) {
      jvms.put(seen.pid(), seen);
    }
    for (VirtualMachineDescriptor found : VirtualMachine.list()) {
      add(found, jvms);
    }
    jvms.remove(ProcessHandle.current().pid());
    return new ArrayList<>(jvms.values());
  }

  private static void add(VirtualMachineDescriptor found, Map<Long, LocalJvm> jvms) {
    try {
      long pid = Long.parseLong(found.id());
      String program = program(found.displayName());
      LocalJvm seen = jvms.get(pid);
      jvms.put(pid, seen == null ? new LocalJvm(pid, program) : seen.named(program));
    } catch (NumberFormatException e) {
      // Not a HotSpot JVM, whose name is its process id.
    }
  }

  /** A display name is the main class or the jar's path, and then all arguments. */
  private static String program(String displayName) {
    String first = displayName.trim().split("\\s", 2)[0];
    return first.equals(NO_NAME) ? "" : first.substring(first.lastIndexOf('/') + 1);
  }

  /** Phrased for a sentence about a process id that is none of them. */
  static String named() throws RefusedException {
    List<LocalJvm> jvms = all();
    if (jvms.isEmpty()) {
      return "this user has no JVM here";
    }
    String names =
        jvms.stream()
            .limit(MAX_NAMED)
            .map(jvm -> jvm.program().isEmpty() ? "" + jvm.pid() : jvm.pid() + " " + jvm.program())
            .collect(Collectors.joining(", "));
    int more = jvms.size() - MAX_NAMED;
    return "the JVMs here are " + names + (more > 0 ? " and " + more + " more" : "");
  }
}
