package io.jssekeeper.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Copies one class, inserting the calls of its rows. */
final class ClassWeave extends ClassVisitor {
  private final Declared declared;
  private final List<WeavePoint> rows;
  private final Set<WeavePoint> woven = new HashSet<>();

  ClassWeave(ClassVisitor next, Declared declared, List<WeavePoint> rows) {
    super(Opcodes.ASM9, next);
    this.declared = declared;
    this.rows = rows;
  }

  boolean hasWoven(WeavePoint row) {
    return woven.contains(row);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    for (WeavePoint row : rows) {
      if (row.method.equals(name) && descriptor.equals(declared.descriptorOf(row))) {
        next = new MethodWeave(next, row, woven);
      }
    }
    return next;
  }
}
