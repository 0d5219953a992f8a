package io.jssekeeper.it.broken;

import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A JDK's TLS classes, patched so that a method of {@code TransportContext} has a different name.
 */
public final class OddJdk {
  private static final String FOLDER = "sun/security/ssl";
  private static final String OWNER = FOLDER + "/TransportContext";

  private final String name;
  private final String descriptor;
  private final boolean leftOver;

  /**
   * @param leftOver whether the method still exists under its old name, uncalled
   */
  private OddJdk(String name, String descriptor, boolean leftOver) {
    this.name = name;
    this.descriptor = descriptor;
    this.leftOver = leftOver;
  }

  /** The method that all failures go through is missing. */
  public static OddJdk withoutFatal() {
    return new OddJdk(
        "fatal",
        "(Lsun/security/ssl/Alert;Ljava/lang/String;ZLjava/lang/Throwable;)"
            + "Ljavax/net/ssl/SSLException;",
        false);
  }

  /** The method that all completed handshakes go through is no longer called. */
  public static OddJdk withUnusedFinish() {
    return new OddJdk("finishHandshake", "()Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;", true);
  }

  /** Writes the patched classes and returns the JVM flag that puts them in place. */
  public String flag(Jdk jdk) {
    Path patch = Settings.work().resolve("odd-" + name + "-" + jdk.version());
    URI uri = URI.create("jrt:/");
    try (FileSystem modules =
        FileSystems.newFileSystem(uri, Map.of("java.home", jdk.home().toString()))) {
      Files.createDirectories(patch.resolve(FOLDER));
      int patched = patch(modules.getPath("/modules/java.base", FOLDER), patch.resolve(FOLDER));
      if (patched < 2) {
        throw new AssertionError("hardly anybody calls " + name + descriptor + " in " + jdk);
      }
      return "--patch-module=java.base=" + patch;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int patch(Path from, Path to) throws IOException {
    int patched = 0;
    for (Path file : classFiles(from)) {
      Renamer renamer = new Renamer();
      new ClassReader(Files.readAllBytes(file)).accept(renamer, 0);
      if (renamer.found) {
        Files.write(to.resolve(file.getFileName().toString()), renamer.writer.toByteArray());
        patched++;
      }
    }
    return patched;
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  /** Renames the method in its declaration and in all calls. */
  private final class Renamer extends ClassVisitor {
    private final ClassWriter writer;
    private String className = "";
    private boolean found;

    Renamer() {
      this(new ClassWriter(0));
    }

    private Renamer(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
      this.writer = writer;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] faces) {
      className = name;
      super.visit(version, access, name, signature, parent, faces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String declared, String type, String signature, String[] exceptions) {
      String newName = renamed(className, declared, type);
      return new MethodVisitor(
          Opcodes.ASM9, super.visitMethod(access, newName, type, signature, exceptions)) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, renamed(owner, called, type), type, isInterface);
        }
      };
    }

    private String renamed(String owner, String called, String type) {
      boolean same = owner.equals(OWNER) && called.equals(name) && type.equals(descriptor);
      found |= same;
      return same ? name + "ByAnotherName" : called;
    }

    /** The leftover method delegates to the one that replaced it. */
    @Override
    public void visitEnd() {
      if (leftOver && className.equals(OWNER)) {
        MethodVisitor method = super.visitMethod(0, name, descriptor, null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, OWNER, name + "ByAnotherName", descriptor, false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
      }
      super.visitEnd();
    }
  }
}
