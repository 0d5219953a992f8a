package io.jssekeeper.weave;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Copies one method, inserting one hook's call. */
final class MethodWeave extends MethodVisitor {
  private final WeavePoint point;
  private final Set<WeavePoint> woven;

  /**
   * @param woven receives the point once its hook is called
   */
  MethodWeave(MethodVisitor next, WeavePoint point, Set<WeavePoint> woven) {
    super(Opcodes.ASM9, next);
    this.point = point;
    this.woven = woven;
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

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (point.replaces(owner, name, descriptor)) {
      callHook();
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    if (opcode == Opcodes.GETSTATIC && point.standsBehind(owner, name, descriptor)) {
      callHook();
    }
  }

  private void callHook() {
    woven.add(point);
    load();
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC, point.hookOwner, point.hook, point.hookDescriptor, false);
  }

  /** Its last arguments: at a call, the others are on the stack already. */
  private void load() {
    Type[] arguments = Type.getArgumentTypes(point.hookDescriptor);
    int first = arguments.length - point.loads().length();
    for (int i = 0; i < point.loads().length(); i++) {
      char load = point.loads().charAt(i);
      if (load == WeavePoint.RESULT) {
        super.visitInsn(Opcodes.DUP);
      } else {
        super.visitVarInsn(arguments[first + i].getOpcode(Opcodes.ILOAD), load - '0');
      }
    }
  }
}
