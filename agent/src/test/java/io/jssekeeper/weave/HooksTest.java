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
  private static final Set<String> ON_EVERY_JDK =
      Set.of("<init>: java/lang/Object", "timeoutClock: java/lang/System");

  /**
   * A JDK without that field, method or class throws where it is named first; a hook must not let
   * it out.
   */
  @Test
  void hooks_nameOtherClassesOnlyWhereEverythingIsCaught() throws IOException {
    ClassNode hooks = ClassFiles.inside("Keeper1Hooks");
    List<String> uncaught = new ArrayList<>();
    int instructions = 0;
    for (MethodNode method : hooks.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        instructions++;
        String owner = owner(instruction);
        if (owner != null && !owner.equals(hooks.name) && !isCaught(instruction, method)) {
          uncaught.add(method.name + ": " + owner);
        }
      }
    }

    assertThat(instructions).isGreaterThan(100);
    assertThat(uncaught).filteredOn(place -> !ON_EVERY_JDK.contains(place)).isEmpty();
  }

  @Test
  void hooks_areReachableFromEveryClassOfTheirLoader() throws IOException {
    assertThat(Modifier.isPublic(ClassFiles.inside("Keeper1Hooks").access)).isTrue();
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
