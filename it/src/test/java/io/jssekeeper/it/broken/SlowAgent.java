package io.jssekeeper.it.broken;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A copy of the agent's jar whose stores take their time before they have what is put in. */
public final class SlowAgent {
  private static final String STORE = "io/jssekeeper/install/ContextStore.class";
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private SlowAgent() {}

  public static Path make() {
    return ChangedAgent.make("jsse-keeper-slow", STORE, Slower::new);
  }

  private static final class Slower extends ClassVisitor {
    Slower(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return name.equals("put") ? new Pause(method) : method;
    }
  }

  private static final class Pause extends MethodVisitor {
    Pause(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitLdcInsn(NANOS);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/util/concurrent/locks/LockSupport",
          "parkNanos",
          "(J)V",
          false);
    }
  }
}
