package io.jssekeeper.weave;

import io.jssekeeper.weave.WeavePoint.Where;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Passes one method on with one hook's call inserted. */
final class MethodWeave extends MethodVisitor {
  private final WeavePoint point;

  MethodWeave(MethodVisitor next, WeavePoint point) {
    super(Opcodes.ASM9, next);
    this.point = point;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (point.where == Where.ENTRY) {
      callHook();
    }
  }

  @Override
  public void visitInsn(int opcode) {
    boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (returns && point.where == Where.EXIT) {
      callHook();
    }
    super.visitInsn(opcode);
  }

  private void callHook() {
    for (int i = 0; i < point.loads.length(); i++) {
      char load = point.loads.charAt(i);
      if (load == WeavePoint.RESULT) {
        super.visitInsn(Opcodes.DUP);
      } else {
        super.visitVarInsn(Opcodes.ALOAD, load - '0');
      }
    }
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, Names.HOOKS, point.hook, point.hookDescriptor, false);
  }
}
