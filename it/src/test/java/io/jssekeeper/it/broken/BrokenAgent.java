package io.jssekeeper.it.broken;

import java.nio.file.Path;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A copy of the agent's jar in which every hook throws, whatever its arguments. */
public final class BrokenAgent {
  private static final String CALLED_BY_HOOKS = "io/jssekeeper/bridge/AgentCallbacks.class";

  private BrokenAgent() {}

  /** Makes a separate copy, which no other test overwrites while a JVM reads it. */
  public static Path make() {
    return ChangedAgent.make("jsse-keeper-broken", CALLED_BY_HOOKS, Breaker::new);
  }

  /**
   * Leaves constructors alone, and methods that only the class itself calls: they are not part of
   * the interface.
   */
  private static final class Breaker extends ClassVisitor {
    Breaker(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean partOfThePort =
          (access & Opcodes.ACC_PUBLIC) != 0
              && (access & Opcodes.ACC_STATIC) == 0
              && !name.equals("<init>");
      if (!partOfThePort) {
        return method;
      }
      throwOnly(method);
      return null;
    }

    private static void throwOnly(MethodVisitor method) {
      String thrown = "java/lang/RuntimeException";
      method.visitCode();
      method.visitTypeInsn(Opcodes.NEW, thrown);
      method.visitInsn(Opcodes.DUP);
      method.visitLdcInsn("broken on purpose");
      method.visitMethodInsn(
          Opcodes.INVOKESPECIAL, thrown, "<init>", "(Ljava/lang/String;)V", false);
      method.visitInsn(Opcodes.ATHROW);
      method.visitMaxs(0, 0); // are reckoned
      method.visitEnd();
    }
  }
}
