package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

class HooksTest {
  /** The last of them are called by some hooks in their place. */
  private static final Set<String> ON_EVERY_JDK =
      Set.of(
          "java/lang/Object",
          "java/lang/System",
          "javax/net/ssl/SSLSessionContext",
          Names.INSIDE + "Switchboard",
          Names.INSIDE + "OwnKey",
          Names.SSL + "SSLSessionContextImpl",
          Names.SSL + "SSLSessionImpl");

  /**
   * A JDK without that field, method or class throws at its first use; a hook must not let that
   * out.
   */
  @Test
  void hooks_outsideTheirCatch_nameNoOtherClass() throws IOException {
    List<String> uncaught = new ArrayList<>();
    int instructions = 0;
    for (ClassNode hooks : ClassFiles.hooks()) {
      for (MethodNode method : hooks.methods) {
        for (AbstractInsnNode instruction : method.instructions) {
          instructions++;
          String owner = owner(instruction);
          if (owner != null && !owner.equals(hooks.name) && !isCaught(instruction, method)) {
            uncaught.add(hooks.name + "." + method.name + ": " + owner);
          }
        }
      }
    }

    assertThat(instructions).isGreaterThan(100);
    assertThat(uncaught).filteredOn(place -> !isOnEveryJdk(place)).isEmpty();
  }

  /** The self-check sees only such hooks. */
  @Test
  void hooks_each_askForTheAgent() throws IOException {
    List<String> silent = new ArrayList<>();
    for (ClassNode hooks : ClassFiles.hooks()) {
      for (MethodNode method : hooks.methods) {
        if (Modifier.isPublic(method.access) && !asks(hooks, method)) {
          silent.add(method.name);
        }
      }
    }

    assertThat(silent).isEmpty();
  }

  /** By itself or through another method of its class. */
  private static boolean asks(ClassNode hooks, MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode) {
        MethodInsnNode call = (MethodInsnNode) instruction;
        boolean asks =
            call.owner.equals(Names.INSIDE + "Switchboard") && call.name.equals("callbacks");
        if (asks || call.owner.equals(hooks.name) && asks(hooks, named(hooks, call))) {
          return true;
        }
      }
    }
    return false;
  }

  private static MethodNode named(ClassNode hooks, MethodInsnNode call) {
    return hooks.methods.stream()
        .filter(method -> method.name.equals(call.name) && method.desc.equals(call.desc))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hooks_fromTheirLoader_areReachable() throws IOException {
    assertThat(ClassFiles.hooks()).allMatch(hooks -> Modifier.isPublic(hooks.access));
  }

  private static boolean isOnEveryJdk(String place) {
    return ON_EVERY_JDK.contains(place.substring(place.indexOf(": ") + 2));
  }

  private static String owner(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode) {
      return ((FieldInsnNode) instruction).owner;
    }
    if (instruction instanceof MethodInsnNode) {
      return ((MethodInsnNode) instruction).owner;
    }
    return instruction instanceof TypeInsnNode ? ((TypeInsnNode) instruction).desc : null;
  }

  private static boolean isCaught(AbstractInsnNode instruction, MethodNode method) {
    int at = method.instructions.indexOf(instruction);
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if ("java/lang/Throwable".equals(block.type)
          && method.instructions.indexOf(block.start) <= at
          && at < method.instructions.indexOf(block.end)) {
        return true;
      }
    }
    return false;
  }
}
