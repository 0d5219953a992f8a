package io.jssekeeper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads classes of the agent so that {@link Allocations} is notified of each object and array that
 * they create, and of the calls that make the JDK's collections allocate. Test classes beside them
 * are loaded unchanged.
 */
public final class AllocationLoader extends ClassLoader {
  private static final String TOLD = "io/jssekeeper/Allocations";

  private static final String RESERVE = "ensureCapacity";

  /** Calls that allocate. The JDK's own allocations are not seen. */
  private static final Set<String> TAKE =
      Set.of("put", "putIfAbsent", "add", "addAll", "copyOf", "copyOfRange", RESERVE);

  /**
   * Of maps: their entry is inserted before they grow, and growing may fail ({@code
   * HashMap.putVal}).
   */
  private static final Set<String> LINK_AND_GROW = Set.of("put", "putIfAbsent");

  private final String agent =
      io.jssekeeper.core.Core.class.getProtectionDomain().getCodeSource().getLocation() + "";
  private final Set<String> packages;

  /**
   * @param packages whose classes, including test classes, are loaded here
   */
  public AllocationLoader(String... packages) {
    super(AllocationLoader.class.getClassLoader());
    this.packages = Set.of(packages);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && packages.contains(name.substring(0, name.lastIndexOf('.')))) {
        loaded = define(name);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    URL at = getResource(name.replace('.', '/') + ".class");
    try (InputStream in = at.openStream()) {
      byte[] code = in.readAllBytes();
      byte[] mine = at.toString().startsWith(agent) ? told(code) : code;
      return defineClass(name, mine, 0, mine.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static byte[] told(byte[] code) {
    boolean reserves = new String(code, StandardCharsets.ISO_8859_1).contains(RESERVE);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(code)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new Telling(
                    super.visitMethod(access, name, descriptor, signature, thrown), reserves);
              }
            },
            0);
    return writer.toByteArray();
  }

  private static final class Telling extends MethodVisitor {
    private final boolean reserves;

    /**
     * @param reserves whether the class reserves memory in a list before adding to it
     */
    Telling(MethodVisitor next, boolean reserves) {
      super(Opcodes.ASM9, next);
      this.reserves = reserves;
    }

    private void tell() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, TOLD, "next", "()V", false);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      super.visitTypeInsn(opcode, type); // after it, since frames refer to a NEW by its position
      if (opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY) {
        tell();
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode == Opcodes.NEWARRAY) {
        tell();
      }
      super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean jdk = owner.startsWith("java/util/");
      if (jdk && TAKE.contains(name) && !(reserves && name.equals("add"))) {
        tell();
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (jdk && LINK_AND_GROW.contains(name)) {
        tell();
      }
    }
  }
}
