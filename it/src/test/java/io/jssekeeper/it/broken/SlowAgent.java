package io.jssekeeper.it.broken;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A copy of the agent's jar whose stores are slow. */
public final class SlowAgent {
  private static final String STORE = "io/jssekeeper/bridge/ContextStore.class";
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private SlowAgent() {}

  /** Before a store has what is put in. */
  public static Path toTakeIn() {
    return make("put", PauseBefore::new);
  }

  /** After a session has left the store for the JDK's cache, and before it is there. */
  public static Path toHandBack() {
    return make("takeOut", PauseAfter::new);
  }

  private static Path make(String slow, UnaryOperator<MethodVisitor> pause) {
    return ChangedAgent.make("jsse-keeper-slow", STORE, next -> new Slower(next, slow, pause));
  }

  private static final class Slower extends ClassVisitor {
    private final String slow;
    private final UnaryOperator<MethodVisitor> pause;

    Slower(ClassVisitor next, String slow, UnaryOperator<MethodVisitor> pause) {
      super(Opcodes.ASM9, next);
      this.slow = slow;
      this.pause = pause;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return name.equals(slow) ? pause.apply(method) : method;
    }
  }

  private static final class PauseBefore extends MethodVisitor {
    PauseBefore(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      pause(this);
    }
  }

  private static final class PauseAfter extends MethodVisitor {
    PauseAfter(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        pause(this);
      }
      super.visitInsn(opcode);
    }
  }

  private static void pause(MethodVisitor method) {
    method.visitLdcInsn(NANOS);
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, "java/util/concurrent/locks/LockSupport", "parkNanos", "(J)V", false);
  }
}
