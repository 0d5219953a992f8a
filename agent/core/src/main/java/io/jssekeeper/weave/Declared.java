package io.jssekeeper.weave;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods that a class declares with a body. */
final class Declared extends ClassVisitor {
  private final Set<String> methods = new HashSet<>();

  private Declared() {
    super(Opcodes.ASM9);
  }

  static Declared in(ClassReader reader) {
    Declared declared = new Declared();
    reader.accept(
        declared, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return declared;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
      methods.add(name + descriptor);
    }
    return null;
  }

  /**
   * The descriptor that the point is woven at in this class: the first one declared; null if none
   * is.
   */
  String descriptorOf(WeavePoint point) {
    if (point.companion() != null && !methods.contains(point.companion())) {
      return null;
    }
    for (String descriptor : point.descriptors) {
      if (methods.contains(point.method + descriptor)) {
        return descriptor;
      }
    }
    return null;
  }
}
